#ifndef PLAN_REDIRECTS_H
#define PLAN_REDIRECTS_H

#include "plan/plan.h"

/*
 * Former addresses, each with a small page that leads on to where something is
 * now: `aliases` of a document lead to its page, and `redirects` of the
 * settings from anywhere to any page. For plan_make().
 *
 * Called when all other outputs have been added: an address that one of them
 * has, or another document claimed, is among the findings, as is one that
 * cannot be that of a page.
 */
void redirects_add(struct plan *plan, struct diags *diags);

#endif
