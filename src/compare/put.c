#include "compare/put.h"

#include <assert.h>

/*
 * How the report stays within DIFF_MAX, whatever is in the two folders. What comes from
 * them is put as items, and each section puts only items that its room, in bytes, can
 * take. The rest is the frame: phrases of this file, numbers, and one path that is cut
 * off.
 */
enum {
    ROOM_LOST = 9000,
    ROOM_MOVED = 6000,
    ROOM_NEW = 8000,
    ROOM_NEWS = 4000,
    ROOM_CONTENT = 14000,
    ROOM_LISTS = 5000,
    ROOM_AROUND = 4000,
    ROOM_LEADING = 3000,
    ROOM_FILES = 4000,
    ROOM_NOTES = 2500,
    ROOM_ITEMS = ROOM_LOST + ROOM_MOVED + ROOM_NEW + ROOM_NEWS + ROOM_CONTENT + ROOM_LISTS +
                 ROOM_AROUND + ROOM_LEADING + ROOM_FILES + ROOM_NOTES,
    ROOM_FRAME = 4500,
};
static_assert(ROOM_ITEMS + ROOM_FRAME <= DIFF_MAX, "a comment on GitHub takes it all");

/* A section of the report while its items are put. */
struct section {
    struct diff_writer *writer;
    size_t room;     /* bytes left for items */
    size_t left_out; /* items that found no room */
};

/* Appends a size: «999 B», «1,2 kB», «123 kB». */
static void put_size(struct buf *out, size_t bytes, enum diag_language language)
{
    static const char *const units[] = {"B", "kB", "MB", "GB"};
    size_t unit = 0, tenths = bytes * 10;
    for (; tenths >= 10000 && unit < 3; unit++)
        tenths = (tenths + 500) / 1000;
    if (unit == 0 || tenths >= 1000)
        buf_format(out, "%zu %s", (tenths + 5) / 10, units[unit]);
    else
        buf_format(out, "%zu%c%zu %s", tenths / 10, language == DIAG_NB ? ',' : '.', tenths % 10,
                   units[unit]);
}

/* ---- sections ---- */

static void put_phrase(struct diff_writer *writer, struct phrase phrase)
{
    diff_say(writer, writer->out, phrase, NULL);
}

static void put_heading(struct diff_writer *writer, struct phrase title, size_t count)
{
    buf_lit(writer->out, "\n### ");
    put_phrase(writer, title);
    buf_format(writer->out, " (%zu)\n\n", count);
}

static void open_fold(struct diff_writer *writer, struct phrase summary)
{
    buf_lit(writer->out, "<details><summary>");
    put_phrase(writer, summary);
    buf_lit(writer->out, "</summary>\n\n");
}

static void close_fold(struct diff_writer *writer)
{
    buf_lit(writer->out, "\n</details>\n");
}

/*
 * Puts an item if there is room. After the first one left out all others are, too.
 * Empties `item`.
 */
static void put_item(struct section *section, struct buf *item)
{
    if (item->len <= section->room && section->left_out == 0) {
        buf_put(section->writer->out, buf_str(item));
        section->room -= item->len;
        section->writer->items += item->len;
    } else {
        section->left_out++;
    }
    buf_clear(item);
}

static void end_section(struct section *section)
{
    struct diff_writer *writer = section->writer;
    if (section->left_out)
        diff_say(writer, writer->out, PHRASE("- … og {0} til\n", "- … and {0} more\n"),
                 &section->left_out);
}

typedef bool page_filter(const struct diff_page *page);
typedef void page_putter(struct diff_writer *writer, struct buf *item,
                         const struct diff_page *page);

static size_t count_pages(const struct diff *diff, page_filter *is_wanted)
{
    size_t count = 0;
    for (size_t i = 0; i < diff->pages.len; i++)
        count += is_wanted(&diff->pages.items[i]);
    return count;
}

static void put_pages(struct diff_writer *writer, page_filter *is_wanted, page_putter *put,
                      size_t room)
{
    struct section section = {.writer = writer, .room = room};
    struct buf item = BUF_INIT;
    for (size_t i = 0; i < writer->diff->pages.len; i++)
        if (is_wanted(&writer->diff->pages.items[i])) {
            put(writer, &item, &writer->diff->pages.items[i]);
            put_item(&section, &item);
        }
    buf_release(&item);
    end_section(&section);
}

/* ---- which pages belong where ---- */

enum { LISTED = 1u << PART_LISTS };

static bool is_lost(const struct diff_page *page)
{
    return page->fate == PAGE_LOST;
}

static bool is_new(const struct diff_page *page)
{
    return page->fate == PAGE_NEW;
}

static bool is_moved(const struct diff_page *page)
{
    return page->fate == PAGE_MOVED;
}

static bool is_leading(const struct diff_page *page)
{
    return page->fate == PAGE_LEADS;
}

static bool is_changed(const struct diff_page *page)
{
    return page->fate == PAGE_CHANGED && page->parts;
}

static bool has_news(const struct diff_page *page)
{
    return is_changed(page) && page->parts & NEWS;
}

static bool has_content_changed(const struct diff_page *page)
{
    return is_changed(page) && page->parts & CONTENT && !(page->parts & NEWS);
}

static bool have_lists_changed(const struct diff_page *page)
{
    return page->fate == PAGE_ENDED ||
           (is_changed(page) && !(page->parts & (CONTENT | NEWS)) && page->parts & LISTED);
}

static bool has_frame_changed(const struct diff_page *page)
{
    return is_changed(page) && !(page->parts & (CONTENT | NEWS | LISTED));
}

/* The sections, in the order of the report. */
static const struct {
    page_filter *is_wanted;
    page_putter *put;
    struct phrase title;
    size_t room;
    struct phrase folded; /* empty: shown at once */
} sections[] = {
    {is_lost,
     diff_put_plain,
     {{"Adresser som går tapt", "Addresses that are lost"}},
     ROOM_LOST,
     {{NULL, NULL}}},
    {is_moved, diff_put_moved, {{"Flyttet", "Moved"}}, ROOM_MOVED, {{NULL, NULL}}},
    {is_new, diff_put_plain, {{"Nye sider", "New pages"}}, ROOM_NEW, {{NULL, NULL}}},
    {has_news,
     diff_put_changed,
     {{"Dette får leserne vite", "What readers are told"}},
     ROOM_NEWS,
     {{NULL, NULL}}},
    {has_content_changed,
     diff_put_changed,
     {{"Endret tekst eller fakta", "Changed text or facts"}},
     ROOM_CONTENT,
     {{NULL, NULL}}},
    {have_lists_changed,
     diff_put_with_parts,
     {{"Bare lister", "Only lists"}},
     ROOM_LISTS,
     {{"Sider som bare viser andre sider på en ny måte",
       "Pages that only show other pages in a new way"}}},
    {has_frame_changed,
     diff_put_with_parts,
     {{"Bare rundt innholdet", "Only around the content"}},
     ROOM_AROUND,
     {{"Meny, bunntekst, utseende og lignende", "Menu, foot, look and the like"}}},
    {is_leading,
     diff_put_leading,
     {{"Videresendinger", "Redirects"}},
     ROOM_LEADING,
     {{"Nye eller endrede", "New or changed"}}},
};

static void put_sections(struct diff_writer *writer)
{
    static const struct phrase advice = {
        {"\nSkriv hver av dem i `aliases` i filen som erstatter siden, eller under `redirects` i "
         "`site.yaml`.\n",
         "\nWrite each of them in `aliases` of the file that replaces the page, or under "
         "`redirects` in `site.yaml`.\n"}};
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        size_t count = count_pages(writer->diff, sections[i].is_wanted);
        if (count == 0)
            continue;
        put_heading(writer, sections[i].title, count);
        bool folded = sections[i].folded.text[DIAG_NB] != NULL;
        if (folded)
            open_fold(writer, sections[i].folded);
        put_pages(writer, sections[i].is_wanted, sections[i].put, sections[i].room);
        if (folded)
            close_fold(writer);
        if (sections[i].is_wanted == is_lost)
            put_phrase(writer, advice);
    }
}

/* ---- the rest of the report ---- */

static void put_page_counts(struct diff_writer *writer)
{
    const struct diff *diff = writer->diff;
    enum { FRESH, CHANGED, MOVED, LOST };
    const size_t counts[] = {[FRESH] = count_pages(diff, is_new),
                             [CHANGED] = count_pages(diff, is_changed),
                             [MOVED] = count_pages(diff, is_moved),
                             [LOST] = count_pages(diff, is_lost)};
    struct phrase pages = counts[FRESH] == 1 ? PHRASE("{0} side er ny", "{0} page is new")
                                             : PHRASE("{0} sider er nye", "{0} pages are new");
    struct phrase lost = counts[LOST] == 1
                             ? PHRASE("{3} adresse går tapt.**\n", "{3} address is lost.**\n")
                             : PHRASE("{3} adresser går tapt.**\n", "{3} addresses are lost.**\n");
    buf_lit(writer->out, "**");
    diff_say(writer, writer->out, pages, counts);
    diff_say(writer, writer->out,
             PHRASE(", {1} endret og {2} flyttet. ", ", {1} changed and {2} moved. "), counts);
    diff_say(writer, writer->out, lost, counts);
}

/* Puts «Alle 157 sider» or «120 av 157 sider», and in what they differ. */
static void put_everywhere(struct diff_writer *writer, size_t count, struct phrase what)
{
    const size_t counts[] = {count, writer->diff->shared_pages};
    buf_byte(writer->out, '\n');
    diff_say(writer, writer->out,
             counts[0] == counts[1] ? PHRASE("Alle {0} sider: ", "All {0} pages: ")
                                    : PHRASE("{0} av {1} sider: ", "{0} of {1} pages: "),
             counts);
    put_phrase(writer, what);
}

static void put_frame(struct diff_writer *writer)
{
    const struct diff *diff = writer->diff;
    if (diff->framed_all)
        put_everywhere(writer, diff->framed,
                       PHRASE("annet (f.eks. meny, bunntekst eller utseende).\n",
                              "other (such as menu, foot or look).\n"));
    if (diff->styled_all)
        put_everywhere(writer, diff->styled,
                       PHRASE("utseende eller skript.\n", "style, scripts or markup.\n"));
}

static void put_files(struct diff_writer *writer)
{
    static const struct phrase fates[] = {{{" – ny\n", " – new\n"}},
                                          {{" – borte\n", " – gone\n"}},
                                          {{" – endret\n", " – changed\n"}}};
    const struct diff *diff = writer->diff;
    struct section section = {.writer = writer, .room = ROOM_FILES};
    struct buf item = BUF_INIT;
    if (diff->files.len == 0)
        return;
    put_heading(writer, PHRASE("Andre filer", "Other files"), diff->files.len);
    open_fold(writer, PHRASE("Data, bilder, dokumenter, søkeindeks, utseende og skript",
                             "Data, pictures, documents, search index, style and scripts"));
    for (size_t i = 0; i < diff->files.len; i++) {
        const struct diff_file *file = &diff->files.items[i];
        buf_lit(&item, "- ");
        diff_put_path(&item, file->path);
        diff_say(writer, &item, fates[file->before ? 1 + file->after : 0], NULL);
        put_item(&section, &item);
    }
    buf_release(&item);
    end_section(&section);
    close_fold(writer);
}

static const struct diff_page *most_grown(const struct diff *diff)
{
    enum { WORTH_TELLING = 1000 }; /* bytes */
    const struct diff_page *most = NULL;
    size_t by = WORTH_TELLING;
    for (size_t i = 0; i < diff->pages.len; i++) {
        const struct diff_page *page = &diff->pages.items[i];
        if (!page->before || !page->after || page->after->size <= page->before->size + by)
            continue;
        by = page->after->size - page->before->size;
        most = page;
    }
    return most;
}

static void put_size_row(struct diff_writer *writer, struct phrase name, size_t before,
                         size_t after, bool bytes)
{
    size_t differ = after > before ? after - before : before - after;
    const char *sign = after > before ? "+" : after < before ? "−" : "";
    size_t numbers[] = {before, after, differ};
    buf_lit(writer->out, "| ");
    put_phrase(writer, name);
    for (size_t i = 0; i < 3; i++) {
        buf_format(writer->out, " | %s", i == 2 ? sign : "");
        if (bytes)
            put_size(writer->out, numbers[i], writer->language);
        else
            buf_number(writer->out, numbers[i]);
    }
    buf_lit(writer->out, " |\n");
}

static void put_totals(struct diff_writer *writer)
{
    const struct diff_totals *before = &writer->diff->totals[0], *after = &writer->diff->totals[1];
    const struct diff_page *grown = most_grown(writer->diff);
    put_phrase(writer, PHRASE("\n### Størrelse\n\n| | før | nå | endring |\n|---|---:|---:|---:|\n",
                              "\n### Size\n\n| | before | now | change |\n|---|---:|---:|---:|\n"));
    put_size_row(writer, PHRASE("Sider og videresendinger", "Pages and redirects"), before->pages,
                 after->pages, false);
    put_size_row(writer, PHRASE("Filer", "Files"), before->files, after->files, false);
    put_size_row(writer, PHRASE("Til sammen", "In all"), before->bytes, after->bytes, true);
    if (!grown)
        return;
    put_phrase(writer, PHRASE("\nMest vokste ", "\nThe page that grew most is "));
    diff_put_path(writer->out, grown->path);
    put_phrase(writer, PHRASE(", fra ", ", from "));
    put_size(writer->out, grown->before->size, writer->language);
    put_phrase(writer, PHRASE(" til ", " to "));
    put_size(writer->out, grown->after->size, writer->language);
    buf_lit(writer->out, ".\n");
}

static void put_note(struct section *section, const struct inventory *site, struct phrase what,
                     const struct inventory_paths *paths)
{
    enum { NAMED = 5 };
    struct buf item = BUF_INIT;
    if (paths && paths->len == 0)
        return;
    buf_lit(&item, "- ");
    diff_put_path(&item, site->root.path);
    diff_say(section->writer, &item, what, NULL);
    for (size_t i = 0; paths && i < paths->len && i < NAMED; i++) {
        buf_put(&item, i ? STR(", ") : STR(" "));
        diff_put_path(&item, paths->items[i]);
    }
    size_t rest = paths && paths->len > NAMED ? paths->len - NAMED : 0;
    if (rest)
        diff_say(section->writer, &item, PHRASE(" og {0} til", " and {0} more"), &rest);
    buf_byte(&item, '\n');
    put_item(section, &item);
    buf_release(&item);
}

static void put_notes(struct diff_writer *writer)
{
    static const struct phrase unlisted = {
        {": SHA256SUMS mangler eller er ikke fra samling, så alle filer er lest",
         ": SHA256SUMS is missing or not samling's, so all files were read"}};
    static const struct phrase missing = {
        {": står i SHA256SUMS, men er ikke der:", ": in SHA256SUMS but not there:"}};
    static const struct phrase beside = {
        {": ligger der, men står ikke i SHA256SUMS:", ": there but not in SHA256SUMS:"}};
    const struct inventory *sites[] = {writer->diff->before, writer->diff->after};
    struct section section = {.writer = writer, .room = ROOM_NOTES};
    buf_byte(writer->out, '\n');
    for (size_t i = 0; i < 2; i++) {
        if (!sites[i]->listed)
            put_note(&section, sites[i], unlisted, NULL);
        put_note(&section, sites[i], missing, &sites[i]->missing);
        put_note(&section, sites[i], beside, &sites[i]->beside);
    }
    end_section(&section);
}

static bool has_notes(const struct inventory *site)
{
    return !site->listed || site->missing.len || site->beside.len;
}

void diff_put(struct buf *out, const struct diff *diff, enum diag_language language)
{
    struct diff_writer writer = {.out = out, .diff = diff, .language = language};
    size_t before = out->len;
    put_phrase(&writer, PHRASE("## Endringer på nettstedet\n\n", "## Changes to the site\n\n"));
    if (diff->pages.len || diff->files.len) {
        put_page_counts(&writer);
        put_frame(&writer);
        put_sections(&writer);
        put_files(&writer);
        put_totals(&writer);
    } else {
        put_phrase(&writer, PHRASE("**Ingenting er endret.**\n", "**Nothing has changed.**\n"));
    }
    if (has_notes(diff->before) || has_notes(diff->after))
        put_notes(&writer);
    assert(writer.items <= ROOM_ITEMS && out->len - before - writer.items <= ROOM_FRAME);
}
