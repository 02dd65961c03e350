#include "data/bibliography.h"

#include "base/buf.h"
#include "base/json.h"
#include "pages/citation.h"
#include "plan/paths.h"

enum { ENTRIES_IN_PART = 64 };

/* Appends what stands before an entry, the entry, and what stands after the last one. */
struct bibliography {
    void (*put)(struct buf *out, const struct citation *citation, size_t number);
    struct str none, end; /* instead of any entries, and after them */
};

static void put_bibtex(struct buf *out, const struct citation *citation, size_t number)
{
    if (number)
        buf_byte(out, '\n');
    citation_put_bibtex(out, citation);
}

static void put_ris(struct buf *out, const struct citation *citation, size_t number)
{
    (void)number;
    citation_put_ris(out, citation, STR("\r\n"));
}

static void put_csl(struct buf *out, const struct citation *citation, size_t number)
{
    struct json json = json_into(out);
    buf_put(out, number ? STR(",\n") : STR("[\n"));
    citation_put_csl(&json, citation);
}

static const struct bibliography bibliographies[CITATION_FORMS] = {
    [CITATION_BIBTEX] = {put_bibtex, {0}, {0}},
    [CITATION_RIS] = {put_ris, {0}, {0}},
    [CITATION_CSL] = {put_csl, STR_INIT("[]\n"), STR_INIT("\n]\n")},
};

void bibliography_add(struct plan *plan)
{
    for (size_t i = 0; i < CITATION_FORMS; i++) {
        struct str path =
            plan_entries_data_path(&plan->arena, plan->collection, citation_forms[i].ending);
        if (path.len)
            plan_add(plan, (struct output){.path = path,
                                           .subject = &bibliographies[i],
                                           .origin = plan->collection->kind.names->span});
    }
}

bool bibliography_put(struct buf *out, const struct output *output, const struct view *view,
                      struct arena *scratch, size_t part)
{
    const struct bibliography *bibliography = output->subject;
    size_t count = view->collection->entries.len;
    struct plan_part of = plan_part(part, ENTRIES_IN_PART, count);
    for (size_t i = of.from; i < of.to; i++) {
        struct citation citation =
            citation_of_entry(scratch, view, view->collection->entries.items[i]);
        bibliography->put(out, &citation, i);
    }
    if (of.more)
        return true;
    buf_put(out, count ? bibliography->end : bibliography->none);
    return false;
}
