#ifndef PARSE_TABLE_H
#define PARSE_TABLE_H

#include <stdbool.h>

#include "base/source.h"

/*
 * Tables. CommonMark has none, so a text that was meant as one is shown as its lines, one
 * after another.
 */

/*
 * Whether a paragraph, its lines `first` … `last`, was meant as a table: with a row of
 * hyphens under its head (GFM 0.29, 4.10), as a grid of `+---+---+`, or as nothing but rows
 * between pipes. It may lie in quotes and lists.
 */
bool table_is_meant(const struct source *source, size_t first, size_t last);

#endif
