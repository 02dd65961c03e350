#include "site/render.h"

#include "base/die.h"
#include "base/stages.h"
#include "base/workers.h"
#include "pages/news.h"
#include "pages/page_maker.h"
#include "pages/rules.h"
#include "pages/shapes.h"
#include "pages/turning.h"
#include "plan/paged.h"
#include "site/families.h"

/*
 * Whether a family needs its template: a theme that was made before there was such a page lacks
 * it, and goes on as long as the collection does not ask for one. Those of an edition are many, and
 * cost nothing where it is not made.
 */
static bool needs_template(const struct plan *plan, const struct template_library *library,
                           const struct family *family)
{
    for (size_t i = 0; i < library->count && !family->edition; i++)
        if (str_eq(library->files[i].name, str_of(family->template)))
            return true;
    for (size_t i = 0; i < plan->outputs.len; i++)
        if (plan->outputs.items[i].family == family)
            return true;
    return false;
}

/*
 * Compiles those that are needed and not there yet. False after findings. The arena may be asked
 * again and again: where nothing is compiled it gets nothing.
 */
static bool compile_templates(struct renderer *renderer, struct arena *arena,
                              const struct theme *theme, struct diags *diags)
{
    bool whole = true;
    struct map named = {0};
    struct template_library library = theme->library;
    for (size_t i = 0; i < site_family_count; i++) {
        const struct family *family = &site_families[i];
        if (!family->template || renderer->templates[i] ||
            !needs_template(renderer->plan, &library, family))
            continue;
        if (!named.arena) {
            shapes_init(&named, arena, renderer->plan->collection, theme);
            library.units = arena_items(arena, struct unit *, library.count);
        }
        const struct shape *shape = shape_parse(arena, family->shape, &named);
        renderer->templates[i] =
            template_compile(arena, &library, str_of(family->template), shape, diags);
        whole = whole && renderer->templates[i];
    }
    return whole;
}

/* Whether an upper layer has added templates: then it is told which of them no page uses. */
static bool has_added(const struct theme *theme)
{
    for (size_t i = 0; i < theme->library.count; i++)
        if (theme->added[i])
            return true;
    return false;
}

/* Takes over what has been compiled, or compiles it for the next one, too. */
static bool take_templates(struct renderer *renderer, const struct theme *theme,
                           struct compiled *compiled, struct diags *diags)
{
    if (!compiled->templates)
        compiled->templates =
            arena_items(&compiled->arena, const struct template *, site_family_count);
    renderer->templates = compiled->templates;
    size_t told = diag_total(diags);
    bool whole = compile_templates(renderer, &compiled->arena, theme, diags);
    compiled->faulty = diag_total(diags) > told;
    return whole;
}

static void tell_unshown_turning(const struct theme *theme, const struct output *output,
                                 struct arena *arena, struct diags *diags)
{
    struct str name = str_of(output->family->template);
    const struct paging *paging = output->paging;
    const struct template_file *file = theme->library.files;
    while (!str_eq(file->name, name))
        file++;
    diag_add(diags, &page_rules[RULE_TEMPLATE_PAGING], source_span(file->source, 0, 0),
             (struct detail){.args = {paging->first, str_format(arena, "%zu", paging->count)}});
}

/*
 * Tells of the templates of lists that go on over several pages, and that show no way to the
 * others, each at the first of its lists: a collection has grown from under one of its own.
 */
static void check_turning(const struct renderer *renderer, struct arena *arena,
                          const struct theme *theme, struct diags *diags)
{
    const struct plan *plan = renderer->plan;
    bool *checked = arena_items(arena, bool, site_family_count);
    for (size_t i = 0; i < plan->outputs.len; i++) {
        const struct output *output = &plan->outputs.items[i];
        size_t family = (size_t)(output->family - site_families);
        if (!output->paging || checked[family])
            continue;
        checked[family] = true;
        if (!turning_is_shown(renderer->templates[family]))
            tell_unshown_turning(theme, output, arena, diags);
    }
}

static void render_page(const struct renderer *renderer, const struct output *output,
                        struct arena *scratch, struct buf *bytes)
{
    const struct family *family = output->family;
    const struct template *template = renderer->templates[family - site_families];
    const struct value *values = page_make(&renderer->view, output, scratch);
    struct buf made = BUF_INIT;
    if (!family->wrap) {
        template_run(template, values, bytes);
        return;
    }
    template_run(template, values, &made);
    family->wrap(bytes, output, renderer->plan, buf_finish(&made, scratch));
}

static void check_size(const struct output *output, const struct buf *bytes)
{
    if (bytes->overfull)
        die(SAID("siden %.*s blir for stor", "the page %.*s becomes too large"),
            STR_ARG(output->path));
}

bool render_part(const struct renderer *renderer, const struct output *output, size_t part,
                 struct arena *scratch, struct buf *bytes)
{
    const struct family *family = output->family;
    bool more = false;
    if (family->template)
        render_page(renderer, output, scratch, bytes);
    else if (family->put_seen)
        family->put_seen(bytes, output, &renderer->view, scratch);
    else if (family->put_part)
        more = family->put_part(bytes, output, &renderer->view, scratch, part);
    else
        family->put(bytes, output, renderer->plan, scratch);
    check_size(output, bytes);
    return more;
}

enum render_round render_round(const struct output *output)
{
    return output->family->edition          ? ROUND_EDITIONS
           : output->family->after_editions ? ROUND_AFTER
                                            : ROUND_MOST;
}

/* The renderer of an edition is one of a copy of the site, which has what is stored of it. */
struct copy_renderer {
    struct renderer renderer;
    const struct edition_store *store;
};

static bool is_stored(const struct copy_renderer *copy, const struct output *output,
                      struct buf *out)
{
    const struct edition_store *store = copy->store;
    return store && edition_has_as_it_is(output) && store->put(store->self, output, out);
}

static bool render_again(const void *renderer, const struct output *output, size_t part,
                         struct arena *scratch, struct buf *out)
{
    const struct copy_renderer *copy = renderer;
    if (part == 0 && is_stored(copy, output, out))
        return false;
    return render_part(&copy->renderer, output, part, scratch, out);
}

void render_edition_begin(struct edition_maker *maker, const struct renderer *renderer,
                          const struct output *output, const struct edition_store *store,
                          size_t threads, struct arena *arena)
{
    struct copy_renderer *copy = arena_new(arena, struct copy_renderer);
    *copy = (struct copy_renderer){*renderer, store};
    copy->renderer.view.copy = true;
    *maker = (struct edition_maker){.output = output,
                                    .view = &copy->renderer.view,
                                    .threads = threads,
                                    .arena = arena,
                                    .store = store,
                                    .render = render_again,
                                    .renderer = copy};
    output->family->edition->begin(maker);
}

bool render_edition_checked(struct edition_maker *maker, struct diags *diags)
{
    const struct edition_kind *kind = maker->output->family->edition;
    return !kind->check || kind->check(maker, diags);
}

void render_check_editions(const struct renderer *renderer, struct diags *diags)
{
    const struct plan *plan = renderer->plan;
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < plan->outputs.len; i++) {
        const struct output *output = &plan->outputs.items[i];
        if (!output->family->edition || !output->family->edition->check)
            continue;
        struct edition_maker maker;
        render_edition_begin(&maker, renderer, output, NULL, plan->inputs.threads, &arena);
        render_edition_checked(&maker, diags);
        render_edition_end(&maker);
        arena_reset(&arena);
    }
    arena_release(&arena);
}

bool renderer_init(struct renderer *renderer, struct arena *arena, const struct plan *plan,
                   const struct theme *theme, struct compiled *compiled, struct diags *diags)
{
    *renderer = (struct renderer){.plan = plan};
    const struct strings *strings = theme_strings(theme, plan->collection->settings.language);
    if (!strings || !strings->texts)
        return false;
    renderer->templates = arena_items(arena, const struct template *, site_family_count);
    bool shared = compiled && !compiled->faulty && !has_added(theme);
    bool whole = shared ? take_templates(renderer, theme, compiled, diags)
                        : compile_templates(renderer, arena, theme, diags);
    if (!whole)
        return false;
    theme_check_used(theme, diags);
    check_turning(renderer, arena, theme, diags);
    if (diag_count(diags, SEVERITY_ERROR))
        return false;
    view_init(&renderer->view, arena, plan, theme);
    renderer->view.download_sizes = arena_items(arena, size_t, DOWNLOADS);
    stages_begin(plan->inputs.stages, SAID("ser etter nytt", "looking for news"));
    renderer->view.news = news_make(arena, &renderer->view);
    stages_end(plan->inputs.stages, 0, 0);
    return diag_count(diags, SEVERITY_ERROR) == 0;
}

bool render_edition_put(struct edition_maker *maker, size_t part, struct buf *bytes)
{
    bool more = maker->output->family->edition->put(maker, bytes, part);
    check_size(maker->output, bytes);
    return more;
}

static void run_edition_job(void *context, size_t index, size_t worker)
{
    struct edition_maker *maker = context;
    maker->output->family->edition->job(maker, index, worker);
}

bool render_edition_part(struct edition_maker *maker, size_t part, struct buf *bytes)
{
    size_t jobs = maker->output->family->edition->jobs(maker, part);
    workers_run(maker->threads, jobs, run_edition_job, maker);
    return render_edition_put(maker, part, bytes);
}

void render_edition_end(struct edition_maker *maker)
{
    maker->output->family->edition->end(maker);
}
