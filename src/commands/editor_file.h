#ifndef COMMANDS_EDITOR_FILE_H
#define COMMANDS_EDITOR_FILE_H

#include "base/confine.h"
#include "base/fs.h"
#include "site/site.h"

/*
 * The editor's page (pages/editor.h) as a file, for `check --report`.
 *
 *     editor_file_open(&file, &arena, path, &confine);   // before the program is shut in
 *     …
 *     editor_file_write(&file, &site, today);
 *
 * The name must end with .html, for what is there is replaced, and `check` takes names of files to
 * look at, too. The file is there whole or not at all (base/fs_whole.h). What stands in the way
 * ends the program.
 */
struct editor_file {
    struct fs_root folder;
    struct str name;
};

void editor_file_open(struct editor_file *file, struct arena *arena, struct str path,
                      struct confine *confine);

/* Puts the file in place, and closes its folder. */
void editor_file_write(struct editor_file *file, struct site *site, struct date today);

#endif
