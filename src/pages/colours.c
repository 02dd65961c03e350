#include "pages/colours.h"

#include "base/buf.h"
#include "base/colour.h"
#include "base/hash.h"
#include "collection/fields.h"
#include "pages/motif.h"
#include "pages/rules.h"

enum scheme { LIGHT, DARK, SCHEMES };

/* The grounds come first: they are settled when what stands on them is judged. */
enum token { BACKGROUND, TINTED, TEXT, SUBTLE, LINK, VISITED, BAR, TOKENS };

/*
 * What stands on the grounds, and how much contrast it needs there, in hundredths. More than the
 * grounds here lie under text: the tints of motifs, what is marked, the parts of a column. All of
 * them are such that what has this much here has 7 to the pale ones and 4.5 to the others.
 */
static const struct token_row {
    struct str name;
    unsigned contrast; /* 0: it is a ground */
    bool on_tints;     /* it stands on the grounds of motifs as well */
} tokens[TOKENS] = {
    [BACKGROUND] = {STR_INIT("background"), 0, false},
    [TINTED] = {STR_INIT("tinted"), 0, false},
    [TEXT] = {STR_INIT("text"), 1200, false},
    [SUBTLE] = {STR_INIT("subtle"), 700, false},
    [LINK] = {STR_INIT("link"), 700, true},
    [VISITED] = {STR_INIT("visited"), 700, true},
    [BAR] = {STR_INIT("bar"), 450, false},
};

static const struct colour black = {0, 0, 0}, white = {255, 255, 255};

struct palette {
    struct colour colours[SCHEMES][TOKENS];
    bool known[SCHEMES][TOKENS];              /* the theme says it, or it is set */
    const struct value *set[SCHEMES][TOKENS]; /* in the settings, or NULL */
};

/*
 * What the theme has.
 */

/* Returns what follows the next `--name:` in a style sheet, or the absent str. */
static struct str property_after(struct arena *arena, struct str sheet, struct str name)
{
    size_t start = str_find(sheet, STR_JOIN(arena, STR("--"), name, STR(":")));
    return start == SIZE_MAX ? (struct str){0} : str_from(sheet, start + name.len + 3);
}

static void read_token(struct palette *palette, struct arena *arena, struct str sheet,
                       enum token token)
{
    for (enum scheme scheme = LIGHT; scheme < SCHEMES; scheme++) {
        sheet = property_after(arena, sheet, tokens[token].name);
        size_t len = 0;
        while (len < sheet.len && sheet.ptr[len] != ';' && sheet.ptr[len] != '}')
            len++;
        palette->known[scheme][token] =
            colour_parse(str_trim(str_slice(sheet, 0, len)), &palette->colours[scheme][token]);
    }
}

/* A theme that says nothing of its grounds has the browser's. */
static void read_theme(struct palette *palette, struct arena *arena, struct str sheet)
{
    for (enum token token = 0; token < TOKENS; token++)
        read_token(palette, arena, sheet, token);
    for (enum scheme scheme = LIGHT; scheme < SCHEMES; scheme++)
        if (!palette->known[scheme][BACKGROUND]) {
            palette->known[scheme][BACKGROUND] = true;
            palette->colours[scheme][BACKGROUND] = scheme == DARK ? black : white;
        }
}

static void read_settings(struct palette *palette, const struct value *colours)
{
    static const struct str names[SCHEMES] = {
        [LIGHT] = STR_INIT("light"), [DARK] = STR_INIT("dark")};
    for (enum scheme scheme = LIGHT; scheme < SCHEMES; scheme++)
        for (enum token token = 0; token < TOKENS; token++) {
            struct colour colour;
            const struct value *value =
                value_get(value_get(colours, names[scheme]), tokens[token].name);
            if (colour_parse(value_str(value), &colour))
                palette->set[scheme][token] = value;
        }
}

/*
 * What can be read.
 */

/* The worst that a colour meets: where that is, and how much of what it needs it has. */
struct meeting {
    struct colour other;
    unsigned contrast, needed;
};

static bool is_worse(const struct meeting *one, const struct meeting *other)
{
    return (unsigned long)one->contrast * other->needed <
           (unsigned long)other->contrast * one->needed;
}

static void meet(struct meeting *worst, struct colour colour, struct colour other, unsigned needed)
{
    struct meeting meeting = {other, colour_contrast(colour, other), needed};
    if (!worst->needed || is_worse(&meeting, worst))
        *worst = meeting;
}

static void meet_tints(struct meeting *worst, struct colour colour, enum scheme scheme,
                       unsigned needed)
{
    for (unsigned tint = 0; tint < MOTIF_TINTS; tint++) {
        struct colour ground;
        struct motif motif = {.tint = tint};
        colour_parse(str_of(motif_shades(&motif, scheme == DARK).ground), &ground);
        meet(worst, colour, ground, needed);
    }
}

/* Grounds are pale in light, and what stands on them is pale in dark. */
static struct colour utmost(enum scheme scheme, enum token token)
{
    return (scheme == DARK) != !tokens[token].contrast ? white : black;
}

/*
 * Two that are both set are judged once, as the one that stands on the other; a ground only by
 * whether something could.
 */
static struct meeting worst_of(const struct palette *palette, enum scheme scheme, enum token token,
                               struct colour colour)
{
    struct meeting worst = {0};
    bool ground = !tokens[token].contrast;
    for (enum token other = 0; other < TOKENS; other++) {
        bool set = palette->set[scheme][other] != NULL;
        bool there = palette->known[scheme][other] || (ground && set);
        if (!there || (tokens[other].contrast == 0) == ground)
            continue;
        meet(&worst, colour,
             ground && set ? utmost(scheme, other) : palette->colours[scheme][other],
             tokens[ground ? other : token].contrast);
    }
    if (tokens[token].on_tints)
        meet_tints(&worst, colour, scheme, tokens[token].contrast);
    return worst;
}

static bool is_read(struct meeting worst)
{
    return worst.contrast >= worst.needed;
}

/* Finds the nearest that can be read, on the way to black or white. False if there is none. */
static bool find_read(const struct palette *palette, enum scheme scheme, enum token token,
                      struct colour from, struct colour *found)
{
    for (unsigned share = 0; share <= COLOUR_FULL; share++) {
        *found = colour_mix(from, utmost(scheme, token), share);
        if (is_read(worst_of(palette, scheme, token, *found)))
            return true;
    }
    return false;
}

static struct str ratio_text(struct arena *arena, unsigned contrast)
{
    return str_format(arena, SAID("%u,%u", "%u.%u"), contrast / 100, contrast / 10 % 10);
}

static void tell_contrast(const struct palette *palette, enum scheme scheme, enum token token,
                          struct colour colour, struct diags *diags)
{
    struct arena *arena = &diags->arena;
    struct meeting worst = worst_of(palette, scheme, token, colour);
    struct colour better;
    struct str suggestion = {0};
    if (find_read(palette, scheme, token, colour, &better))
        suggestion = colour_text(arena, better);
    diag_add(diags, &page_rules[RULE_COLOUR_CONTRAST], palette->set[scheme][token]->span,
             (struct detail){
                 .args = {value_str(palette->set[scheme][token]), colour_text(arena, worst.other),
                          ratio_text(arena, worst.contrast), ratio_text(arena, worst.needed)},
                 .suggestion = suggestion});
}

/* One that cannot be read leaves the theme's in its place, so that it spoils no other. */
static void settle(struct palette *palette, enum scheme scheme, enum token token,
                   struct diags *diags)
{
    struct colour colour;
    if (!colour_parse(value_str(palette->set[scheme][token]), &colour))
        return;
    if (!is_read(worst_of(palette, scheme, token, colour))) {
        tell_contrast(palette, scheme, token, colour, diags);
        return;
    }
    palette->colours[scheme][token] = colour;
    palette->known[scheme][token] = true;
}

/*
 * What is published.
 */

static bool is_set(const struct palette *palette, enum token token)
{
    return palette->set[LIGHT][token] || palette->set[DARK][token];
}

/* What is set for one scheme alone. */
static void derive_dark(struct palette *palette)
{
    for (enum token token = 0; token < TOKENS; token++)
        if (palette->set[LIGHT][token] && !palette->set[DARK][token] && tokens[token].contrast)
            palette->known[DARK][token] =
                find_read(palette, DARK, token, palette->colours[LIGHT][token],
                          &palette->colours[DARK][token]);
}

static void put_scheme(struct buf *out, struct arena *arena, const struct palette *palette,
                       enum scheme scheme)
{
    buf_lit(out, ":root{");
    for (enum token token = 0; token < TOKENS; token++)
        if (is_set(palette, token) && palette->known[scheme][token]) {
            buf_lit(out, "--");
            buf_put(out, tokens[token].name);
            buf_byte(out, ':');
            buf_put(out, colour_text(arena, palette->colours[scheme][token]));
            buf_byte(out, ';');
        }
    buf_byte(out, '}');
}

static struct asset *find_sheet(struct theme *theme)
{
    for (size_t i = 0; i < theme->asset_count; i++)
        if (str_eq(theme->assets[i].name, STR("site.css")))
            return &theme->assets[i];
    return NULL;
}

static void put_palette(struct asset *sheet, struct arena *arena, const struct palette *palette)
{
    struct buf out = BUF_INIT;
    buf_put(&out, sheet->bytes);
    put_scheme(&out, arena, palette, LIGHT);
    buf_lit(&out, "@media (prefers-color-scheme:dark){");
    put_scheme(&out, arena, palette, DARK);
    buf_lit(&out, "}\n");
    sheet->bytes = buf_finish(&out, arena);
    sheet->hash = hash_hex(arena, hash_of(sheet->bytes));
}

void colours_set(struct theme *theme, struct arena *arena, const struct settings *settings,
                 struct diags *diags)
{
    const struct value *colours = value_get(settings->fields, STR(FIELD_COLOURS));
    struct asset *sheet = find_sheet(theme);
    struct palette palette = {0};
    if (!colours || !sheet)
        return;
    read_theme(&palette, arena, sheet->bytes);
    read_settings(&palette, colours);
    for (enum scheme scheme = LIGHT; scheme < SCHEMES; scheme++)
        for (enum token token = 0; token < TOKENS; token++)
            settle(&palette, scheme, token, diags);
    derive_dark(&palette);
    put_palette(sheet, arena, &palette);
}
