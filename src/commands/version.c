#include "commands/version.h"

#include <link.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/auxv.h>

#include "attached/xml.h"
#include "base/arena.h"
#include "base/compress.h"
#include "base/confine.h"
#include "base/fs.h"
#include "base/hash.h"
#include "base/norwegian.h"
#include "base/packer.h"
#include "base/qr.h"
#include "base/said.h"
#include "parse/markdown.h"
#include "parse/yaml.h"
#include "schema/pattern.h"
#include "serve/http.h"

#define AS_TEXT(number)  AS_TEXT_(number)
#define AS_TEXT_(number) #number

/* Prints the protections that the compiler was asked for, as far as its macros tell. */
static void print_hardening(void)
{
    const char *const hardening[] = {
#ifdef __PIE__
        "PIE",
#endif
#if defined(__SSP_STRONG__) || defined(__SSP_ALL__)
        SAID("stakkvern", "stack protector"),
#endif
#if defined(_FORTIFY_SOURCE) && _FORTIFY_SOURCE > 0
        "FORTIFY " AS_TEXT(_FORTIFY_SOURCE),
#endif
#ifdef __CET__
        "CET",
#endif
#ifdef __SANITIZE_ADDRESS__
        "AddressSanitizer",
#endif
#ifdef __SANITIZE_THREAD__
        "ThreadSanitizer",
#endif
        NULL,
    };
    for (size_t i = 0; hardening[i]; i++)
        printf(", %s", hardening[i]);
}

/*
 * RELRO: the addresses of library functions are looked up before the program starts,
 * and the memory that holds them is then write-protected. The linker's part in it stands
 * in the program itself, in the program header and the dynamic section (System V ABI).
 */
static bool has_relro(void)
{
    const ElfW(Phdr) *headers = (const ElfW(Phdr) *)getauxval(AT_PHDR);
    for (size_t i = 0; i < getauxval(AT_PHNUM); i++)
        if (headers[i].p_type == PT_GNU_RELRO)
            return true;
    return false;
}

static bool binds_at_start(void)
{
    for (const ElfW(Dyn) *entry = _DYNAMIC; entry->d_tag != DT_NULL; entry++)
        if ((entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_BIND_NOW)) ||
            (entry->d_tag == DT_FLAGS_1 && (entry->d_un.d_val & DF_1_NOW)))
            return true;
    return false;
}

static void print_libraries(void)
{
    struct arena arena;
    arena_init(&arena);
    struct str nettle = hash_version(&arena), pcre2 = pattern_version(&arena);
    struct str expat = xml_version(&arena), brotli = compress_brotli_version(&arena);
    printf("%s: cmark %s, libyaml %s, utf8proc %s, nettle %.*s, PCRE2 %.*s, expat %.*s, "
           "zlib %s, brotli %.*s, libdeflate %s, libqrencode %s, libmicrohttpd %s\n",
           SAID("biblioteker", "libraries"), markdown_version(), yaml_version(),
           norwegian_version(), STR_ARG(nettle), STR_ARG(pcre2), STR_ARG(expat),
           compress_gzip_version(), STR_ARG(brotli), packer_version(), qr_version(),
           http_version());
    arena_release(&arena);
}

void print_version(void)
{
    printf("samling %s\n", SAMLING_VERSION);
    print_libraries();
    printf("%s: %s", SAID("beskyttelse", "protection"),
           fs_kernel_guards()
               ? SAID("kjernen holder lesing innenfor mappen (openat2)",
                      "the kernel keeps reading within the folder (openat2)")
               : SAID("lesing holdes innenfor mappen ledd for ledd (uten openat2)",
                      "reading is kept within the folder part by part (without openat2)"));
    if (confine_abi())
        printf(", Landlock ABI %u", confine_abi());
    else
        printf(SAID(", uten Landlock", ", without Landlock"));
    print_hardening();
    if (has_relro() && binds_at_start())
        printf(", RELRO");
    putchar('\n');
}
