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
 * theme/README.md;
 * for the compiler of templates they are fragments of pages/shapes.h.
 */
struct value *form_view(struct arena *arena, const struct view *view, const struct tongue *tongue);

/* The form, one of its fields, and what a field is filled in with. */
extern const char form_shape[], form_field_shape[], form_control_shape[];

#endif
