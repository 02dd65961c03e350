#include "editions/one_file.h"

#include <stdatomic.h>

#include "base/address.h"
#include "base/arena.h"
#include "base/vec.h"
#include "base/workers.h"
#include "editions/edition.h"
#include "editions/inside.h"
#include "editions/moved.h"
#include "pages/page_maker.h"
#include "plan/downloads.h"
#include "plan/paths.h"
#include "plan/rules.h"

/* So many pages are moved at a time; after each the size is looked at. */
enum { AT_ONCE = 16 };

/* About so many bytes of them are put at a time. */
enum { GOOD_PART = 256 * 1024 };

struct one_file {
    const struct edition_maker *maker;
    struct moved_pages pages;
    struct {
        const struct output **items;
        size_t len, cap;
    } order;
    struct str *moved;      /* by the number of an output: its page, once it has been moved */
    atomic_size_t made_len; /* of all that have been */
    size_t done, put;       /* how many pages there are and have been put, in their order */
    size_t len;             /* of all pages, or of the first of them if that is too much */
    struct buf before;      /* what comes before the pages */
    struct str after;       /* and after */
    struct {
        struct arena scratch, kept;
        struct buf page, moved;
        bool *shown; /* as in struct moved, by any page */
    } workers[WORKERS_MAX];
};

/* ---- the page of the theme ---- */

const char one_file_shape[] = "@common living";

void one_file_add(struct plan *plan)
{
    plan_add_download(plan, DOWNLOAD_HTML);
}

void one_file_make(struct page_maker *maker)
{
    const struct collection *collection = maker->view->collection;
    page_titles(maker, collection->settings.title, collection->settings.title, (struct str){0});
    page_text(maker, STR("living"), plan_address(maker->arena, collection, STR(HOME_PATH)));
}

/* ---- which pages ---- */

static bool is_in_file(struct str form, const struct output *output)
{
    return output->family->in_one_file && !str_eq(output->path, form);
}

/* The families stand in one table, in their order (plan/family.h). */
static void choose_pages(struct one_file *file)
{
    const struct edition_maker *maker = file->maker;
    const struct plan *plan = maker->view->plan;
    struct str form = plan_form_path(maker->arena, plan->collection);
    bool *held = arena_items(maker->arena, bool, plan->outputs.len);
    const struct family *family = NULL, *next;
    do {
        next = NULL;
        for (size_t i = 0; i < plan->outputs.len; i++) {
            const struct output *output = &plan->outputs.items[i];
            if (!is_in_file(form, output))
                continue;
            if (output->family == family) {
                held[i] = true;
                vec_push(maker->arena, &file->order, output);
            } else if ((!family || output->family > family) && (!next || output->family < next))
                next = output->family;
        }
        family = next;
    } while (family);
    struct str list = plan_entries_path(maker->arena, plan->collection);
    file->pages = (struct moved_pages){maker, held, plan_find(plan, list)};
    file->moved = arena_items(maker->arena, struct str, plan->outputs.len);
    for (size_t i = 0; i < maker->threads; i++)
        file->workers[i].shown = arena_items(maker->arena, bool, plan->outputs.len);
}

/* ---- the pages become parts of the file ---- */

static size_t number_in_plan(const struct one_file *file, const struct output *output)
{
    return (size_t)(output - file->maker->view->plan->outputs.items);
}

static void move_page(struct one_file *file, const struct output *output, struct str page,
                      size_t worker)
{
    struct arena *scratch = &file->workers[worker].scratch;
    struct buf *made = &file->workers[worker].moved;
    struct moved moved = {&file->pages, output, moved_name(output), scratch,
                          file->workers[worker].shown};
    moved_put_page(made, &moved, page);
    atomic_fetch_add_explicit(&file->made_len, made->len, memory_order_relaxed);
    file->moved[number_in_plan(file, output)] = buf_take(made, &file->workers[worker].kept);
    arena_reset(scratch);
}

/* When they are too large together, it is the first of them that are looked at (one_file_check). */
static void one_file_take(struct edition_maker *maker, const struct output *output,
                          struct str bytes, size_t worker)
{
    struct one_file *file = maker->state;
    if (file->pages.held[number_in_plan(file, output)] &&
        atomic_load_explicit(&file->made_len, memory_order_relaxed) <= ONE_FILE_MAX)
        move_page(file, output, bytes, worker);
}

/* Returns a page by its place in the order, the absent str if it has not been moved. */
static struct str moved_page(const struct one_file *file, size_t place)
{
    return file->moved[number_in_plan(file, file->order.items[place])];
}

static void move_missing(void *context, size_t index, size_t worker)
{
    struct one_file *file = context;
    const struct output *output = file->order.items[file->done + index];
    struct buf *page = &file->workers[worker].page;
    if (moved_page(file, file->done + index).ptr)
        return;
    buf_clear(page);
    edition_render(file->maker, output, &file->workers[worker].scratch, page);
    move_page(file, output, buf_str(page), worker);
}

/* Whether some of the next pages were not shown when they were made. */
static bool are_missing(const struct one_file *file, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!moved_page(file, file->done + i).ptr)
            return true;
    return false;
}

static void move_pages(struct one_file *file)
{
    const struct edition_maker *maker = file->maker;
    while (file->done < file->order.len && file->len <= ONE_FILE_MAX) {
        size_t left = file->order.len - file->done, count = left < AT_ONCE ? left : AT_ONCE;
        if (are_missing(file, count))
            workers_run(maker->threads, count, move_missing, file);
        for (size_t end = file->done + count; file->done < end; file->done++)
            file->len += moved_page(file, file->done).len;
    }
}

/* Whether any of the pages shows this picture as such. */
static bool is_shown(const struct one_file *file, size_t output)
{
    bool shown = false;
    for (size_t i = 0; i < file->maker->threads && !shown; i++)
        shown = file->workers[i].shown[output];
    return shown;
}

/* ---- the file ---- */

/* What the page of the theme becomes. */
struct framing {
    struct one_file *file;
    struct moved moved; /* that page */
    struct inside inside;
    struct buf *out;
    size_t policy_at; /* where the policy comes, which is known last */
    size_t pages_at;  /* where the pages come */
};

/* Returns the output that an attribute of a tag names. */
static const struct output *named_by(const struct framing *framing, const struct html_token *token,
                                     struct str attribute)
{
    struct str path = address_resolve(framing->moved.scratch, framing->moved.output->path,
                                      html_attribute(token, attribute));
    return plan_find(framing->file->maker->view->plan, path);
}

/* Returns the attributes of a tag that are not among these, each with a space before it. */
static struct str attributes_but(const struct framing *framing, const struct html_token *token,
                                 const struct str *names, size_t count)
{
    struct buf kept = BUF_INIT;
    struct str rest = token->attributes, name, value;
    while (html_next_attribute(&rest, &name, &value)) {
        bool left_out = false;
        for (size_t i = 0; i < count; i++)
            left_out = left_out || str_eq(names[i], name);
        if (!left_out)
            html_put_attribute(&kept, name, value);
    }
    return buf_finish(&kept, framing->moved.scratch);
}

static void put_style(struct framing *framing, const struct html_token *token)
{
    static const struct str left_out[] = {STR_INIT("rel"), STR_INIT("href"), STR_INIT("type")};
    const struct output *sheet = named_by(framing, token, STR("href"));
    struct buf css = BUF_INIT;
    if (sheet)
        inside_put_css(&framing->inside, &css, sheet);
    inside_put_style(&framing->inside, framing->out,
                     attributes_but(framing, token, left_out, sizeof left_out / sizeof *left_out),
                     buf_str(&css));
    buf_release(&css);
}

/* An icon is a picture; other links are for whoever can follow them. */
static void put_link(struct framing *framing, const struct html_token *token)
{
    const struct edition_maker *maker = framing->file->maker;
    struct str relation = html_attribute(token, STR("rel"));
    const struct output *icon = named_by(framing, token, STR("href"));
    if (str_eq(relation, STR("stylesheet")))
        put_style(framing, token);
    if (!icon || !str_eq(relation, STR("icon")))
        return;
    buf_lit(framing->out, "<link rel=\"icon\" href=\"");
    moved_put_data(framing->out, maker, icon, framing->moved.scratch);
    buf_lit(framing->out, "\">");
}

/* Of a search index that is split, the other files fill what the first one has. */
static void append_script(const struct framing *framing, struct buf *script,
                          const struct output *output)
{
    const struct edition_maker *maker = framing->file->maker;
    const struct plan *plan = maker->view->plan;
    struct arena *scratch = framing->moved.scratch;
    edition_render(maker, output, scratch, script);
    if (!str_eq(output->path, plan->search_path))
        return;
    for (size_t i = 0; i < plan->outputs.len; i++)
        if (plan->outputs.items[i].family == output->family && &plan->outputs.items[i] != output)
            edition_render(maker, &plan->outputs.items[i], scratch, script);
}

/* A script without an address is data for others, which are told nothing here. */
static void put_script(struct framing *framing, const struct html_token *token)
{
    static const struct str left_out[] = {STR_INIT("src"), STR_INIT("defer"), STR_INIT("async")};
    const struct output *output = named_by(framing, token, STR("src"));
    struct buf script = BUF_INIT;
    if (!html_attribute(token, STR("src")).ptr)
        return;
    if (output)
        append_script(framing, &script, output);
    inside_put_script(&framing->inside, framing->out,
                      attributes_but(framing, token, left_out, sizeof left_out / sizeof *left_out),
                      buf_str(&script));
    buf_release(&script);
}

/* What those are told with whom a page is shared is left out: nobody shares an address here. */
static void put_meta(struct framing *framing, const struct html_token *token, struct str raw)
{
    struct str policy = html_attribute(token, STR("http-equiv"));
    if (html_attribute(token, STR("property")).ptr ||
        str_starts(html_attribute(token, STR("name")), STR("twitter:")))
        return;
    if (!str_same(policy, STR("content-security-policy"))) {
        buf_put(framing->out, raw);
        return;
    }
    buf_lit(framing->out, "<meta http-equiv=\"Content-Security-Policy\" content=\"");
    framing->policy_at = framing->out->len;
    buf_lit(framing->out, "\">");
}

static void put_pictures(struct framing *framing)
{
    const struct one_file *file = framing->file;
    struct buf css = BUF_INIT;
    for (size_t i = 0; i < file->maker->view->plan->outputs.len; i++)
        if (is_shown(file, i))
            moved_put_picture(&css, file->maker, i, framing->moved.scratch);
    inside_put_style(&framing->inside, framing->out, (struct str){0}, buf_str(&css));
    buf_release(&css);
}

/* Returns whether a tag is one that the file has in another way, and puts that. */
static bool put_instead(struct framing *framing, const struct html_token *token, struct str raw)
{
    if (html_is(&token->name, STR("link")))
        put_link(framing, token);
    else if (html_is(&token->name, STR("script")))
        put_script(framing, token);
    else if (html_is(&token->name, STR("meta")))
        put_meta(framing, token, raw);
    else
        return false;
    return true;
}

static void put_frame(struct framing *framing, struct str page)
{
    struct html_token token = {0};
    struct str rest = page;
    for (const char *from = rest.ptr; html_next(&rest, &token); from = rest.ptr) {
        struct str raw = {from, (size_t)(rest.ptr - from)};
        if (token.kind == HTML_END && html_is(&token.name, STR("head")))
            put_pictures(framing);
        if (token.kind == HTML_START && put_instead(framing, &token, raw)) {
            if (token.after.len) /* its text and its end tag */
                html_next(&rest, &token), html_next(&rest, &token);
            continue;
        }
        if (moved_changes(&token))
            moved_put_tag(framing->out, &framing->moved, &token);
        else
            buf_put(framing->out, raw);
        if (token.kind == HTML_START && html_is(&token.name, STR("main")))
            framing->pages_at = framing->out->len;
    }
}

/* Makes what comes before the pages, and after. */
static void make_frame(struct one_file *file)
{
    struct buf *out = &file->before;
    const struct edition_maker *maker = file->maker;
    struct arena *arena = maker->arena;
    struct buf page = BUF_INIT, made = BUF_INIT;
    struct framing framing = {
        .file = file,
        .moved = {&file->pages, maker->output, STR(""), arena, NULL},
        .inside = {.maker = maker, .scratch = arena},
        .out = &made,
    };
    edition_render(maker, maker->output, arena, &page);
    put_frame(&framing, buf_str(&page));
    if (framing.pages_at < framing.policy_at) /* a theme without <main> */
        framing.pages_at = made.len;
    buf_put(out, str_slice(buf_str(&made), 0, framing.policy_at));
    inside_put_policy(&framing.inside, out);
    buf_put(out, str_slice(buf_str(&made), framing.policy_at, framing.pages_at));
    file->after = str_copy(arena, str_from(buf_str(&made), framing.pages_at));
    inside_release(&framing.inside);
    buf_release(&page);
    buf_release(&made);
}

/* Puts the next pages, and what comes after all. Returns whether there is more. */
static bool put_pages(struct one_file *file, struct buf *out)
{
    for (size_t len = 0; file->put < file->done && len < GOOD_PART; file->put++) {
        struct str page = moved_page(file, file->put);
        buf_put(out, page);
        len += page.len;
    }
    if (file->put < file->done)
        return true;
    buf_put(out, file->after);
    return false;
}

static void one_file_begin(struct edition_maker *maker)
{
    struct one_file *file = arena_new(maker->arena, struct one_file);
    maker->state = file;
    file->maker = maker;
    choose_pages(file);
}

/* Returns «12 MB». */
static struct str megabytes(struct arena *arena, double bytes)
{
    const double MEGA = 1e6;
    return str_format(arena, "%.0f MB", bytes / MEGA);
}

/* Where a list of the settings has a word. */
static struct span span_of(const struct value *list, struct str word)
{
    size_t i = 0;
    while (!str_eq(value_str(list->list.items[i]), word))
        i++;
    return list->list.items[i]->span;
}

static bool one_file_check(struct edition_maker *maker, struct diags *diags)
{
    struct one_file *file = maker->state;
    const struct value *settings = maker->view->collection->settings.fields;
    move_pages(file);
    if (file->len <= ONE_FILE_MAX)
        return true;
    double all = (double)file->len * (double)file->order.len / (double)file->done;
    struct span span =
        span_of(value_get(settings, STR("downloads")), download_names[DOWNLOAD_HTML]);
    diag_add(diags, &plan_rules[RULE_DOWNLOAD_SIZE], span,
             (struct detail){
                 .args = {megabytes(maker->arena, all), megabytes(maker->arena, ONE_FILE_MAX)}});
    return false;
}

static size_t one_file_jobs(struct edition_maker *maker, size_t part)
{
    struct one_file *file = maker->state;
    move_pages(file);
    return part == 0 && file->len <= ONE_FILE_MAX;
}

static void one_file_job(struct edition_maker *maker, size_t index, size_t worker)
{
    (void)index, (void)worker;
    make_frame(maker->state);
}

static bool one_file_put(struct edition_maker *maker, struct buf *out, size_t part)
{
    struct one_file *file = maker->state;
    if (part > 0)
        return put_pages(file, out);
    buf_put(out, buf_str(&file->before));
    return file->len <= ONE_FILE_MAX;
}

static void one_file_end(struct edition_maker *maker)
{
    struct one_file *file = maker->state;
    buf_release(&file->before);
    for (size_t i = 0; i < maker->threads; i++) {
        arena_release(&file->workers[i].scratch);
        arena_release(&file->workers[i].kept);
        buf_release(&file->workers[i].page);
        buf_release(&file->workers[i].moved);
    }
}

const struct edition_kind one_file_edition = {.begin = one_file_begin,
                                              .take = one_file_take,
                                              .check = one_file_check,
                                              .jobs = one_file_jobs,
                                              .job = one_file_job,
                                              .put = one_file_put,
                                              .end = one_file_end};
