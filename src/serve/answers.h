#ifndef SERVE_ANSWERS_H
#define SERVE_ANSWERS_H

#include "base/date.h"
#include "serve/http.h"
#include "serve/preview.h"

/*
 * What the preview answers to a path: the page of the site that stands there, which a web server
 * would give; or what it has of its own, below OWN_FOLDER, where no page of a site can be.
 *
 *     struct answers answers;
 *     answers_init(&answers, &preview, &asked);
 *     http_start(http, answers_give, &answers);
 *     answers_release(&answers);
 *
 * A page is found at its address, and without its ending: /themes/milk is themes/milk.html, and
 * /themes/ is themes/index.html. Every page gets one line more than a build writes: the script that
 * listens for changes (serve/live.h).
 *
 * To add something of its own: a row in the table of answers.c.
 */
#define OWN_FOLDER "/_samling"

/* What the user has asked for. */
struct answers_asked {
    struct str folder; /* of the collection, absolute: where the paths of findings begin */
    struct str editor; /* a name or template (serve/editor_link.h), used before that of site.yaml */
    struct date today; /* of the editor's page */
};

struct answers {
    struct preview *preview;
    struct answers_asked asked;
    struct buf made; /* the last answer, if it is not just as a page is kept */
    struct arena scratch;
};

void answers_init(struct answers *answers, struct preview *preview,
                  const struct answers_asked *asked);
void answers_release(struct answers *answers);

/* Gives what is at a path; an http_answers whose context is a struct answers. */
void answers_give(void *answers, struct str path, struct http_answer *answer);

/*
 * Finds the page at a path that a browser would ask for. False: there is none, and `location` is
 * the path that is to be asked for instead, or absent.
 */
bool answers_find(struct answers *answers, struct str path, struct preview_page *page,
                  struct str *location);

#endif
