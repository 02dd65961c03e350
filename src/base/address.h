#ifndef BASE_ADDRESS_H
#define BASE_ADDRESS_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/*
 * The parts of a web address or any other URI (RFC 3986, appendix B), each as it is
 * written. A part that is not there is absent: `https://a.no/?` has an empty query,
 * `https://a.no/` has none. The parts are views of the text. Any text has parts: the
 * caller checks which characters are in them.
 */
struct address_parts {
    struct str scheme;   /* without `:` */
    struct str userinfo; /* what stands before the last `@` of the authority */
    struct str host;     /* absent when there is no `//`; IPv6 with its brackets */
    struct str port;     /* without `:` */
    struct str path;
    struct str query;    /* without `?` */
    struct str fragment; /* without `#` */
};

/* Splits a text; never fails. */
struct address_parts address_split(struct str url);

/* Returns the host as it is looked up: in lower case, percent-encoding decoded. */
struct str address_plain_host(struct arena *arena, struct str host);

/*
 * Whether the host of a web address is what a browser opens, as it stands there: nobody's name
 * before it, a host without signs that are decoded or refused, numbers only as a whole IPv4
 * address, a port that there is (WHATWG URL, «host parser»). Letters beyond ASCII are let
 * through. The law hosts-are-what-browsers-open asks Node of thousands.
 */
bool address_opens_as_shown(const struct address_parts *parts);

/*
 * Return what a page tells its readers about a web address: the host without «www.»,
 * and the kind of file that it leads to («PDF»). Absent when there is none.
 */
struct str address_host(struct str url);
struct str address_file_type(struct str url);

/*
 * What the address of a link or an image in a body means. This is an allow list: an
 * address that is not known to be harmless is refused, whatever a browser makes of it.
 */
enum address_kind {
    ADDRESS_EXTERNAL, /* https, http or mailto */
    ADDRESS_MARKDOWN, /* a .md file of the collection, or `#anchor` in the same file */
    ADDRESS_FILE,     /* a file of the collection of a kind that is known (base/file_type.h) */
    ADDRESS_OTHER,    /* some other file of the collection */
    ADDRESS_OUTSIDE,  /* leads out of the collection: /path, ../../.. */
    ADDRESS_REFUSED,  /* any other scheme, //host, control characters */
};

struct address {
    enum address_kind kind;
    struct str path;   /* of a file: from the folder that holds the collection */
    struct str anchor; /* without `#` */
};

/*
 * Returns where `relative` leads from the folder of the file `from`, without `.` and
 * `..`. Absent when it leads above the folder in which the path `from` begins.
 */
struct str address_resolve(struct arena *arena, struct str from, struct str relative);

/* Reads the address of a link in the file `from`, in whose folder relative paths start. */
struct address address_read(struct arena *arena, struct str url, struct str from);

#endif
