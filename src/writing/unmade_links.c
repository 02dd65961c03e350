#include "writing/unmade_links.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/slug.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "parse/comment.h"
#include "writing/blanks.h"
#include "writing/rules.h"
#include "writing/writing.h"

/*
 * Why a link is none, and what to write. A help stands around a value of the link, if it
 * asks for one. To add a reason: a name, a row under it, and where it is seen.
 */
enum reason {
    REASON_NONE,
    REASON_QUOTES,
    REASON_SIZE,
    REASON_WEB_BLANK,
    REASON_FILE_BLANK,
    REASON_TEMPLATE,
    REASON_UNCLOSED,
    REASON_OTHER,
    REASON_APART,
    REASON_LABEL,
    REASON_REVERSED,
    REASON_NO_FILE,
    REASON_DEFINITION,
};

static const struct {
    struct str nb[2], en[2];
} helps[] = {
    [REASON_QUOTES] = {{STR_INIT("bruk rette anførselstegn om tittelen: [teksten](adressen "
                                 "\"tittelen\")")},
                       {STR_INIT("put straight quotation marks around the title: [the text](the "
                                 "address \"the title\")")}},
    [REASON_SIZE] = {{STR_INIT("størrelsen kan ikke settes her; ta bort alt etter filnavnet")},
                     {STR_INIT("the size cannot be set here; take away all after the file name")}},
    [REASON_WEB_BLANK] = {{STR_INIT("en adresse kan ikke ha mellomrom; skriv «"), STR_INIT("»")},
                          {STR_INIT("an address can have no blanks; write “"), STR_INIT("”")}},
    [REASON_FILE_BLANK] = {{STR_INIT("gi filen et navn uten mellomrom, som «"),
                            STR_INIT("», og skriv det her")},
                           {STR_INIT("give the file a name without blanks, such as “"),
                            STR_INIT("”, and write that here")}},
    [REASON_TEMPLATE] = {{STR_INIT("maler finnes ikke her; skriv stien til filen: "
                                   "[teksten](../mappe/fil.md)")},
                         {STR_INIT("there are no templates here; write the path of the file: [the "
                                   "text](../folder/file.md)")}},
    [REASON_UNCLOSED] = {{STR_INIT("sett en parentes etter adressen: [teksten](adressen)")},
                         {STR_INIT("close the bracket after the address: [the text](address)")}},
    [REASON_OTHER] = {{STR_INIT("skriv teksten i hakeparentes og adressen i parentes, uten lenker "
                                "inni lenken: [teksten](adressen)")},
                      {STR_INIT("write the text between brackets and the address between "
                                "parentheses, with no link in the link: [the text](address)")}},
    [REASON_APART] = {{STR_INIT("ta bort mellomrommet mellom «]» og «(»")},
                      {STR_INIT("take away the blank between “]” and “(”")}},
    [REASON_LABEL] = {{STR_INIT("skriv adressen i parentes: [teksten](adressen); ingen linje sier "
                                "hva «["),
                       STR_INIT("]: …» er")},
                      {STR_INIT("write the address between parentheses: [the text](address); no "
                                "line says what “["),
                       STR_INIT("]: …” is")}},
    [REASON_REVERSED] = {{STR_INIT("skriv det i motsatt rekkefølge: [teksten](adressen)")},
                         {STR_INIT("write it the other way round: [the text](address)")}},
    [REASON_NO_FILE] = {{STR_INIT("skriv filnavnet i parentes: ![hva bildet viser](bilde.png)")},
                        {STR_INIT("write the file name between parentheses: ![what it "
                                  "shows](picture.png)")}},
    [REASON_DEFINITION] = {{STR_INIT("sett en tom linje foran, og skriv bare adressen, uten "
                                     "mellomrom, etter kolonet")},
                           {STR_INIT("put an empty line before it, and nothing but the address, "
                                     "without blanks, after the colon")}},
};

/* A link that is none: from its bracket to the end of its address. */
struct unmade {
    enum reason reason;
    bool image;
    size_t start, end;
    struct str value; /* for the help, or a label */
};

/* All that is looked at in one text. */
struct seeker {
    struct writing *writing;
    struct diags *diags;
    struct {
        size_t *items;
        size_t len, cap;
    } open; /* where the brackets stand that are open */
    struct {
        struct unmade *items;
        size_t len, cap;
    } found;
    struct map labels; /* of definitions that are none */
};

/* ---- what stands there ---- */

/* Whether a text begins as an address does, of the web or of a file. */
static bool is_addressed(struct str text)
{
    static const struct str starts[] = {STR_INIT("https://"), STR_INIT("http://"), STR_INIT("www."),
                                        STR_INIT("mailto:"),  STR_INIT("../"),     STR_INIT("./"),
                                        STR_INIT("/"),        STR_INIT("#")};
    static const struct str ends[] = {STR_INIT(".md"), STR_INIT(".png"), STR_INIT(".jpg"),
                                      STR_INIT(".pdf"), STR_INIT(".html")};
    enum { TARGET_MAX = 300 };
    text = str_slice(text, 0, text.len < TARGET_MAX ? text.len : TARGET_MAX);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_begins(text, starts[i]))
            return true;
    size_t end = 0;
    while (end < text.len && str_find_byte(STR(" )]\"#"), text.ptr[end]) == SIZE_MAX)
        end++;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(str_slice(text, 0, end), ends[i]))
            return true;
    return false;
}

static bool is_web(struct str target)
{
    return str_begins(target, STR("http://")) || str_begins(target, STR("https://")) ||
           str_begins(target, STR("www.")) || str_begins(target, STR("mailto:"));
}

static bool is_number(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_digit(text.ptr[i]))
            return false;
    return text.len > 0;
}

/* How far the parenthesis reaches that a text begins with; 0: it is not closed. */
static size_t parenthesis_at(struct str text)
{
    enum { TARGET_MAX = 1000 };
    size_t depth = 0;
    for (size_t i = 0; i < text.len && i < TARGET_MAX; i++) {
        depth += text.ptr[i] == '(';
        if (text.ptr[i] == ')' && --depth == 0)
            return i + 1;
    }
    return 0;
}

/* ---- what to write instead ---- */

/* An address of the web with its blanks encoded; where it was cut by a line end it is joined. */
static struct str web_target(const struct seeker *seeker, size_t start, struct str target)
{
    const struct prose *prose = seeker->writing->prose;
    struct buf out = BUF_INIT;
    if (str_begins(target, STR("www.")))
        buf_put(&out, STR("https://"));
    for (size_t i = 0; i < target.len; i++) {
        size_t from = prose_origin(prose, start + i);
        if (target.ptr[i] != ' ')
            buf_byte(&out, target.ptr[i]);
        else if (prose->source->text.ptr[from] != '\n')
            buf_put(&out, STR("%20"));
    }
    return buf_finish(&out, &seeker->diags->arena);
}

/*
 * A file's name as the files of a collection are named, in the folder that is written; and an
 * anchor as the ids of headings are.
 */
static struct str file_target(const struct seeker *seeker, struct str target)
{
    struct arena *arena = &seeker->diags->arena;
    struct str anchor = STR("");
    size_t sign = str_find_byte(target, '#');
    if (sign != SIZE_MAX) {
        anchor = STR_JOIN(arena, STR("#"), slug_make(arena, str_from(target, sign + 1)));
        target = str_slice(target, 0, sign);
    }
    struct str folder = str_slice(target, 0, target.len - str_name(target).len);
    struct str name = str_name(target), ending = STR("");
    size_t dot = str_rfind_byte(name, '.');
    if (dot != SIZE_MAX) {
        ending = str_from(name, dot);
        name = str_slice(name, 0, dot);
    }
    if (str_find_byte(name, ' ') != SIZE_MAX)
        name = slug_make(arena, name);
    return STR_JOIN(arena, folder, name, ending, anchor);
}

/* ---- the kinds ---- */

static void judge_target(const struct seeker *seeker, struct unmade *link, size_t start,
                         struct str target)
{
    static const struct str quotes[] = {STR_INIT("“"),  STR_INIT("”"), STR_INIT("„"),
                                        STR_INIT("«"),  STR_INIT("‘"), STR_INIT("’"),
                                        STR_INIT("\""), STR_INIT("'")};
    size_t blank = str_find_byte(target, ' ');
    link->reason = REASON_OTHER;
    if (blank == SIZE_MAX)
        return;
    struct str rest = str_trim(str_from(target, blank));
    bool size = str_starts(rest, STR("=")) && rest.len > 1 && ascii_is_digit(rest.ptr[1]);
    bool web = is_web(target), anchor = str_find_byte(target, '#') < blank;
    link->reason = size ? REASON_SIZE : web || anchor ? REASON_WEB_BLANK : REASON_FILE_BLANK;
    if (str_starts(target, STR("{{")) || str_starts(target, STR("{%")))
        link->reason = REASON_TEMPLATE;
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (str_starts(rest, quotes[i]))
            link->reason = REASON_QUOTES;
    if (link->reason == REASON_WEB_BLANK || link->reason == REASON_FILE_BLANK)
        link->value = web ? web_target(seeker, start, target) : file_target(seeker, target);
}

/* `[…](…)`; `at` is where the parenthesis stands. */
static void judge_inline(const struct seeker *seeker, struct unmade *link, size_t at, size_t end)
{
    const struct prose *prose = seeker->writing->prose;
    struct str rest = prose_text(prose, at, end);
    size_t len = parenthesis_at(rest);
    if (len) {
        link->end = at + len;
        judge_target(seeker, link, at + 1, str_slice(rest, 1, len - 1));
        return;
    }
    size_t blank = str_find_byte(rest, ' ');
    link->end = blank == SIZE_MAX ? end : at + blank;
    link->reason = REASON_UNCLOSED;
}

/* `[text][label]`; two numbers are not that, nor is what stands right after a word. */
static void judge_label(const struct seeker *seeker, struct unmade *link, size_t at, size_t end)
{
    enum { LABEL_MAX = 1000 }; /* as in CommonMark */
    const struct prose *prose = seeker->writing->prose;
    struct str rest = prose_text(prose, at + 1, end);
    size_t len =
        str_find_byte(str_slice(rest, 0, rest.len < LABEL_MAX ? rest.len : LABEL_MAX), ']');
    struct str text = str_trim(prose_text(prose, link->start + 1 + link->image, at - 1));
    char before = link->start > 0 ? prose->text.ptr[link->start - 1] : ' ';
    if (len == SIZE_MAX || !text.len || ascii_is_alphanumeric(before))
        return;
    struct str label = str_slice(rest, 0, len);
    if (str_starts(label, STR("^")) || (is_number(text) && is_number(label)))
        return;
    link->value = str_trim(label).len ? label : text;
    link->reason = REASON_LABEL;
    link->end = at + 1 + len + 1;
}

/* Whether a definition is a note to other writers, `[//]: #`, which is an error as that. */
static bool is_comment(const struct prose *prose, size_t start, size_t end)
{
    enum { NOTE_MAX = 100 };
    return comment_definition(
        prose_text(prose, start, end - start > NOTE_MAX ? start + NOTE_MAX : end));
}

/* `[label]: address` where it is none: within a paragraph, or with a blank in the address. */
static void judge_definition(const struct seeker *seeker, struct unmade *link, size_t at,
                             size_t end)
{
    const struct prose *prose = seeker->writing->prose;
    struct str target = str_trim(prose_text(prose, at + 1, end));
    if (!is_addressed(target) || !prose_begins_line(prose, link->start) ||
        is_comment(prose, link->start, end))
        return;
    size_t blank = str_find_byte(target, ' ');
    link->value = prose_text(prose, link->start + 1, at - 1);
    link->reason = REASON_DEFINITION;
    link->end = (size_t)(target.ptr - prose->text.ptr) + (blank == SIZE_MAX ? target.len : blank);
}

/* Finds out why the bracket from `start` to before `at` is no link, if it was meant as one. */
static struct unmade judge(const struct seeker *seeker, size_t start, size_t at,
                           const struct prose_block *block)
{
    const struct prose *prose = seeker->writing->prose;
    bool image = start > block->start && prose->text.ptr[start - 1] == '!' &&
                 !prose_is_escaped(prose, start - 1);
    struct unmade link = {.image = image, .start = start - image, .end = at};
    struct str rest = prose_text(prose, at, block->end);
    struct str text = prose_text(prose, start + 1, at > start ? at - 1 : at);
    char before = start > block->start ? prose->text.ptr[start - 1] : ' ';
    size_t hard = blanks_hard(rest), gap = hard ? hard : str_starts(rest, STR(" "));
    if (str_starts(text, STR("^")) || str_starts(text, STR("[")))
        return link; /* forms of other programs: writing/leftover.c tells of them */
    if (str_starts(rest, STR("(")))
        judge_inline(seeker, &link, at, block->end);
    else if (gap && str_starts(str_from(rest, gap), STR("(")) &&
             is_addressed(str_from(rest, gap + 1))) {
        judge_inline(seeker, &link, at + gap, block->end);
        link.reason = REASON_APART;
    } else if (str_starts(rest, STR("["))) {
        judge_label(seeker, &link, at, block->end);
    } else if (str_starts(rest, STR(": "))) {
        judge_definition(seeker, &link, at, block->end);
    } else if (image && (link.start == block->start || prose->text.ptr[link.start - 1] == ' ')) {
        link.reason = REASON_NO_FILE;
    } else if (before == ')' && is_addressed(text)) {
        link.reason = REASON_REVERSED;
    }
    return link;
}

/* ---- the walk ---- */

static void note(struct seeker *seeker, const struct unmade *link)
{
    struct arena *scratch = seeker->writing->scratch;
    struct stretch stretch = {link->start, link->end};
    vec_push(scratch, &seeker->writing->told, stretch);
    vec_push(scratch, &seeker->found, *link);
    if (link->reason == REASON_DEFINITION)
        map_add(&seeker->labels, link->value, seeker);
}

static void seek_in(struct seeker *seeker, const struct prose_block *block)
{
    const struct prose *prose = seeker->writing->prose;
    if (str_find_byte(prose_block_text(prose, block), ']') == SIZE_MAX)
        return;
    seeker->open.len = 0;
    for (size_t at = block->start; at < block->end; at++) {
        char c = prose->text.ptr[at];
        if ((c != '[' && c != ']') || prose_is_escaped(prose, at))
            continue;
        if (c == '[') {
            vec_push(seeker->writing->scratch, &seeker->open, at);
            continue;
        }
        size_t start = seeker->open.len ? seeker->open.items[--seeker->open.len] : SIZE_MAX;
        if (start == SIZE_MAX)
            continue;
        struct unmade link = judge(seeker, start, at + 1, block);
        if (link.reason == REASON_NONE)
            continue;
        note(seeker, &link);
        seeker->open.len = 0;
        at = link.end - 1;
    }
}

static void tell_unmade(const struct seeker *seeker, const struct unmade *link)
{
    const struct prose *prose = seeker->writing->prose;
    struct arena *arena = &seeker->diags->arena;
    struct str text = words_quoted(arena, prose_text(prose, link->start, link->end));
    const struct str *nb = helps[link->reason].nb, *en = helps[link->reason].en;
    struct str value = nb[1].ptr ? link->value : STR("");
    writing_tell(seeker->diags, link->image ? WRITING_IMAGE_NOT_MADE : WRITING_LINK_NOT_MADE,
                 prose_span(prose, link->start, link->end),
                 (struct detail){.args = {text, STR_JOIN(arena, nb[0], value, nb[1]),
                                          STR_JOIN(arena, en[0], value, en[1])}});
}

/* A definition that is none is one fault; the links that name it are not told of as well. */
void unmade_links_check(struct writing *writing, struct diags *diags)
{
    const struct prose *prose = writing->prose;
    struct seeker seeker = {.writing = writing, .diags = diags};
    map_init(&seeker.labels, writing->scratch);
    for (size_t i = 0; i < prose->blocks.len; i++)
        if (prose->blocks.items[i].kind != PROSE_LISTING)
            seek_in(&seeker, &prose->blocks.items[i]);
    for (size_t i = 0; i < seeker.found.len; i++) {
        const struct unmade *link = &seeker.found.items[i];
        if (link->reason != REASON_LABEL || !map_get(&seeker.labels, link->value))
            tell_unmade(&seeker, link);
    }
}
