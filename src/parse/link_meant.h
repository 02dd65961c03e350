#ifndef PARSE_LINK_MEANT_H
#define PARSE_LINK_MEANT_H

#include "base/address.h"
#include "parse/rules.h"

struct arena;

/*
 * What is told of an address that no link can have: what is wrong with it, and what was
 * likely meant. Each slip has a rule of its own, so that there is one finding with the right
 * words. An address that may be meant as a file of the collection is a stray; it is left to
 * collection/body_links.h, which knows the files.
 *
 * To add a slip: its check in slip_of(), its rule as parse/rules.h says.
 */
struct link_meant {
    enum parse_rule rule;
    struct str meant; /* the absent str when it cannot be told */
    bool stray;       /* `meant`, or else the URL, may be a file or folder of the collection */
};

/* `address` is what address_read() made of the URL; not ADDRESS_EXTERNAL or ADDRESS_MARKDOWN. */
struct link_meant link_meant_read(struct arena *arena, struct str url,
                                  const struct address *address);

#endif
