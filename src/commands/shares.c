#include "commands/shares.h"

#include "base/buf.h"
#include "base/said.h"
#include "base/visible.h"
#include "collection/shares.h"

struct str shares_text(struct arena *arena, const struct collection *collection)
{
    struct shares shares = shares_of(arena, collection);
    struct buf text = BUF_INIT;
    if (shares.len < 2 || shares.words == 0)
        return STR("");
    for (size_t i = 0; i < shares.len; i++) {
        const struct share *share = shares.items[i];
        size_t tenths = (share->words * 1000 + shares.words / 2) / shares.words;
        buf_put(&text, i ? STR(", ") : STR(""));
        visible_put(&text, share->language);
        buf_format(&text, SAID(" %zu,%zu %% (%zu ord)", " %zu.%zu%% (%zu words)"), tenths / 10,
                   tenths % 10, share->words);
    }
    return buf_finish(&text, arena);
}
