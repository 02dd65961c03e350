#ifndef SITE_SITE_H
#define SITE_SITE_H

#include "collection/load.h"
#include "site/held_theme.h"
#include "site/render.h"
#include "site/theme_place.h"

/*
 * A site, from its files to the point where every output can be rendered. All
 * commands share these stages, so that check finds what build would. They write
 * nothing to the terminal and read nothing from the environment; what is wrong is
 * among the findings.
 *
 * Calling sequence
 * ----------------
 *
 *     struct site site;
 *     site_open(&site, &options);
 *     if (site.whole) …                   // render_part() each of site.plan.outputs
 *     … site.diags …
 *     site_close(&site);
 *
 * Errors
 * ------
 *
 * `readable` is false if not even the schema could be read; then there is no
 * collection. `whole` is false if any finding is an error; then nothing must be
 * published. A folder that cannot be opened ends the program (base/die.h).
 *
 * With `followed` the files are somebody's who is at work, and the program goes on whatever becomes
 * of them. What the machine refuses is a finding then. And since a folder that is removed and made
 * anew is another one to Landlock, the whole folder that holds content/ may be read; the theme may
 * become the site's own, and the program's again (site/theme_place.h).
 *
 * Ownership
 * ---------
 *
 * A site owns all that it has made. It must not be moved in memory, and is read-only
 * once it is open.
 */
struct site_options {
    struct str folder;   /* holds content/, and theme/ if the site has its own */
    bool content_only;   /* stop when the collection is loaded: neither theme nor plan */
    bool puts_content;   /* single files will be put into content/ */
    bool followed;       /* read again and again while its files change: see below */
    struct str accepted; /* as in plan_inputs */
    bool indexed;        /* make the search index, too; no finding depends on it. For who makes the
                          * outputs, and so has the editions checked (site/render.h) */
    bool when_asked;     /* outputs are made one at a time, when they are asked for: what they share
                          * is made then, and the search index by site_index() */
    struct load_options load;
    struct held_theme *held_theme;    /* NULL, or that of an earlier site */
    enum theme_changed theme_changed; /* since it was loaded */
    diag_wanted *wanted; /* NULL, or the files whose findings are kept once there is a collection */
    void *wanted_context;
    const struct published *before; /* plan/plan.h: what a change must not take away, or NULL */
    /*
     * NULL, or where the program is to be shut in before anything is read: what else it
     * will need has been allowed, and content/ and the theme are added (base/confine.h).
     */
    struct confine *confine;
};

struct site {
    struct arena arena;
    struct fs_root root;
    struct collection collection;
    struct theme_place theme_place;
    struct known_words *known_words; /* NULL: it is not followed */
    struct own_schemas *own_schemas;
    bool beside; /* the folders that it reads are open for another one, and what is shared is its */
    struct held_theme *held_theme;
    const struct theme *theme; /* its own; NULL with content_only */
    struct plan plan;
    struct renderer renderer;
    struct diags diags; /* sorted */
    bool readable;      /* there is a collection */
    bool whole;         /* every output can be rendered; never with content_only */
};

void site_open(struct site *site, const struct site_options *options);
void site_close(struct site *site);

/*
 * The two halves of site_open(): finds where its files lie and shuts the program in, and reads
 * them. Between them files can be looked at (site/inputs.h), and the site be closed.
 */
void site_begin(struct site *site, const struct site_options *options);
void site_read(struct site *site, const struct site_options *options);

/*
 * Adds the search index to the plan of a whole site that has been opened with `when_asked`; outputs
 * that were found before are no more.
 */
void site_index(struct site *site);

/*
 * The first half, of a site whose files lie where those of another one do, which has begun and is
 * closed after it. So the files can be read once more, in a program that has been shut in.
 */
void site_begin_beside(struct site *site, const struct site *other);

#endif
