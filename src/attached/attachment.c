#include "attached/attachment.h"

#include <stdint.h>

#include "attached/content.h"
#include "attached/csv.h"
#include "attached/office.h"
#include "attached/pdf.h"
#include "attached/picture.h"
#include "attached/rules.h"
#include "attached/svg.h"
#include "attached/traits.h"
#include "parse/gate.h"

void attachment_init(struct attachment *attachment, struct arena *arena, struct str path)
{
    *attachment = (struct attachment){.type = file_type_of(path)};
    source_init(&attachment->source, arena, path, STR(""));
}

void attachment_release(struct attachment *attachment)
{
    arena_release(&attachment->arena);
    diag_release(&attachment->diags);
}

struct span attachment_span(const struct attachment *attachment)
{
    return source_span(&attachment->source, 0, 0);
}

/* Tells of the file as a whole. */
static void attachment_tell(struct attachment *attachment, enum attached_rule rule,
                            struct detail detail)
{
    attached_tell(&attachment->diags, rule, attachment_span(attachment), detail);
}

/* ---- pictures of pixels ---- */

static void tell_broken_file(struct attachment *attachment, struct str why, struct str english)
{
    attachment_tell(attachment, ATTACHED_BROKEN, (struct detail){.args = {why, english}});
}

/* Keeps what a picture needs to look right: how it is turned, and its colours. */
static void tell_traits(struct attachment *attachment, unsigned traits)
{
    struct arena *arena = &attachment->diags.arena;
    static const struct str command =
        STR_INIT("exiftool -overwrite_original -all= --icc_profile:all -tagsfromfile @ "
                 "-orientation ");
    struct str path = attachment->source.path;
    bool place = traits & TRAIT_COORDINATES;
    struct detail detail = {.args = {traits_told(arena, traits, false),
                                     traits_told(arena, traits, true),
                                     STR_JOIN(arena, STR("med «"), command, path, STR("»")),
                                     STR_JOIN(arena, STR("with “"), command, path, STR("”"))}};
    attachment_tell(attachment, place ? ATTACHED_PICTURE_PLACE : ATTACHED_PICTURE_METADATA, detail);
}

static bool is_sane(unsigned width, unsigned height)
{
    enum { SIDE_MAX = 30000, PIXELS_MAX = 100 * 1000 * 1000 };
    return width > 0 && height > 0 && width <= SIDE_MAX && height <= SIDE_MAX &&
           (uint64_t)width * height <= PIXELS_MAX;
}

/* One finding: the first of these that is wrong. Where it was taken is what matters most. */
static void check_pixels(struct attachment *attachment, enum content_kind kind, struct str bytes)
{
    struct picture_facts facts;
    struct arena *arena = &attachment->diags.arena;
    picture_read(&facts, kind, bytes);
    attachment->width = facts.width;
    attachment->height = facts.height;
    if (facts.traits & TRAIT_COORDINATES)
        tell_traits(attachment, facts.traits);
    else if (!facts.has_data)
        tell_broken_file(attachment, STR("det er ikke noe bilde i den"),
                         STR("there is no picture in it"));
    else if (!facts.ends)
        tell_broken_file(attachment, STR("slutten av bildet mangler"),
                         STR("the end of the picture is missing"));
    else if (!is_sane(facts.width, facts.height))
        attachment_tell(attachment, ATTACHED_PICTURE_SIZE,
                        (struct detail){.args = {str_format(arena, "%u", facts.width),
                                                 str_format(arena, "%u", facts.height)}});
    else if (facts.traits)
        tell_traits(attachment, facts.traits);
}

/* ---- what is text ---- */

static void check_svg(struct attachment *attachment, const struct source *source)
{
    svg_check(source, &attachment->width, &attachment->height, &attachment->diags);
}

/* One finding for a file, at the first of its formulas. */
static void check_csv(struct attachment *attachment, const struct source *source)
{
    enum { SHOWN = 40 };
    size_t count;
    struct arena *arena = &attachment->diags.arena;
    struct str cell = csv_formula(source->text, &count);
    struct str shown = str_slice(cell, 0, cell.len < SHOWN ? cell.len : SHOWN);
    struct detail detail = {.args = {shown}};
    if (count > 1) {
        detail.args[1] = str_format(arena, ", og %zu ruter til", count - 1);
        detail.args[2] = str_format(arena, ", and %zu more cells", count - 1);
    }
    if (count)
        attached_tell(&attachment->diags, ATTACHED_CSV_FORMULA, source_span_of(source, shown),
                      detail);
}

/* Lets a text through the gate, and keeps it only if there are findings that point at it. */
static void check_text(struct attachment *attachment, struct str bytes,
                       void (*check)(struct attachment *, const struct source *))
{
    struct arena arena;
    arena_init(&arena);
    struct source *source = arena_new(&arena, struct source);
    if (gate_text(&arena, str_copy(&arena, bytes), attachment->source.path, source,
                  &attachment->diags))
        check(attachment, source);
    if (attachment->diags.len)
        arena_adopt(&attachment->arena, &arena);
    else
        arena_release(&arena);
}

/* ---- documents ---- */

static void check_active(struct attachment *attachment, struct str name)
{
    if (name.len)
        attachment_tell(attachment, ATTACHED_DOCUMENT_ACTIVE, (struct detail){.args = {name}});
}

/* ---- the file ---- */

static void check_kind(struct attachment *attachment, enum content_kind kind, struct str bytes)
{
    switch (kind) {
    case CONTENT_PNG:
    case CONTENT_JPEG:
    case CONTENT_GIF:
    case CONTENT_WEBP: check_pixels(attachment, kind, bytes); break;
    case CONTENT_SVG: check_text(attachment, bytes, check_svg); break;
    case CONTENT_PDF: check_active(attachment, pdf_active(bytes)); break;
    case CONTENT_ODT:
    case CONTENT_DOCX:
    case CONTENT_XLSX: check_active(attachment, office_macro(bytes)); break;
    default: check_text(attachment, bytes, check_csv);
    }
}

/* Returns the name that the file should have, or the absent str if no ending would do. */
static struct str name_with_ending(struct attachment *attachment, struct str ending)
{
    struct str name = str_name(attachment->source.path);
    size_t dot = str_rfind_byte(name, '.');
    if (ending.len == 0)
        return (struct str){0};
    return STR_JOIN(&attachment->diags.arena, str_slice(name, 0, dot), ending);
}

static void tell_content(struct attachment *attachment, enum content_kind kind)
{
    const struct content *content = &contents[kind];
    struct str better = name_with_ending(attachment, content->ending);
    attachment_tell(attachment, better.len ? ATTACHED_WRONG_ENDING : ATTACHED_CONTENT,
                    (struct detail){.args = {content->told[0], content->told[1],
                                             attachment->type->ending, better}});
}

static void check_bytes(struct attachment *attachment, struct str bytes)
{
    enum content_kind kind = content_of(bytes);
    if (kind == CONTENT_EMPTY)
        attachment_tell(attachment, ATTACHED_EMPTY, NO_DETAIL);
    else if (kind == CONTENT_LFS_POINTER)
        attachment_tell(attachment, ATTACHED_LFS_POINTER, NO_DETAIL);
    else if (content_fits(kind, attachment->type->ending))
        check_kind(attachment, kind, bytes);
    else
        tell_content(attachment, kind);
}

void attachment_read(struct attachment *attachment, const struct fs_root *root)
{
    struct arena scratch;
    struct str bytes;
    arena_init(&scratch);
    diag_init(&attachment->diags);
    arena_init(&attachment->arena);
    if (fs_read(root, attachment->source.path, SIZE_MAX - 1, &scratch, &bytes) == FS_OK) {
        attachment->size = bytes.len;
        check_bytes(attachment, bytes);
    }
    arena_release(&scratch);
}
