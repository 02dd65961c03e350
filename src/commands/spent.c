#include "commands/spent.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/said.h"
#include "base/utf8.h"
#include "site/families.h"

enum { NAME_WIDTH = 28, NUMBER_WIDTH = 12 };

static void spent_put_name(struct buf *out, const char *name)
{
    buf_put(out, str_of(name));
    for (size_t used = utf8_count(str_of(name)); used < NAME_WIDTH; used++)
        buf_byte(out, ' ');
}

static void spent_put_time(struct buf *out, double time)
{
    size_t tenths = time > 0 ? (size_t)(time * 10 + 0.5) : 0;
    buf_format(out, "%*zu%s%zu", NUMBER_WIDTH - 2, tenths / 10, SAID(",", "."), tenths % 10);
}

/* Nothing where there is nothing to count. */
static void spent_put_counts(struct buf *out, size_t files, size_t bytes)
{
    if (files || bytes)
        buf_format(out, "%*zu%*zu", NUMBER_WIDTH, files, NUMBER_WIDTH, bytes);
    buf_byte(out, '\n');
}

static void spent_put_row(struct buf *out, const struct stage *row)
{
    spent_put_name(out, row->name);
    spent_put_time(out, row->wall);
    spent_put_time(out, row->cpu);
    spent_put_counts(out, row->files, row->bytes);
}

static void spent_put_head(struct buf *out, const char *name, const char *first, const char *second)
{
    spent_put_name(out, name);
    buf_format(out, "%*s%*s%*s%*s\n", NUMBER_WIDTH, first, NUMBER_WIDTH, second, NUMBER_WIDTH,
               SAID("filer", "files"), NUMBER_WIDTH, SAID("byte", "bytes"));
}

static void spent_put_stages(struct buf *out, struct stages *stages)
{
    struct stage whole = stages_whole(stages), between = whole;
    spent_put_head(out, SAID("trinn", "stage"), "ms", "CPU");
    for (size_t i = 0; i < stages->count; i++) {
        spent_put_row(out, &stages->items[i]);
        between.wall -= stages->items[i].wall;
        between.cpu -= stages->items[i].cpu;
    }
    between.name = SAID("annet", "other");
    spent_put_row(out, &between);
    whole.name = SAID("i alt", "in all");
    spent_put_row(out, &whole);
}

/* A family of outputs, in the form of a stage: what it took to make them, and to write them. */
static struct stage spent_row_of(const char *name, const struct family_work *work)
{
    const double NANO = 1e6;
    return (struct stage){.name = name,
                          .wall = (double)work->making / NANO,
                          .cpu = (double)work->writing / NANO,
                          .files = work->files,
                          .bytes = work->bytes};
}

static void spent_add_row(struct stage *sum, const struct stage *row)
{
    sum->wall += row->wall;
    sum->cpu += row->cpu;
    sum->files += row->files;
    sum->bytes += row->bytes;
}

static void spent_put_families(struct buf *out, const struct family_work *work,
                               const struct folder_result *result)
{
    struct stage sum = {.name = SAID("i alt", "in all")};
    struct stage copies = {.name = SAID("komprimerte kopier", "compressed copies"),
                           .files = result->written + result->kept,
                           .bytes = result->bytes};
    struct stage sums = {.name = "SHA256SUMS", .files = 1, .bytes = result->sums_bytes};
    spent_put_head(out, SAID("filer", "files"), SAID("lage", "make"), SAID("skrive", "write"));
    for (size_t i = 0; i < site_family_count; i++) {
        struct stage row = spent_row_of(site_families[i].name, &work[i]);
        if (row.files)
            spent_put_row(out, &row);
        spent_add_row(&sum, &row);
    }
    copies.files -= sum.files;
    copies.bytes -= sum.bytes;
    if (copies.files)
        spent_put_row(out, &copies);
    spent_put_row(out, &sums);
    spent_add_row(&sum, &copies);
    spent_add_row(&sum, &sums);
    spent_put_row(out, &sum);
}

void spent_tell(struct stages *stages, const struct family_work *work,
                const struct folder_result *result)
{
    struct buf text = BUF_INIT;
    spent_put_stages(&text, stages);
    buf_byte(&text, '\n');
    spent_put_families(&text, work, result);
    buf_write(&text, stderr);
    buf_release(&text);
}
