#include "search/word_reader.h"

#include <assert.h>

#include "base/norwegian.h"
#include "base/vec.h"

void word_reader_init(struct word_reader *reader)
{
    *reader = (struct word_reader){0};
    arena_init(&reader->arena);
    map_init(&reader->by_text, &reader->arena);
    map_init(&reader->by_form, &reader->arena);
}

void word_reader_release(struct word_reader *reader)
{
    buf_release(&reader->body);
    buf_release(&reader->folded);
    arena_release(&reader->arena);
}

/* ---- the uses of a word ---- */

static struct seen_word *see_word(struct word_reader *reader, struct str text)
{
    struct seen_word *seen = map_get(&reader->by_text, text);
    if (seen)
        return seen;
    assert(reader->words.len <= SEARCH_NUMBER_MAX);
    seen = arena_new(&reader->arena, struct seen_word);
    seen->text = str_copy(&reader->arena, text);
    seen->number = (uint32_t)reader->words.len;
    vec_push(&reader->arena, &reader->words, seen);
    map_add(&reader->by_text, seen->text, seen);
    return seen;
}

static void note_word(struct word_reader *reader, struct str text, enum search_field field)
{
    struct seen_word *seen = see_word(reader, text);
    if (seen->reading != reader->reading) {
        seen->reading = reader->reading;
        seen->place = reader->uses.len;
        vec_push(&reader->arena, &reader->uses, seen->number << SEARCH_FIELDS);
    }
    reader->uses.items[seen->place] |= 1u << field;
}

static void note_words(struct word_reader *reader, const struct text_words *words,
                       enum search_field field)
{
    for (size_t i = 0; i < words->len; i++)
        note_word(reader, words->items[i], field);
}

/* Sets reader->found to the words of a folded text; `letters`: also single letters. */
static void find_words(struct word_reader *reader, struct str folded, bool letters)
{
    reader->found.len = 0;
    text_words_find(&reader->found, &reader->arena, &reader->sources->phrases, folded, letters);
}

static struct seen_form *add_form(struct word_reader *reader, struct str text,
                                  const struct seen_word *of)
{
    struct seen_form *form = arena_new(&reader->arena, struct seen_form);
    *form = (struct seen_form){
        .text = str_copy(&reader->arena, text), .has_capital = written_has_capital(text), .of = of};
    return map_add(&reader->by_form, form->text, form);
}

/* What is folded to a word is a form of it. A soft hyphen parts a form, but no word. */
static struct seen_form *see_form(struct word_reader *reader, struct str text)
{
    struct seen_form *form = map_get(&reader->by_form, text);
    if (form)
        return form;
    buf_clear(&reader->folded);
    norwegian_fold(&reader->folded, text);
    const struct seen_word *of = map_get(&reader->by_text, buf_str(&reader->folded));
    return of ? add_form(reader, text, of) : NULL;
}

/* A form of what is no word here, such as a single letter, is none. */
static void note_form(struct word_reader *reader, struct str text)
{
    struct seen_form *form = see_form(reader, text);
    if (!form || form->of->reading != reader->reading || form->reading == reader->reading)
        return;
    form->reading = reader->reading;
    vec_push(&reader->arena, &reader->forms, form);
}

static void note_forms(struct word_reader *reader, struct str text)
{
    for (struct str rest = text, form; norwegian_word(&rest, &form);)
        if (written_is_noted(form))
            note_form(reader, form);
}

static void note_text_words(struct word_reader *reader, struct str text, enum search_field field)
{
    buf_clear(&reader->folded);
    norwegian_fold(&reader->folded, text);
    find_words(reader, buf_str(&reader->folded), false);
    note_words(reader, &reader->found, field);
    note_forms(reader, text);
}

/* On the page of a term whatever it is called is as good as its title. */
static void note_name(struct word_reader *reader, const struct term_name *name, bool letters)
{
    find_words(reader, name->words, letters);
    note_words(reader, &reader->found, SEARCH_TITLE);
    note_words(reader, &reader->found, SEARCH_NAMES);
}

/* ---- the words of a document ---- */

/*
 * Notes the words of all texts below a value that the schema marks x-search.
 * `marked`: the value is an item of a list that is.
 */
static void note_marked(struct word_reader *reader, const struct schema *schema,
                        const struct value *value, bool marked)
{
    if (!schema || !value)
        return;
    marked = marked || value_get_bool(schema->keywords, STR("x-search"));
    if (value->kind == VALUE_LIST)
        for (size_t i = 0; i < value->list.len; i++)
            note_marked(reader, schema->items, value->list.items[i], marked);
    else if (value->kind == VALUE_MAP)
        for (size_t i = 0; i < schema->properties.len; i++)
            note_marked(reader, schema->properties.items[i].schema,
                        value_get(value, schema->properties.items[i].name), false);
    else if (marked)
        note_text_words(reader, value_str(value), SEARCH_NAMES);
}

/* The first label is the title (struct term). */
static void note_other_names(struct word_reader *reader, const struct term *term)
{
    for (size_t i = 1; i < term->labels.len; i++)
        note_name(reader, &term->labels.items[i], false);
    note_name(reader, &term->short_name, true);
    for (size_t i = 0; i < term->names.len; i++)
        note_name(reader, &term->names.items[i], false);
}

/* Line by line, which is block by block: no phrase goes over two of them. */
static void note_body(struct word_reader *reader, const struct search_document *document)
{
    buf_clear(&reader->body);
    search_documents_put_text(&reader->body, reader->sources->documents, document);
    for (struct str rest = buf_str(&reader->body), line; str_cut(&rest, '\n', &line);)
        note_text_words(reader, line, SEARCH_TEXT);
}

/* What a text page is looked for by, besides its title: its headings, and its address. */
static void note_page_names(struct word_reader *reader, const struct search_document *document)
{
    const struct markdown *body = document->body;
    for (size_t i = 0; i < body->headings.len; i++)
        note_text_words(reader, body->headings.items[i].text, SEARCH_NAMES);
    note_text_words(reader, str_slice(document->path, 0, document->path.len - STR(".html").len),
                    SEARCH_NAMES);
}

static void note_document(struct word_reader *reader, const struct search_document *document)
{
    note_text_words(reader, document->title, SEARCH_TITLE);
    if (document->entry)
        note_marked(reader, reader->sources->documents->collection->schema,
                    document->entry->document->fields, false);
    if (document->term)
        note_other_names(reader, document->term);
    if (document->page)
        note_page_names(reader, document);
    note_text_words(reader, document->summary, SEARCH_SUMMARY);
    note_body(reader, document);
}

struct read_words word_reader_read(struct word_reader *reader,
                                   const struct search_document *document, struct arena *arena)
{
    reader->reading++;
    reader->uses.len = 0;
    reader->forms.len = 0;
    note_document(reader, document);

    uint32_t *uses = arena_items(arena, uint32_t, reader->uses.len);
    const struct seen_form **forms =
        arena_items(arena, const struct seen_form *, reader->forms.len);
    for (size_t i = 0; i < reader->uses.len; i++)
        uses[i] = reader->uses.items[i];
    for (size_t i = 0; i < reader->forms.len; i++)
        forms[i] = reader->forms.items[i];
    return (struct read_words){reader, uses, reader->uses.len, forms, reader->forms.len};
}
