#include "collection/checks.h"

#include "base/map.h"
#include "base/nearest.h"
#include "base/norwegian.h"
#include "writing/rules.h"
#include "collection/attachments.h"
#include "collection/body_links.h"
#include "collection/dates.h"
#include "collection/fields.h"
#include "collection/label.h"
#include "collection/proposals.h"
#include "collection/rules.h"
#include "collection/similar.h"
#include "collection/unexplained.h"
#include "collection/unset.h"
#include "parse/rules.h"

static void tell_unknown_kind(const struct facet *facet, const struct document *document,
                              struct str kind, struct diags *diags)
{
    struct nearest nearest = nearest_to(kind);
    struct str all = STR("");
    size_t candidates = facet->kinds && diag_take_suggestion(diags) ? facet->kinds->map.len : 0;
    for (size_t i = 0; i < candidates; i++) {
        struct str one = facet->kinds->map.items[i].key;
        nearest_try(&nearest, one);
        all = STR_JOIN(&diags->arena, all, i ? STR(", ") : STR(": "), one);
    }
    collection_tell(
        diags, RULE_UNKNOWN_KIND, document_field_span(document, STR(FIELD_KIND)),
        (struct detail){.args = {kind, facet->vocabulary, all}, .suggestion = nearest.best});
}

/* Facets may share a vocabulary, and one of them have its kinds. Returns NULL if none uses it. */
static const struct facet *facet_with_kinds(const struct facet_list *facets, struct str vocabulary)
{
    const struct facet *found = NULL;
    for (size_t f = 0; f < facets->len; f++)
        if (str_eq(facets->items[f].vocabulary, vocabulary) && (!found || !found->kinds))
            found = &facets->items[f];
    return found;
}

static void check_kinds(const struct collection *collection, struct diags *diags)
{
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        if (document->kind != DOCUMENT_TERM)
            continue;
        struct str kind = value_get_str(document->fields, STR(FIELD_KIND));
        if (kind.len == 0)
            continue;
        const struct facet *facet = facet_with_kinds(&collection->facets, document->folder);
        if (facet && !value_get(facet->kinds, kind))
            tell_unknown_kind(facet, document, kind, diags);
    }
}

/* The slug is the id of an entry: `related` and the search name it without its folder. */
static void check_slugs(const struct collection *collection, struct diags *diags)
{
    struct arena scratch;
    struct map taken;
    arena_init(&scratch);
    map_init(&taken, &scratch);
    for (size_t i = 0; i < collection->documents.len; i++) {
        struct document *document = collection->documents.items[i];
        if (document->kind != DOCUMENT_ENTRY)
            continue;
        const struct document *first = map_add(&taken, document->slug, document);
        if (first != document)
            collection_tell(diags, RULE_DUPLICATE_SLUG, document_span(document),
                            (struct detail){.args = {document->slug, first->source.path}});
    }
    arena_release(&scratch);
}

static void check_titles(const struct collection *collection, struct diags *diags)
{
    struct arena scratch;
    struct map taken;
    arena_init(&scratch);
    map_init(&taken, &scratch);
    for (size_t i = 0; i < collection->entries.len; i++) {
        struct entry *entry = collection->entries.items[i];
        if (entry->title.len == 0)
            continue;
        const struct entry *first = map_add(&taken, entry->document->look, entry);
        if (first != entry)
            collection_tell(diags, RULE_DUPLICATE_TITLE,
                            document_field_span(entry->document, STR(FIELD_TITLE)),
                            (struct detail){.args = {first->document->source.path}});
    }
    arena_release(&scratch);
}

/* The schema reports a field that is missing, but an empty list it may allow. */
static void check_main_terms(const struct collection *collection, struct diags *diags)
{
    for (size_t f = 0; f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        for (size_t i = 0; facet->main && i < collection->entries.len; i++) {
            const struct entry *entry = collection->entries.items[i];
            if (entry->terms[f].len || entry_proposals(entry, facet))
                continue;
            const struct value *value = value_get(entry->document->fields, facet->field);
            if (value && value->kind == VALUE_LIST && value->list.len == 0)
                collection_tell(diags, RULE_MAIN_TERM_MISSING, value->span,
                                (struct detail){.args = {facet->field}});
        }
    }
}

/* Returns where entries lie, as a pattern: content/recipes/<kitchen>/. */
static struct str place_of_entries(const struct collection *collection, struct arena *arena)
{
    return STR_JOIN(arena, collection_path(arena, collection->kind.folder), STR("/<"),
                    collection_folder_noun(collection), STR(">/"));
}

/* Tells of entries that lie in the folder of a vocabulary or of pages. */
static void check_places(const struct collection *collection, struct diags *diags)
{
    struct str entries = label_noun(collection->kind.names, collection->settings.language, 2);
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        const struct member *field = document->misplaced;
        if (field)
            collection_tell(
                diags, RULE_ENTRY_MISPLACED, member_span(field),
                (struct detail){.args = {entries, str_folder(document->source.path), field->key,
                                         place_of_entries(collection, &diags->arena)}});
    }
}

/* Not while there are errors: an entry that cannot be read may be the one with the term. */
static void check_unused_terms(const struct collection *collection, struct diags *diags)
{
    if (diag_count(diags, SEVERITY_ERROR))
        return;
    struct str where = collection_path(&diags->arena, collection->kind.folder);
    for (size_t f = 0; f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        for (size_t i = 0; i < facet->terms.len; i++) {
            const struct term *term = facet->terms.items[i];
            if (term->entries.len == 0 && term->document)
                collection_tell(diags, RULE_UNUSED_TERM,
                                document_field_span(term->document, STR(FIELD_NAME)),
                                (struct detail){.args = {term->id, where}});
        }
    }
}

/* x-entries names the page with the form by its slug; the page must exist. */
static void check_form(const struct collection *collection, struct diags *diags)
{
    if (collection->kind.form.len == 0)
        return;
    struct str path = STR_JOIN(&diags->arena, STR(CONTENT_FOLDER "/" PAGES_FOLDER "/"),
                               collection->kind.form, STR(".md"));
    if (collection_document(collection, path) || store_left_out(&collection->documents, path))
        return;
    const struct value *mark = value_get(collection->schema->keywords, STR("x-entries"));
    struct nearest nearest = nearest_to(collection->kind.form);
    for (size_t i = 0; i < collection->pages.len; i++)
        nearest_try(&nearest, collection->pages.items[i].document->slug);
    collection_tell(diags, RULE_FORM_PAGE, value_get(mark, STR("form"))->span,
                    (struct detail){.args = {path}, .suggestion = nearest.best});
}

/* A label by language that lacks the site's is shown in another, which readers may not know. */
static void check_label(const struct collection *collection, const struct value *label,
                        struct diags *diags)
{
    struct str language = collection->settings.language;
    if (label && label->kind == VALUE_MAP && label->map.len && !value_get(label, language))
        collection_tell(diags, RULE_LABEL_LANGUAGE, member_span(&label->map.items[0]),
                        (struct detail){.args = {language}});
}

static void check_ends(const struct collection *collection, const struct value *between,
                       struct diags *diags)
{
    for (size_t i = 0; between && i < between->map.len; i++) {
        const struct value *ends = between->map.items[i].value;
        for (size_t k = 0; k < value_list_len(ends); k++)
            check_label(collection, ends->list.items[k], diags);
    }
}

static void check_labels(const struct collection *collection, struct diags *diags)
{
    check_label(collection, collection->kind.names, diags);
    for (size_t f = 0; f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        check_label(collection, facet->names, diags);
        check_label(collection, facet->title, diags);
        check_ends(collection, facet->between, diags);
        for (size_t i = 0; i < facet->terms.len; i++)
            if (!facet->terms.items[i]->document && facet->terms.items[i]->label != facet->title)
                check_label(collection, facet->terms.items[i]->label, diags);
    }
}

static struct str joined(struct arena *arena, struct str list, struct str more, struct str between)
{
    return list.len ? STR_JOIN(arena, list, between, more) : more;
}

static bool has_heading(struct arena *arena, const struct document *document, struct str title)
{
    struct str due = norwegian_alike(arena, title);
    for (size_t i = 0; i < document->body.headings.len; i++)
        if (str_eq(norwegian_alike(arena, document->body.headings.items[i].text), due))
            return true;
    return false;
}

static void check_entry_sections(const struct collection *collection, const struct entry *entry,
                                 const struct value *value, struct arena *scratch,
                                 struct diags *diags)
{
    struct str id = facet_id(scratch, value);
    const struct value *sections = value_get(collection->kind.sections, id);
    struct str missing = {0}, questions = {0};
    for (size_t i = 0; sections && sections->kind == VALUE_LIST && i < sections->list.len; i++) {
        const struct value *section = sections->list.items[i];
        const struct value *ask = value_get(section, STR("ask"));
        struct str title = value_get_str(section, STR("title"));
        if (has_heading(scratch, entry->document, title))
            continue;
        struct str quoted = str_format(scratch, SAID("«%.*s»", "“%.*s”"), STR_ARG(title));
        missing = joined(scratch, missing, quoted, STR(", "));
        for (size_t k = 0; k < ask->list.len; k++)
            questions = joined(scratch, questions, value_str(ask->list.items[k]), STR(" "));
    }
    if (missing.len)
        writing_tell(diags, WRITING_SECTION_MISSING, value->span,
                     (struct detail){.args = {collection->kind.sectioned, id, missing, questions}});
}

/*
 * Checks the sections that x-sections names for a value. Those of "*" are for all other
 * values and need not suit each, so a text may lack them. Titles are in the language of
 * the site, so texts in other languages are not checked.
 */
static void check_section_titles(const struct collection *collection, struct diags *diags)
{
    struct arena scratch;
    arena_init(&scratch);
    for (size_t i = 0; collection->kind.sections && i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        const struct value *value = value_get(entry->document->fields, collection->kind.sectioned);
        if (value && !str_eq(value_str(value), STR("*")) && entry->document->body_read &&
            str_eq(entry->language, collection->settings.language))
            check_entry_sections(collection, entry, value, &scratch, diags);
        arena_reset(&scratch);
    }
    arena_release(&scratch);
}

/* Run always. */
static void (*const checks[])(const struct collection *, struct diags *) = {
    check_places,     check_slugs, check_kinds,     check_titles, check_main_terms,
    body_links_check, check_form,  proposals_check, check_labels,
};

/* Run when advice is asked for. */
static void (*const advice[])(const struct collection *, struct diags *) = {
    check_unused_terms, check_section_titles,     unexplained_check,
    similar_check,      attachments_check_unused,
};

void checks_run(const struct collection *collection, const struct load_options *options,
                struct diags *diags)
{
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        checks[i](collection, diags);
    if (options->today.year > 0)
        dates_check(collection, options->today, diags);
    for (size_t i = 0; options->advice && i < sizeof advice / sizeof *advice; i++)
        advice[i](collection, diags);
    if (options->advice)
        unset_check(collection, options->publish, diags);
}
