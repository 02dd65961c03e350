#include "collection/exceptions.h"

#include "attached/rules.h"
#include "base/map.h"
#include "base/nearest.h"
#include "base/vec.h"
#include "writing/rules.h"
#include "collection/dates.h"
#include "collection/fields.h"

struct exception {
    const struct rule *rule;
    struct str reason;
    struct span span;
    bool used; /* or may have been: some rules pass by drafts */
};

/* An exception where it counts: in its own file, or in one that its text shows or links to. */
struct exception_place {
    struct exception *exception;
    struct exception_place *next; /* of the same file */
};

struct exceptions {
    struct arena arena;
    const struct rule_list *rules; /* all of them */
    struct map by_path;            /* path of the file → struct exception_place */
    struct {
        struct exception **items;
        size_t len, cap;
    } all;
};

/* Returns the nearest id among the rules that can have exceptions, or the absent str. */
static struct str nearest_id(const struct rule_list *rules, struct str id)
{
    struct nearest nearest = nearest_to(id);
    const struct rule *rule;
    for (size_t i = 0; (rule = rule_at(rules, i)); i++)
        if (rule->severity < SEVERITY_ERROR)
            nearest_try(&nearest, str_of(rule->id));
    return nearest.best;
}

static void exceptions_tell_unknown(const struct rule_list *rules, struct str id, struct span span,
                                    struct diags *diags)
{
    struct detail detail = {.args = {id}};
    if (diag_take_suggestion(diags))
        detail.suggestion = nearest_id(rules, id);
    writing_tell(diags, WRITING_EXCEPTION_UNKNOWN, span, detail);
}

static void place_exception(struct exceptions *exceptions, struct str path,
                            struct exception *exception)
{
    struct exception_place *place = arena_new(&exceptions->arena, struct exception_place);
    place->exception = exception;
    struct exception_place *first = map_add(&exceptions->by_path, path, place);
    if (first != place) {
        place->next = first->next;
        first->next = place;
    }
}

/*
 * Pictures and documents have no front matter, so the exceptions for their rules stand in the
 * texts that use them. Of several for one rule in one text only the first is placed: the cost
 * must not be the product of exceptions and links.
 */
static void place_beside(struct exceptions *exceptions, const struct document *document,
                         struct exception *exception, unsigned *placed)
{
    size_t rule = 0;
    while (rule < ATTACHED_RULES && exception->rule != &attached_rules[rule])
        rule++;
    if (rule == ATTACHED_RULES || *placed >> rule & 1)
        return;
    *placed |= 1u << rule;
    for (size_t i = 0; i < document->body.links.len; i++)
        if (document->body.links.items[i].kind != LINK_DOCUMENT)
            place_exception(exceptions, document->body.links.items[i].path, exception);
}

/* `placed` has the rules for which an exception of this document has been placed beside it. */
static void read_exception(struct exceptions *exceptions, const struct document *document,
                           const struct value *value, unsigned *placed, struct diags *diags)
{
    const struct value *id = value_get(value, STR("rule"));
    struct str reason = value_get_str(value, STR("reason"));
    if (!value_str(id).len || !reason.len) /* the schema has reported it */
        return;
    const struct rule *rule = rule_find(exceptions->rules, value_str(id));
    if (!rule) {
        exceptions_tell_unknown(exceptions->rules, value_str(id), id->span, diags);
    } else if (rule->severity == SEVERITY_ERROR) {
        writing_tell(diags, WRITING_EXCEPTION_ERROR, id->span,
                     (struct detail){.args = {value_str(id)}});
    } else {
        struct exception *exception = arena_new(&exceptions->arena, struct exception);
        *exception = (struct exception){
            .rule = rule, .reason = reason, .span = id->span, .used = document->left_out};
        place_exception(exceptions, document->source.path, exception);
        place_beside(exceptions, document, exception, placed);
        vec_push(&exceptions->arena, &exceptions->all, exception);
    }
}

static void read_all(struct exceptions *exceptions, const struct collection *collection,
                     struct diags *diags)
{
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        const struct value *list = value_get(document->fields, STR(FIELD_EXCEPTIONS));
        unsigned placed = 0;
        for (size_t k = 0; list && list->kind == VALUE_LIST && k < list->list.len; k++)
            read_exception(exceptions, document, list->list.items[k], &placed, diags);
    }
}

/* Returns the reason why a rule is excused in a file, or the absent str (diag_silence()). */
static struct str excuse(const struct rule *rule, const struct source *source, void *context)
{
    struct exceptions *exceptions = context;
    if (rule->severity == SEVERITY_ERROR || !source)
        return (struct str){0};
    struct exception_place *place = map_get(&exceptions->by_path, source->path);
    while (place && place->exception->rule != rule)
        place = place->next;
    if (!place)
        return (struct str){0};
    place->exception->used = true;
    return place->exception->reason;
}

static bool was_looked_for(const struct rule *rule, const struct load_options *options)
{
    if (dates_has_rule(rule))
        return options->today.year > 0;
    return rule->severity > SEVERITY_ADVICE || options->advice;
}

void exceptions_apply(const struct collection *collection, const struct load_options *options,
                      struct diags *diags)
{
    struct exceptions exceptions = {.rules = options->rules};
    arena_init(&exceptions.arena);
    map_init(&exceptions.by_path, &exceptions.arena);
    read_all(&exceptions, collection, diags);
    if (exceptions.all.len)
        diag_silence(diags, excuse, &exceptions);
    /* While there are errors, one of them may be why a rule found nothing to excuse. */
    bool whole = diag_count(diags, SEVERITY_ERROR) == 0;
    for (size_t i = 0; whole && i < exceptions.all.len; i++) {
        const struct exception *exception = exceptions.all.items[i];
        if (!exception->used && was_looked_for(exception->rule, options))
            writing_tell(diags, WRITING_EXCEPTION_UNUSED, exception->span,
                         (struct detail){.args = {str_of(exception->rule->id)}});
    }
    arena_release(&exceptions.arena);
}
