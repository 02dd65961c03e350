#ifndef PLAN_ADDRESS_CHANGES_H
#define PLAN_ADDRESS_CHANGES_H

#include "plan/plan.h"

/*
 * Which addresses change when a plan is published, told by the list of published paths: those that
 * come, those that move, since a page that is not on the list takes over from one that is, and
 * those that go, which lasting_check() (plan/lasting.h) has told of. A collection without a list
 * has promised nothing, so nothing changes.
 */
struct address_change {
    struct str from, to; /* absent: it comes, or it goes */
};

struct address_changes {
    struct address_change *items;
    size_t len, cap;
};

enum address_change_kind { ADDRESS_COMES, ADDRESS_MOVES, ADDRESS_GOES };
enum address_change_kind address_change_kind(const struct address_change *change);

/* Returns them, in the arena: what moves and what goes as it is listed, then what comes by path. */
struct address_changes address_changes_of(struct arena *arena, const struct plan *plan);

#endif
