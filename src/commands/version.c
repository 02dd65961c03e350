#include "commands/version.h"

#include <stdio.h>

#include "base/fs.h"
#include "base/norwegian.h"
#include "parse/markdown.h"
#include "parse/yaml.h"

/* What the compiler was told, as far as it tells the program. */
static const char *const hardening[] = {
#ifdef __PIE__
    "PIE",
#endif
#if defined(__SSP_STRONG__) || defined(__SSP_ALL__)
    "stakkvern",
#endif
#if defined(_FORTIFY_SOURCE) && _FORTIFY_SOURCE > 0
    "FORTIFY",
#endif
#ifdef __CET__
    "CET",
#endif
    NULL,
};

void print_version(void)
{
    printf("samling %s\n", SAMLING_VERSION);
    printf("biblioteker: cmark %s, libyaml %s, utf8proc %s\n", markdown_version(), yaml_version(),
           norwegian_version());
    printf("beskyttelse: %s", fs_kernel_guards()
                                  ? "kjernen holder lesing innenfor mappen (openat2)"
                                  : "lesing holdes innenfor mappen ledd for ledd (uten openat2)");
    for (size_t i = 0; hardening[i]; i++)
        printf(", %s", hardening[i]);
    putchar('\n');
}
