#ifndef ATTACHED_ZIP_H
#define ATTACHED_ZIP_H

#include <stdbool.h>

#include "base/str.h"

/*
 * The names in a ZIP, from the directory at its end (PKWARE APPNOTE 6.3.10, 4.3.12 and
 * 4.3.16). Nothing is unpacked.
 *
 *     struct zip zip;
 *     if (zip_open(&zip, bytes))
 *         while (zip_next(&zip, &name)) …
 *
 * Bytes may be hostile: names are views of them, and each step goes forwards. Archives of
 * more than 4 GiB or 65 535 files (ZIP64) are not read.
 */
struct zip {
    struct str rest; /* of the directory */
    size_t left;     /* how many files it should still have */
};

/* False: the bytes have no directory, so they are no ZIP or only the beginning of one. */
bool zip_open(struct zip *zip, struct str bytes);

/* Stores the next name. False after the last, or where the directory is damaged. */
bool zip_next(struct zip *zip, struct str *name);

/* Returns the bytes of the first file if it is not compressed and has this name, or absent. */
struct str zip_first(struct str bytes, struct str name);

#endif
