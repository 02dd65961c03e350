#include "data/sitemap.h"

#include "base/vec.h"
#include "base/xml_put.h"
#include "plan/paths.h"

/*
 * The protocol lets a file have 50 000 addresses and 50 MB. No file of the index of a site is
 * larger than half a megabyte here, less an address, which has 2048 bytes at the most: so a part
 * that has changed is all that is fetched again.
 */
enum { BYTES_MAX = 490 * 1000 };

#define SITEMAP_BEGIN(root) \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
    "<" root " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"

struct sitemap_pages {
    const struct output **items;
    size_t len, cap;
};

struct sitemap_parts {
    struct str *items; /* the bytes */
    size_t len, cap;
};

static void put_page_address(struct buf *out, const struct plan *plan, const struct output *page,
                             struct arena *scratch)
{
    struct str updated = plan_updated(page);
    buf_lit(out, "<url>");
    xml_put_element(out, "loc", plan_address(scratch, plan->collection, page->path));
    xml_put_element(out, "lastmod", updated);
    buf_lit(out, "</url>\n");
}

/* Makes a part of the pages from number `*at` on, and moves that to where the next begins. */
static struct str make_part(struct plan *plan, const struct sitemap_pages *pages, size_t *at)
{
    struct arena scratch;
    struct buf out = BUF_INIT;
    arena_init(&scratch);
    buf_lit(&out, SITEMAP_BEGIN("urlset"));
    for (; *at < pages->len && out.len < BYTES_MAX; ++*at) {
        put_page_address(&out, plan, pages->items[*at], &scratch);
        arena_reset(&scratch);
    }
    buf_lit(&out, "</urlset>\n");
    arena_release(&scratch);
    return buf_finish(&out, &plan->arena);
}

/* Returns the parts, all made before one of them is added: the outputs move then. */
static struct sitemap_parts make_parts(struct plan *plan)
{
    struct sitemap_parts parts = {0};
    struct sitemap_pages pages = {0};
    for (size_t i = 0; i < plan->outputs.len; i++) {
        const struct output *output = &plan->outputs.items[i];
        if (output->family->wave == 0 && !output->family->repeats && plan_is_page(output))
            vec_push(&plan->arena, &pages, output);
    }
    for (size_t at = 0; at < pages.len;)
        vec_push(&plan->arena, &parts, make_part(plan, &pages, &at));
    return parts;
}

static void add_file(struct plan *plan, struct str path, struct str bytes)
{
    struct made_file *file = arena_new(&plan->arena, struct made_file);
    *file = (struct made_file){path, bytes};
    plan_add(plan, (struct output){.path = path, .made = file, .origin = plan_settings_span(plan)});
}

/* Adds the parts, and the index that leads to them. */
static void add_parts(struct plan *plan, const struct sitemap_parts *parts)
{
    struct buf index = BUF_INIT;
    buf_lit(&index, SITEMAP_BEGIN("sitemapindex"));
    for (size_t i = 0; i < parts->len; i++) {
        struct str path = str_format(&plan->arena, "sitemap-%zu.xml", i + 1);
        add_file(plan, path, parts->items[i]);
        buf_lit(&index, "<sitemap>");
        xml_put_element(&index, "loc", plan_address(&plan->arena, plan->collection, path));
        buf_lit(&index, "</sitemap>\n");
    }
    buf_lit(&index, "</sitemapindex>\n");
    add_file(plan, STR(SITEMAP_PATH), buf_finish(&index, &plan->arena));
}

void sitemap_add(struct plan *plan)
{
    if (plan->collection->settings.base_url.len == 0)
        return;
    struct sitemap_parts parts = make_parts(plan);
    if (parts.len == 1)
        add_file(plan, STR(SITEMAP_PATH), parts.items[0]);
    else
        add_parts(plan, &parts);
}
