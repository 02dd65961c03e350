#ifndef PAGES_FORM_H
#define PAGES_FORM_H

#include "pages/view.h"

/*
 * The form in which a new entry is written, as the template of the page that
 * has it is given it (x-entries.form): every field of the schema with its
 * title, its limits and the values among which one chooses, and the sections of
 * the body with what is asked in each. The script of the theme makes a file of
 * what is written, by the rules it finds in the page. Beside the form stand the
 * files that `samling new` would write, for those who have no script.
 *
 * Fields marked `x-form: false` are left out. The names are described in
 * theme/README.md and, for the compiler of templates, in pages/shapes.c.
 */
struct value *form_view(struct arena *arena, const struct view *view, const struct tongue *tongue);

#endif
