#ifndef BASE_ADDRESS_H
#define BASE_ADDRESS_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/*
 * A web address, or any other URI, in the parts of RFC 3986, appendix B, each as it
 * is written. A part that is not there is absent: `https://a.no/?` has an empty query,
 * `https://a.no/` has none. The parts are views of the text, which may be anything:
 * whether each is made of what it may be is for the caller to ask.
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

struct address_parts address_split(struct str url);

/* The host as it is looked up: in small letters, without percent-encoding. */
struct str address_plain_host(struct arena *arena, struct str host);

/*
 * What a reader is told of a web address: its host without «www.», and the kind of
 * file it leads to, «PDF»; absent where there is none.
 */
struct str address_host(struct str url);
struct str address_file_type(struct str url);

/*
 * What the address of a link or an image in a body means. An allow list: what
 * is not known to be harmless is refused, whatever a browser may make of it.
 */
enum address_kind {
    ADDRESS_EXTERNAL, /* https, http or mailto */
    ADDRESS_MARKDOWN, /* a .md file of the collection, or `#anchor` in the same file */
    ADDRESS_IMAGE,    /* a picture file of the collection */
    ADDRESS_OTHER,    /* some other file of the collection */
    ADDRESS_OUTSIDE,  /* leads out of the collection: /path, ../../.. */
    ADDRESS_REFUSED,  /* any other scheme, //host, control characters */
};

struct address {
    enum address_kind kind;
    struct str path;   /* of the three middle kinds: from the folder that holds the collection */
    struct str anchor; /* without `#` */
};

/* Whether a file is a picture by its ending: .png, .jpg, .jpeg, .webp, .gif. */
bool address_is_picture(struct str path);

/*
 * A relative path as it is seen from the folder of the file `from`, without `.`
 * and `..`; the absent str when it leads out of where `from` begins.
 */
struct str address_resolve(struct arena *arena, struct str from, struct str relative);

/* `from` is the path of the file that has the link; its folder is where relative paths start. */
struct address address_read(struct arena *arena, struct str url, struct str from);

#endif
