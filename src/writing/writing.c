#include "writing/writing.h"

const struct writing_field writing_fields[WRITING_FIELDS] = {
    {STR_INIT("title"), true},
    {STR_INIT("name"), true},
    {STR_INIT("summary"), false},
};
