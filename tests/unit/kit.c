#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "kit.h"

int kit_setup(void **state)
{
    struct kit *kit = memory_resize(NULL, sizeof *kit);
    kit->folder[0] = '\0';
    arena_init(&kit->arena);
    diag_init(&kit->diags);
    *state = kit;
    return 0;
}

int kit_teardown(void **state)
{
    struct kit *kit = *state;
    diag_release(&kit->diags);
    arena_release(&kit->arena);
    free(kit);
    return 0;
}

struct source *kit_source(struct kit *kit, struct str text)
{
    struct source *source = arena_new(&kit->arena, struct source);
    source_init(source, &kit->arena, STR("content/measures/nfd/x.md"), text);
    return source;
}

void kit_forget(struct kit *kit)
{
    diag_release(&kit->diags);
}

const char *kit_findings(struct kit *kit)
{
    struct buf list = BUF_INIT;
    diag_sort(&kit->diags);
    for (size_t i = 0; i < kit->diags.len; i++) {
        const struct finding *finding = &kit->diags.items[i];
        if (finding->span.source) {
            struct place place = source_place(finding->span.source, finding->span.start);
            buf_format(&list, "%s%zu:%zu ", i ? ", " : "", place.line, place.column);
        }
        buf_put(&list, str_of(finding->rule->id));
    }
    struct str text = buf_take(&list, &kit->arena);
    buf_release(&list);
    return text.ptr;
}

struct str kit_spanned(struct span span)
{
    return str_slice(span.source->text, span.start, span.end);
}

struct str kit_repeat(struct kit *kit, const char *text, size_t count)
{
    size_t len = strlen(text);
    char *all = arena_text(&kit->arena, len * count + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(all + i * len, text, len);
    all[len * count] = '\0';
    return (struct str){all, len * count};
}

void assert_str(const char *about, struct str actual, const char *expected)
{
    if (!str_eq(actual, str_of(expected)))
        fail_msg("%s: «%.*s», not «%s»", about, STR_ARG(actual), expected);
}

void assert_c(const char *about, const char *actual, const char *expected)
{
    assert_str(about, str_of(actual), expected);
}

struct str kit_suite(struct kit *kit, const char *name)
{
    const char *suites = getenv("SAMLING_SUITES");
    struct str path = str_format(&kit->arena, "%s/%s", suites ? suites : "../shared/suites", name);
    if (access(path.ptr, F_OK) != 0) {
        print_message("hoppet over: %s, som ikke finnes\n", path.ptr);
        skip();
    }
    return path;
}

void assert_dies_with(const char *message, void (*act)(void *context), void *context)
{
    int ends[2];
    char said[1024] = {0};
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        act(context);
        _exit(0);
    }
    close(ends[1]);
    for (size_t have = 0; have < sizeof said - 1;) {
        ssize_t got = read(ends[0], said + have, sizeof said - 1 - have);
        if (got <= 0)
            break;
        have += (size_t)got;
    }
    close(ends[0]);
    int status;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 2 || !strstr(said, message))
        fail_msg("status %x, said «%s», not «%s»", (unsigned)status, said, message);
}
