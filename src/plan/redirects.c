#include "plan/redirects.h"

#include "base/nearest.h"
#include "base/vec.h"
#include "collection/fields.h"
#include "plan/paths.h"
#include "plan/rules.h"

/* The former addresses that documents and settings ask for. */
struct claims {
    struct plan *plan;
    struct diags *diags;
    struct {
        struct redirect **items;
        size_t len, cap;
    } list;
    struct arena scratch; /* of what follows */
    struct map outputs;   /* path → struct output */
    struct map claimed;   /* address → struct redirect */
};

/* Notes a claim. If the text is missing or of another kind, the schema's check has told of it. */
static void claim(struct claims *claims, const struct value *from, struct str to,
                  struct span to_span)
{
    if (value_str(from).len == 0)
        return;
    struct redirect *redirect = arena_new(&claims->plan->arena, struct redirect);
    *redirect = (struct redirect){value_str(from), to, from->span, to_span};
    vec_push(&claims->plan->arena, &claims->list, redirect);
}

static void redirects_tell_pageless(struct claims *claims, const struct value *from)
{
    struct str example = plan_entries_path(&claims->diags->arena, claims->plan->collection);
    diag_add(claims->diags, &plan_rules[RULE_ALIAS_WITHOUT_PAGE], from->span,
             (struct detail){.args = {value_str(from), example}});
}

/* An entry without a page is a draft or has errors; only a term may lack one for good. */
static void claim_aliases(struct claims *claims)
{
    const struct collection *collection = claims->plan->collection;
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        const struct value *aliases = document->aliases;
        struct str page = plan_page_of(claims->plan, document);
        for (size_t k = 0; k < value_list_len(aliases); k++)
            if (page.len)
                claim(claims, aliases->list.items[k], page, NO_SPAN);
            else if (document->kind == DOCUMENT_TERM)
                redirects_tell_pageless(claims, aliases->list.items[k]);
    }
}

static void claim_settings(struct claims *claims)
{
    const struct value *list =
        value_get(claims->plan->collection->settings.fields, STR("redirects"));
    for (size_t i = 0; i < value_list_len(list); i++) {
        const struct value *to = value_get(list->list.items[i], STR("to"));
        if (value_str(to).len)
            claim(claims, value_get(list->list.items[i], STR("from")), value_str(to), to->span);
    }
}

static void index_outputs(struct claims *claims)
{
    struct plan *plan = claims->plan;
    map_init_for(&claims->outputs, &claims->scratch, plan->outputs.len);
    map_init(&claims->claimed, &claims->scratch);
    for (size_t i = 0; i < plan->outputs.len; i++)
        map_add(&claims->outputs, plan->outputs.items[i].path, &plan->outputs.items[i]);
}

/* Takes an address for a redirect. Returns false, mostly after a finding, if it is not free. */
static bool take_address(struct claims *claims, struct redirect *redirect)
{
    struct diags *diags = claims->diags;
    if (!published_is_page(redirect->from)) {
        struct str example = plan_entries_path(&diags->arena, claims->plan->collection);
        diag_add(diags, &plan_rules[RULE_ALIAS_PATH], redirect->from_span,
                 (struct detail){.args = {redirect->from, example}});
        return false;
    }
    const struct output *output = map_get(&claims->outputs, redirect->from);
    const struct redirect *first = map_add(&claims->claimed, redirect->from, redirect);
    if (!output && first != redirect && first->from_span.source == redirect->from_span.source &&
        str_eq(first->to, redirect->to))
        return false; /* the same line twice in one file, which the schema's check tells of */
    if (!output && first == redirect)
        return true;
    const struct source *taker = output ? output->origin.source : first->from_span.source;
    diag_add(diags, &plan_rules[RULE_ALIAS_TAKEN], redirect->from_span,
             (struct detail){.args = {redirect->from, taker->path}});
    return false;
}

/* Only `redirects` in the settings can lead astray: an alias leads to a page that is there. */
static void redirects_tell_target(struct claims *claims, const struct redirect *redirect)
{
    struct diags *diags = claims->diags;
    struct str example = plan_entries_path(&diags->arena, claims->plan->collection);
    struct nearest nearest = nearest_to(redirect->to);
    size_t candidates = diag_take_suggestion(diags) ? claims->plan->outputs.len : 0;
    for (size_t i = 0; i < nearest_among(candidates); i++)
        if (plan_is_page(&claims->plan->outputs.items[i]))
            nearest_try(&nearest, claims->plan->outputs.items[i].path);
    diag_add(diags, &plan_rules[RULE_REDIRECT_TARGET], redirect->to_span,
             (struct detail){.args = {redirect->to, example}, .suggestion = nearest.best});
}

/* Fills in the output of a redirect; without a path if it cannot be made. */
static void decide_redirect(struct claims *claims, struct redirect *redirect, struct output *made)
{
    const struct output *target = map_get(&claims->outputs, redirect->to);
    bool page = target && plan_is_page(target);
    *made = (struct output){.path = redirect->from,
                            .redirect = redirect,
                            .language = target ? target->language : (struct str){0},
                            .origin = redirect->from_span};
    if (!page)
        redirects_tell_target(claims, redirect);
    if (!take_address(claims, redirect) || !page)
        made->path = (struct str){0};
}

/* Adding may reallocate the outputs, which claims->outputs points into: decide first, add after. */
void redirects_add(struct plan *plan)
{
    struct claims claims = {.plan = plan, .diags = plan->diags};
    claim_aliases(&claims);
    claim_settings(&claims);
    if (claims.list.len == 0)
        return;
    arena_init(&claims.scratch);
    index_outputs(&claims);
    struct output *made = arena_items(&claims.scratch, struct output, claims.list.len);
    for (size_t i = 0; i < claims.list.len; i++)
        decide_redirect(&claims, claims.list.items[i], &made[i]);
    for (size_t i = 0; i < claims.list.len; i++)
        if (made[i].path.len)
            plan_add(plan, made[i]);
    arena_release(&claims.scratch);
}

struct str redirect_target(const struct output *output)
{
    return output->family->add == redirects_add ? output->redirect->to : (struct str){0};
}
