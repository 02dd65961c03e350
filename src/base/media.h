#ifndef BASE_MEDIA_H
#define BASE_MEDIA_H

#include "base/str.h"

/*
 * Returns the media type of what is served at a path, by its ending: bytes of no type that is known
 * are just bytes. To add one: its row in media.c.
 */
struct str media_of(struct str path);

#endif
