#ifndef EDITIONS_INSIDE_H
#define EDITIONS_INSIDE_H

#include "base/buf.h"
#include "plan/plan.h"

/*
 * Style sheets and scripts as they stand inside a page, and its policy, which allows these and no
 * others by their hashes (Content Security Policy 3, section 6.6.3.3).
 *
 *     struct inside inside = {.maker = maker, .scratch = &scratch};
 *     inside_put_style(&inside, &out, attributes, css);
 *     inside_put_script(&inside, &out, attributes, script);
 *     inside_put_policy(&inside, &head);
 *     inside_release(&inside);
 */
struct edition_maker;

struct inside {
    const struct edition_maker *maker;
    struct arena *scratch;
    struct buf style_hashes, script_hashes;
};

/* Appends the text of a style sheet at a path: its fonts and pictures are in it. */
void inside_put_css(const struct inside *inside, struct buf *out, const struct output *output);

/*
 * Append an element with this text, and note its hash. The attributes are as they are written, with
 * a space before each. Nothing in the text ends the element.
 */
void inside_put_style(struct inside *inside, struct buf *out, struct str attributes,
                      struct str css);
void inside_put_script(struct inside *inside, struct buf *out, struct str attributes,
                       struct str script);

/* Appends what the page may do (Content Security Policy 3, section 2.2), for an attribute. */
void inside_put_policy(const struct inside *inside, struct buf *out);

void inside_release(struct inside *inside);

#endif
