#include "report/report.h"

#include <stdio.h>

#include "base/die.h"

static const struct report_format formats[] = {
    {"text", report_text, false},
    {"github", report_github, true},
    {"sarif", report_sarif, true},
    {"json", report_json, true},
};

const struct report_format *report_format(struct str name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_eq(name, str_of(formats[i].name)))
            return &formats[i];
    return NULL;
}

void report_write(const struct report_format *format, const struct report *report)
{
    format->write(report);
    if (fflush(stdout) != 0 || ferror(stdout))
        die_errno("kan ikke skrive det som ble funnet");
}
