#include "pages/cards.h"

#include "base/buf.h"
#include "base/json.h"
#include "pages/card.h"
#include "plan/paged.h"
#include "plan/paths.h"

const char cards_shape[] = "@common groups[@group]";

/* The number of a file, and which entries it has. */
struct cards_file {
    size_t number;
    struct plan_part part;
};

void cards_add(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    size_t count = collection->entries.len;
    if (plan->search_path.len == 0 || paged_count(collection, count) == 1)
        return;
    for (size_t i = 0; i * CARDS_IN_FILE < count; i++) {
        struct cards_file *file = arena_new(&plan->arena, struct cards_file);
        *file = (struct cards_file){i, plan_part(i, CARDS_IN_FILE, count)};
        plan_add(plan, (struct output){.path = plan_cards_path(&plan->arena, collection, i),
                                       .subject = file,
                                       .origin = collection->kind.names->span});
    }
}

void cards_make(struct page_maker *maker)
{
    const struct collection *collection = maker->view->collection;
    const struct cards_file *file = maker->output->subject;
    page_title(maker, page_word(maker, WORD_ALL_ENTRIES), (struct str){0});
    page_put(maker, STR("groups"),
             groups_value(maker->arena, collection, maker->tongue,
                          (const struct entry *const *)collection->entries.items,
                          collection->entries.len, file->part));
}

/* Returns «0a1b2c3» of sok/start-0a1b2c3.js; nothing where there is no index. */
static struct str edition_of(struct str search_path)
{
    struct str stem = str_slice(search_path, 0, str_rfind_byte(search_path, '.'));
    size_t dash = str_rfind_byte(stem, '-');
    return dash < stem.len ? str_from(stem, dash + 1) : STR("");
}

void cards_wrap(struct buf *out, const struct output *output, const struct plan *plan,
                struct str made)
{
    const struct cards_file *file = output->subject;
    struct json json = json_into(out);
    buf_format(out, "(self.samling_cards ||= {})[\"%zu-%.*s\"]=", file->number,
               STR_ARG(edition_of(plan->search_path)));
    json_put_text(&json, made);
    buf_lit(out, ";\n");
}
