#include "base/ascii.h"
#include "base/escape.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "compare/put.h"

/* In characters. Escaped, a character of a title may take nine bytes (ROOM_… in put.c). */
enum { TITLE_SHOWN = 120, PATH_SHOWN = 200, SENTENCE_SHOWN = 200 };

void diff_say(struct diff_writer *writer, struct buf *out, struct phrase phrase,
              const size_t *numbers)
{
    for (const char *c = phrase.text[writer->language]; *c; c++) {
        if (c[0] == '{' && ascii_is_digit(c[1]) && c[2] == '}') {
            buf_number(out, numbers[c[1] - '0']);
            c += 2;
        } else {
            buf_byte(out, *c);
        }
    }
}

/* ---- content as it may be shown ---- */

/* Makes a text visible, cut off after `most` characters. Returns a view into `buffer`. */
static struct str shown(struct buf *buffer, struct str text, size_t most)
{
    visible_put(buffer, text);
    struct str whole = buf_str(buffer);
    size_t end = utf8_skip(whole, most);
    if (end < whole.len) {
        buffer->len = end;
        buf_lit(buffer, "…");
    }
    return buf_str(buffer);
}

static void put_page_title(struct buf *out, struct str title)
{
    struct buf buffer = BUF_INIT;
    escape_markdown(out, shown(&buffer, title, TITLE_SHOWN));
    buf_release(&buffer);
}

void diff_put_path(struct buf *out, struct str path)
{
    struct buf buffer = BUF_INIT;
    escape_markdown_code(out, shown(&buffer, path, PATH_SHOWN));
    buf_release(&buffer);
}

/* - **Title** `path` */
static void put_page_name(struct buf *out, const struct diff_page *page)
{
    buf_lit(out, "- ");
    if (page->title.len) {
        buf_lit(out, "**");
        put_page_title(out, page->title);
        buf_lit(out, "** ");
    }
    diff_put_path(out, page->path);
}

void diff_put_plain(struct diff_writer *writer, struct buf *item, const struct diff_page *page)
{
    (void)writer;
    put_page_name(item, page);
    buf_byte(item, '\n');
}

static void put_leading(struct buf *item, const struct diff_page *page)
{
    put_page_name(item, page);
    buf_lit(item, " → ");
    diff_put_path(item, page->leads_to);
}

void diff_put_leading(struct diff_writer *writer, struct buf *item, const struct diff_page *page)
{
    (void)writer;
    put_leading(item, page);
    buf_byte(item, '\n');
}

/* ---- what changed in a page ---- */

static void put_sentences(struct buf *item, const struct str *kept, size_t count, char sign)
{
    for (size_t i = 0; i < count && i < SENTENCES_KEPT; i++) {
        struct buf buffer = BUF_INIT;
        struct str text = shown(&buffer, kept[i], SENTENCE_SHOWN);
        buf_format(item, "  %c %.*s\n", sign, STR_ARG(text));
        buf_release(&buffer);
    }
}

static size_t longest_run(const struct diff_text *text, char mark)
{
    size_t longest = 0;
    for (size_t i = 0; i < 2 * SENTENCES_KEPT; i++) {
        struct str kept = i % 2 ? text->come[i / 2] : text->gone[i / 2];
        for (size_t k = 0, run = 0; k < kept.len; k++) {
            run = kept.ptr[k] == mark ? run + 1 : 0;
            longest = run > longest ? run : longest;
        }
    }
    return longest;
}

/*
 * Puts sentences as a block of code, in which Markdown reads nothing. Its fence is
 * longer than any run of backticks in them (CommonMark 4.5).
 */
static void put_text_diff(struct diff_writer *writer, struct buf *item,
                          const struct diff_text *text)
{
    size_t fence = longest_run(text, '`') + 1;
    fence = fence < 3 ? 3 : fence;
    buf_lit(item, "\n  ");
    for (size_t i = 0; i < fence; i++)
        buf_byte(item, '`');
    buf_lit(item, "diff\n");
    put_sentences(item, text->gone, text->gone_count, '-');
    put_sentences(item, text->come, text->come_count, '+');
    buf_lit(item, "  ");
    for (size_t i = 0; i < fence; i++)
        buf_byte(item, '`');
    buf_lit(item, "\n");
    size_t shown_gone = text->gone_count < SENTENCES_KEPT ? text->gone_count : SENTENCES_KEPT;
    size_t shown_come = text->come_count < SENTENCES_KEPT ? text->come_count : SENTENCES_KEPT;
    size_t rest = text->gone_count + text->come_count - shown_gone - shown_come;
    if (rest)
        diff_say(writer, item, PHRASE("\n  … og {0} til\n", "\n  … and {0} more\n"), &rest);
}

static void put_parts(struct diff_writer *writer, struct buf *item, unsigned parts)
{
    static const struct phrase names[PARTS] = {
        [PART_NEWS] = {{"nytt", "news"}},    [PART_TEXT] = {{"tekst", "text"}},
        [PART_FACTS] = {{"fakta", "facts"}}, [PART_LISTS] = {{"lister", "lists"}},
        [PART_OTHER] = {{"annet", "other"}}, [PART_LOOK] = {{"utseende", "look"}},
    };
    const char *gap = " – ";
    for (size_t i = 0; i < PARTS; i++)
        if (parts & (1u << i)) {
            buf_put(item, str_of(gap));
            diff_say(writer, item, names[i], NULL);
            gap = ", ";
        }
}

static void put_changes(struct diff_writer *writer, struct buf *item, const struct diff_page *page)
{
    const struct diff_text *text = &page->text;
    put_parts(writer, item, page->parts);
    const size_t words[] = {text->words_come, text->words_gone};
    if (text->words_gone || text->words_come)
        diff_say(writer, item, PHRASE(" (+{0} −{1} ord)", " (+{0} −{1} words)"), words);
    else if (page->parts & CONTENT && text->gone_count + text->come_count == 0)
        diff_say(writer, item, PHRASE(" (bare lenker)", " (only links)"), NULL);
    buf_byte(item, '\n');
    if (text->gone_count || text->come_count)
        put_text_diff(writer, item, text);
}

void diff_put_changed(struct diff_writer *writer, struct buf *item, const struct diff_page *page)
{
    put_page_name(item, page);
    put_changes(writer, item, page);
}

void diff_put_moved(struct diff_writer *writer, struct buf *item, const struct diff_page *page)
{
    put_leading(item, page);
    put_changes(writer, item, page);
}

void diff_put_with_parts(struct diff_writer *writer, struct buf *item, const struct diff_page *page)
{
    put_page_name(item, page);
    put_parts(writer, item, page->parts);
    if (page->fate == PAGE_ENDED)
        diff_say(writer, item,
                 PHRASE(" (borte: listen er kortere)", " (gone: the list is shorter)"), NULL);
    buf_byte(item, '\n');
}
