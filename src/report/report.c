#include "report/report.h"

#include <stdio.h>

#include "base/confine.h"
#include "base/die.h"
#include "base/fs.h"
#include "base/fs_place.h"

static const struct report_format formats[] = {
    {"text", report_text, false, NULL},
    {"github", report_github, true, github_summary},
    {"sarif", report_sarif, true, NULL},
    {"json", report_json, true, NULL},
};

const struct report_format *report_format(struct str name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_eq(name, str_of(formats[i].name)))
            return &formats[i];
    return NULL;
}

void report_allow(const struct report_format *format, struct arena *arena, struct confine *confine)
{
    struct str path = format->appends_to ? format->appends_to() : (struct str){0};
    struct fs_root folder;
    if (!path.len || !fs_root_try(arena, fs_folder_of(path), &folder))
        return;
    fs_root_allow(&folder, STR("."), confine, CONFINE_LIST);
    if (!fs_root_allow(&folder, str_name(path), confine, CONFINE_APPEND))
        fs_root_allow(&folder, STR("."), confine, CONFINE_APPEND);
    fs_root_close(&folder);
}

void report_write(const struct report_format *format, const struct report *report)
{
    format->write(report);
    if (fflush(stdout) != 0 || ferror(stdout))
        die_errno(SAID("kan ikke skrive det som ble funnet", "cannot write what was found"));
}
