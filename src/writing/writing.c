#include "writing/writing.h"

const struct writing_field writing_fields[WRITING_FIELDS] = {
    {STR_INIT("title"), true},
    {STR_INIT("name"), true},
    {STR_INIT("summary"), false},
};

bool writing_is_told(const struct writing *writing, size_t at)
{
    size_t low = 0, high = writing->told.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (writing->told.items[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < writing->told.len && writing->told.items[low].start <= at;
}
