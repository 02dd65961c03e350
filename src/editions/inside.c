#include "editions/inside.h"

#include "base/arena.h"
#include "base/hash.h"
#include "editions/edition.h"
#include "editions/moved.h"
#include "pages/inlined.h"
#include "pages/style_links.h"

/* A style sheet while the names in it are looked up. */
struct sheet {
    const struct inside *inside;
    const struct output *output;
};

static void put_named(void *context, struct buf *out, struct str name)
{
    const struct sheet *sheet = context;
    const struct edition_maker *maker = sheet->inside->maker;
    struct arena *scratch = sheet->inside->scratch;
    struct str path = STR_JOIN(scratch, str_folder(sheet->output->path), STR("/"), name);
    const struct output *output = plan_find(maker->view->plan, path);
    if (output)
        moved_put_data(out, maker, output, scratch);
}

void inside_put_css(const struct inside *inside, struct buf *out, const struct output *output)
{
    const struct edition_maker *maker = inside->maker;
    struct sheet sheet = {inside, output};
    struct buf css = BUF_INIT;
    edition_render(maker, output, inside->scratch, &css);
    style_put_anew(out, buf_str(&css), put_named, &sheet);
    buf_release(&css);
}

static void put_element(struct buf *out, struct str name, struct str attributes, struct str text)
{
    buf_byte(out, '<');
    buf_put(out, name);
    buf_put(out, attributes);
    buf_byte(out, '>');
    buf_put(out, text);
    buf_lit(out, "</");
    buf_put(out, name);
    buf_byte(out, '>');
}

static void note_hash(struct buf *hashes, struct arena *scratch, struct str text)
{
    buf_lit(hashes, " 'sha256-");
    buf_put(hashes, hash_base64(scratch, hash_of(text)));
    buf_byte(hashes, '\'');
}

void inside_put_style(struct inside *inside, struct buf *out, struct str attributes, struct str css)
{
    struct str text = inlined_text(inside->scratch, css, false);
    note_hash(&inside->style_hashes, inside->scratch, text);
    put_element(out, STR("style"), attributes, text);
}

void inside_put_script(struct inside *inside, struct buf *out, struct str attributes,
                       struct str script)
{
    struct str text = inlined_text(inside->scratch, script, true);
    note_hash(&inside->script_hashes, inside->scratch, text);
    put_element(out, STR("script"), attributes, text);
}

void inside_put_policy(const struct inside *inside, struct buf *out)
{
    buf_lit(out, "default-src 'none'; script-src");
    buf_put(out, buf_str(&inside->script_hashes));
    buf_lit(out, "; style-src");
    buf_put(out, buf_str(&inside->style_hashes));
    buf_lit(out, "; img-src data:; font-src data:; base-uri 'none'; form-action 'none'");
}

void inside_release(struct inside *inside)
{
    buf_release(&inside->style_hashes);
    buf_release(&inside->script_hashes);
}
