#include "pages/inlined.h"

#include "base/buf.h"
#include "base/hash.h"
#include "pages/style_links.h"
#include "pages/theme.h"
#include "pages/values.h"

bool inlined_fits(const struct asset *asset)
{
    return str_ends(asset->name, STR(".css")) || str_ends(asset->name, STR(".js"));
}

/*
 * `</` ends an element, and after `<!--` that of a script is not ended where it should be (HTML
 * 13.1.2.1, 4.12.1.3). Both have a meaning in strings only, where `<\/` and `\x3c!--` are the same.
 */
struct str inlined_text(struct arena *arena, struct str bytes, bool script)
{
    struct buf out = BUF_INIT;
    size_t done = 0; /* as far as it has been put out */
    for (size_t i = 0; i < bytes.len; i++) {
        if (bytes.ptr[i] != '<' && bytes.ptr[i] != '\r')
            continue;
        struct str rest = str_from(bytes, i), other = {0};
        if (str_starts(rest, STR("</")))
            other = STR("<\\");
        else if (script && str_starts(rest, STR("<!--")))
            other = STR("\\x3c");
        else if (bytes.ptr[i] == '\r')
            other = str_starts(rest, STR("\r\n")) ? STR("") : STR("\n");
        else
            continue;
        buf_put(&out, str_slice(bytes, done, i));
        buf_put(&out, other);
        done = i + 1;
    }
    buf_put(&out, str_from(bytes, done));
    return buf_finish(&out, arena);
}

struct value *inlined_values(struct arena *arena, const struct asset *assets, size_t count)
{
    struct value *all = value_map(arena);
    for (size_t i = 0; i < count; i++) {
        if (!inlined_fits(&assets[i]))
            continue;
        struct value *one = value_map(arena);
        bool script = str_ends(assets[i].name, STR(".js"));
        struct str bytes = script ? assets[i].bytes : style_without_fonts(arena, assets[i].bytes);
        struct str text = inlined_text(arena, bytes, script);
        value_put(arena, one, STR("text"), value_html(arena, text));
        values_text(arena, one, STR("hash"), hash_base64(arena, hash_of(text)));
        value_put(arena, all, theme_asset_name(arena, assets[i].name), one);
    }
    return all;
}

struct shape *inlined_shape(struct arena *arena, const struct asset *assets, size_t count)
{
    struct shape *all = shape_map(arena);
    const struct shape *one = shape_parse(arena, "text:html hash", NULL);
    for (size_t i = 0; i < count; i++)
        if (inlined_fits(&assets[i]))
            shape_put(arena, all, theme_asset_name(arena, assets[i].name), one);
    return all;
}
