#ifndef PAGES_FORM_H
#define PAGES_FORM_H

#include "pages/view.h"

/*
 * The form for writing a new entry, on the page that the schema names
 * (x-entries.form). Its template is given every field of the schema with its
 * title, its limits and the values to choose among, and the sections of the body
 * with the questions of each. The theme's script makes a file of what the reader
 * writes, by the rules that it finds in the page. Beside the form stand the files
 * that `samling new` would write, for readers without the script.
 *
 * Fields marked `x-form: false` are left out. theme/README.md describes the names;
 * the compiler of templates knows them as fragments of pages/shapes.h.
 *
 * To add a forge that the form can open
 * -------------------------------------
 *
 * A row in the table `forges` of form.c: how the forge writes the address where a
 * file is changed, and the one where a file is made.
 */

/* Returns the form in the language of `tongue`. It lives in `arena`, in the view and the tongue. */
struct value *form_view(struct arena *arena, const struct view *view, const struct tongue *tongue);

/*
 * Returns the type of one value of a field: text, number, integer, boolean, date, partial-date,
 * uri or email.
 */
struct str form_type(const struct schema *schema);

/* Fragments of pages/shapes.h: the form, one of its fields, and one control of a field. */
extern const char form_shape[], form_field_shape[], form_control_shape[];

#endif
