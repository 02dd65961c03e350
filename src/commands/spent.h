#ifndef COMMANDS_SPENT_H
#define COMMANDS_SPENT_H

#include "base/stages.h"
#include "publish/publish.h"

/*
 * Tells on standard error what a build has spent its time on: the stages, and the families of
 * outputs with their files and bytes, which together are all that lies in the folder.
 *
 * Times are milliseconds; those of the processor are of all threads together. To add a stage:
 * stages_begin() and stages_end() around it. A family of outputs comes by itself.
 */
void spent_tell(struct stages *stages, const struct family_work *work,
                const struct folder_result *result);

#endif
