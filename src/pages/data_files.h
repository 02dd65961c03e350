#ifndef PAGES_DATA_FILES_H
#define PAGES_DATA_FILES_H

#include "pages/view.h"

/*
 * What the page about the open data says besides its own text: that of the text page that has the
 * name of the folder of the data (x-entries.data). It lists the files that there are, each with
 * what it is for, those of the terms of each facet, and the fields that an entry has in them.
 *
 * theme/README.md describes the names. What a file or a field of ours is for, the theme says, in
 * words that begin with `data_`; where it has none, it stands without.
 *
 * To add a file
 * -------------
 *
 * A line in data_put_files(), and its words in each file of theme/strings/.
 */

/* Returns what the page is given. It lives in `arena`, in the view and the tongue. */
struct value *data_view(struct arena *arena, const struct view *view, const struct tongue *tongue);

/* Fragments of pages/shapes.h: all of it, one of the files, one of the fields. */
extern const char data_shape[], data_file_shape[], data_field_shape[];

#endif
