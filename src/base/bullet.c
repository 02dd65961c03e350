#include "base/bullet.h"

size_t bullet_len(struct str text)
{
    static const struct str bullets[] = {STR_INIT("-"), STR_INIT("•"), STR_INIT("·"), STR_INIT("–"),
                                         STR_INIT("—"), STR_INIT("*"), STR_INIT("−")};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (str_starts(text, bullets[i]))
            return bullets[i].len;
    return 0;
}
