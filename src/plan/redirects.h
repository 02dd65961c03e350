#ifndef PLAN_REDIRECTS_H
#define PLAN_REDIRECTS_H

#include "plan/plan.h"

/*
 * Former addresses, each with a small page that leads on to where something is
 * now: `aliases` of a document lead to its page, and `redirects` of the
 * settings from anywhere to any page.
 *
 * The `add` of a family of wave 1: all other outputs are in the plan. An address
 * that one of them has, or that another document claimed, is a finding, as is one
 * that cannot be that of a page.
 */
void redirects_add(struct plan *plan);

#endif
