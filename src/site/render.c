#include "site/render.h"

#include "base/die.h"
#include "pages/pages.h"
#include "data/schema_json.h"
#include "pages/shapes.h"

static void put_page(const struct renderer *renderer, const struct output *output,
                     struct arena *scratch, struct buf *bytes)
{
    const struct value *context = page_view(&renderer->view, output, scratch);
    template_run(renderer->templates[output->family], context, bytes);
}

static void put_asset(const struct renderer *renderer, const struct output *output,
                      struct arena *scratch, struct buf *bytes)
{
    (void)renderer;
    (void)scratch;
    buf_put(bytes, output->asset->bytes);
}

static void put_picture(const struct renderer *renderer, const struct output *output,
                        struct arena *scratch, struct buf *bytes)
{
    struct str path = output->picture->path, picture;
    if (fs_read(renderer->root, path, PICTURE_MAX, scratch, &picture) != FS_OK)
        die("bildet %.*s ble endret mens det ble lest; prøv igjen", STR_ARG(path));
    buf_put(bytes, picture);
}

static void put_made(const struct renderer *renderer, const struct output *output,
                     struct arena *scratch, struct buf *bytes)
{
    (void)renderer;
    (void)scratch;
    buf_put(bytes, output->made->bytes);
}

static void put_schema(const struct renderer *renderer, const struct output *output,
                       struct arena *scratch, struct buf *bytes)
{
    (void)output;
    (void)scratch;
    schema_json_put(bytes, renderer->collection);
}

/* Who writes a family, and the template it is written with. */
static const struct {
    void (*put)(const struct renderer *renderer, const struct output *output, struct arena *scratch,
                struct buf *bytes);
    struct str template;
} writers[FAMILIES] = {
    [FAMILY_HOME] = {put_page, STR_INIT("home")},
    [FAMILY_ENTRIES] = {put_page, STR_INIT("entries")},
    [FAMILY_OVERVIEW] = {put_page, STR_INIT("overview")},
    [FAMILY_PRINT] = {put_page, STR_INIT("print")},
    [FAMILY_ENTRY] = {put_page, STR_INIT("entry")},
    [FAMILY_FACET] = {put_page, STR_INIT("facet")},
    [FAMILY_TERM] = {put_page, STR_INIT("term")},
    [FAMILY_PAGE] = {put_page, STR_INIT("page")},
    [FAMILY_NOT_FOUND] = {put_page, STR_INIT("not-found")},
    [FAMILY_ASSET] = {.put = put_asset},
    [FAMILY_PICTURE] = {.put = put_picture},
    [FAMILY_SEARCH] = {.put = put_made},
    [FAMILY_SCHEMA] = {.put = put_schema},
    [FAMILY_REDIRECT] = {put_page, STR_INIT("redirect")},
};

static bool compile_templates(struct renderer *renderer, struct arena *arena,
                              const struct theme *theme, struct diags *diags)
{
    bool whole = true;
    for (size_t i = 0; i < FAMILIES; i++) {
        if (writers[i].template.len == 0)
            continue;
        const struct shape *shape = shapes_of(arena, (enum family)i, renderer->collection, theme);
        renderer->templates[i] =
            template_compile(arena, &theme->library, writers[i].template, shape, diags);
        whole = whole && renderer->templates[i];
    }
    return whole;
}

bool renderer_init(struct renderer *renderer, struct arena *arena, const struct fs_root *root,
                   const struct plan *plan, const struct theme *theme, struct diags *diags)
{
    *renderer = (struct renderer){.root = root, .plan = plan, .collection = plan->collection};
    const struct strings *strings = theme_strings(theme, plan->collection->settings.language);
    if (!strings || !strings->texts)
        return false;
    if (!compile_templates(renderer, arena, theme, diags) || diag_count(diags, SEVERITY_ERROR))
        return false;
    view_init(&renderer->view, arena, plan, theme);
    return true;
}

void render_output(const struct renderer *renderer, const struct output *output,
                   struct arena *scratch, struct buf *bytes)
{
    writers[output->family].put(renderer, output, scratch, bytes);
    if (bytes->overfull)
        die("siden %.*s blir for stor", STR_ARG(output->path));
}
