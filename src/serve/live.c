#include "serve/live.h"

#include "base/embedded.h"

/* The names are a handful, so a path from the network is compared with each and never put together.
 */
struct str live_file(struct str name)
{
    static const struct str folder = STR_INIT("live/");
    for (size_t i = 0; i < embedded_count; i++) {
        struct str path = embedded_files[i].path;
        if (str_starts(path, folder) && str_eq(str_from(path, folder.len), name))
            return embedded_files[i].text;
    }
    return (struct str){0};
}
