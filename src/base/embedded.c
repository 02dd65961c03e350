#include "base/embedded.h"

struct str embedded_text(struct str path)
{
    for (size_t i = 0; i < embedded_count; i++)
        if (str_eq(embedded_files[i].path, path))
            return embedded_files[i].text;
    return (struct str){0};
}
