#ifndef PLAN_REDIRECTS_H
#define PLAN_REDIRECTS_H

#include "plan/plan.h"

/*
 * Former addresses. Each gets a small page that leads on to where the content is
 * now: the `aliases` of a document lead to its page, and `redirects` in the
 * settings lead from any address to any page.
 *
 * redirects_add() is the `add` of a family of wave 1, so all other outputs are in
 * the plan when it runs. It adds a finding for an address that another output has,
 * that another document claims, or that no page can have.
 */
void redirects_add(struct plan *plan);

/* Returns the path that an output leads on to; the absent str if it is no former address. */
struct str redirect_target(const struct output *output);

#endif
