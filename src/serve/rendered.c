#include "serve/rendered.h"

#include "site/families.h"

void rendered_init(struct rendered *rendered)
{
    *rendered = (struct rendered){0};
    arena_init(&rendered->arena);
    arena_init(&rendered->scratch);
}

void rendered_release(struct rendered *rendered)
{
    for (size_t i = 0; i < RENDERED_KEPT; i++)
        buf_release(&rendered->pages[i].bytes);
    buf_release(&rendered->large);
    arena_release(&rendered->arena);
    arena_release(&rendered->scratch);
}

void rendered_from(struct rendered *rendered, const struct site *site)
{
    arena_reset(&rendered->arena);
    rendered->site = site;
    output_keys_keep(&rendered->keys, &rendered->arena, site, rendered->readings++);
}

static void render_outputs(struct rendered *rendered, const struct output *output,
                           struct buf *bytes)
{
    bool more = true;
    for (size_t part = 0; more; part++) {
        more = render_part(&rendered->site->renderer, output, part, &rendered->scratch, bytes);
        arena_reset(&rendered->scratch);
    }
}

static void render_whole_edition(struct rendered *rendered, const struct output *output,
                                 struct buf *bytes)
{
    const struct renderer *renderer = &rendered->site->renderer;
    struct edition_maker maker;
    bool more = true;
    render_edition_begin(&maker, renderer, output, NULL, 1, &rendered->scratch);
    for (size_t part = 0; more; part++)
        more = render_edition_part(&maker, part, bytes);
    render_edition_end(&maker);
    renderer->view.download_sizes[plan_download_of(output)] = bytes->len;
    rendered->sized[plan_download_of(output)] = output_key(&rendered->keys, output);
    arena_reset(&rendered->scratch);
}

static bool is_sized(const struct rendered *rendered, const struct output *edition)
{
    static const struct hash unknown;
    struct hash key = output_key(&rendered->keys, edition);
    return hash_eq(key, rendered->sized[plan_download_of(edition)]) && !hash_eq(key, unknown);
}

/* Makes those whose sizes a page tells, unless they are known. */
static void render_editions(struct rendered *rendered, struct buf *bytes)
{
    const struct plan *plan = rendered->keys.plan;
    for (size_t i = 0; i < plan->outputs.len; i++) {
        const struct output *output = &plan->outputs.items[i];
        if (render_round(output) != ROUND_EDITIONS || is_sized(rendered, output))
            continue;
        render_whole_edition(rendered, output, bytes);
        buf_clear(bytes);
    }
}

static void render_whole(struct rendered *rendered, const struct output *output, struct buf *bytes)
{
    switch (render_round(output)) {
    case ROUND_EDITIONS: render_whole_edition(rendered, output, bytes); break;
    case ROUND_AFTER: render_editions(rendered, bytes); /* fall through */
    default: render_outputs(rendered, output, bytes);
    }
}

static struct rendered_page *rendered_place(struct rendered *rendered, struct str path)
{
    struct hash hash = hash_of(path);
    return &rendered->pages[hash.bytes[0] % RENDERED_KEPT];
}

struct str rendered_get(struct rendered *rendered, const struct output *output)
{
    static const struct hash unknown;
    struct rendered_page *page = rendered_place(rendered, output->path);
    struct hash key = output_key(&rendered->keys, output);
    if (page->path.ptr && str_eq(page->path, output->path) && hash_eq(page->key, key) &&
        !hash_eq(key, unknown))
        return str_slice(buf_str(&page->bytes), 0, page->bytes.len - page->path.len);
    buf_clear(&page->bytes);
    render_whole(rendered, output, &page->bytes);
    size_t len = page->bytes.len;
    if (len > RENDERED_MOST) {
        buf_release(&rendered->large);
        rendered->large = page->bytes;
        page->bytes = BUF_INIT;
        page->path = (struct str){0};
        return buf_str(&rendered->large);
    }
    buf_put(&page->bytes, output->path);
    page->path = str_from(buf_str(&page->bytes), len);
    page->key = key;
    return str_slice(buf_str(&page->bytes), 0, len);
}

bool rendered_has_own_text(const struct rendered *rendered, const struct output *output)
{
    return rendered->keys.own_text[output->family - site_families];
}
