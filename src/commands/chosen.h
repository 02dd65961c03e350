#ifndef COMMANDS_CHOSEN_H
#define COMMANDS_CHOSEN_H

#include "base/diag.h"
#include "base/map.h"
#include "commands/command.h"

/*
 * The files and folders that a command is asked about, of those that a site is made from.
 *
 *     struct chosen chosen;
 *     chosen_read(&chosen, &arena, folder, &words);
 *     if (chosen.count) …                          // else it is asked about all
 *     … chosen_has(source, &chosen) …              // a diag_wanted (base/diag.h)
 *
 * A word is a path as it is where the user stands, which is what a shell completes, or else
 * one from `folder`, which is how findings call the files. One that is not in content/ or
 * theme/, or whose name keeps it from being read, ends the program (base/die.h).
 */
struct chosen {
    struct map by_path; /* the paths as findings have them */
    size_t count;       /* 0: it is asked about all */
    struct str first;   /* of them */
};

void chosen_read(struct chosen *chosen, struct arena *arena, struct str folder,
                 const struct option_words *words);

/* Whether a file is one of them, or in one of them. */
bool chosen_has(const struct source *source, void *chosen);

#endif
