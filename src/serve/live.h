#ifndef SERVE_LIVE_H
#define SERVE_LIVE_H

#include "base/str.h"

/*
 * What the preview gives the browser besides the pages: the files of src/live/, at
 * /_samling/<name>.
 *
 * live.js is what every page is given, by LIVE_SCRIPT before `</head>`; what it needs of the others
 * it asks for itself. It starts listen.js as a worker, whose rules are those of the answer that
 * listen.js came with: a Content-Security-Policy there must have connect-src 'self'.
 */
#define LIVE_SCRIPT "<script src=\"/_samling/live.js\" defer></script>"

/* Returns the bytes of a file by its name, such as live.js; the absent str when there is none. */
struct str live_file(struct str name);

#endif
