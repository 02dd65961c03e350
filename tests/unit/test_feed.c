#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/vec.h"
#include "data/feed.h"
#include "kit.h"
#include "pages/news.h"

/* Feeds of items that are made here: which are in them, in what order, and what they say. */
struct world {
    struct arena arena;
    struct collection collection;
    struct plan plan;
    struct tongue tongue;
    struct news news;
    struct view view;
};

enum { ENTRIES_MAX = 100 };

static struct value *words(struct arena *arena)
{
    struct value *texts = value_map(arena);
    value_put(arena, texts, STR("feed_changed"), value_text(arena, STR("Endret: {0}")));
    value_put(arena, texts, STR("feed_gone"), value_text(arena, STR("Tatt ut: {0}")));
    return texts;
}

static void open_world(struct world *world)
{
    *world = (struct world){0};
    arena_init(&world->arena);
    plan_init(&world->plan);
    world->collection.settings.base_url = STR("https://a.example/x&y/");
    world->collection.settings.language = STR("nb");
    world->collection.settings.title = STR("Kokeboka");
    world->collection.kind.path = STR("oppskrifter");
    world->plan.collection = &world->collection;
    world->plan.page_paths = arena_items(&world->arena, struct str, ENTRIES_MAX);
    world->tongue = (struct tongue){.language = STR("nb"), .texts = words(&world->arena)};
    world->news.of_entry = arena_items(&world->arena, struct news_list, ENTRIES_MAX);
    world->view = (struct view){.arena = &world->arena,
                                .collection = &world->collection,
                                .plan = &world->plan,
                                .tongues = &world->tongue,
                                .tongue_count = 1,
                                .news = &world->news};
}

static void close_world(struct world *world)
{
    plan_release(&world->plan);
    arena_release(&world->arena);
}

static const struct entry *add_entry(struct world *world, const char *name, struct str summary)
{
    struct document *document = arena_new(&world->arena, struct document);
    struct entry *entry = arena_new(&world->arena, struct entry);
    entry->number = world->collection.entries.len;
    document->number = (uint32_t)entry->number;
    assert_true(entry->number < ENTRIES_MAX);
    world->plan.page_paths[document->number] = str_format(&world->arena, "o/%s.html", name);
    *entry = (struct entry){.document = document,
                            .title = str_of(name),
                            .summary = summary,
                            .language = STR("nn"),
                            .number = document->number};
    vec_push(&world->arena, &world->collection.entries, entry);
    return entry;
}

/* In the order in which they are added, as in pages/news.h: the newest first, and before them those
 * without a date. */
static void add_item(struct world *world, struct news_item item)
{
    struct news_item *made = arena_new(&world->arena, struct news_item);
    *made = item;
    if (item.entry) {
        made->title = item.entry->title;
        made->path = world->plan.page_paths[item.entry->document->number];
        vec_push(&world->arena, &world->news.of_entry[item.entry->number], made);
    }
    vec_push(&world->arena, &world->news.all, made);
}

static void add_new(struct world *world, const char *date, const struct entry *entry)
{
    add_item(world, (struct news_item){.kind = NEWS_NEW, .date = str_of(date), .entry = entry});
}

static void make_feed(struct world *world, struct feed *feed, const struct term *term)
{
    feed_make(feed, &(struct output){.path = STR("feed.xml"), .term = term}, &world->view,
              &world->arena);
}

static void test_each_kind_says_what_it_is(void **state)
{
    (void)state;
    struct world world;
    struct feed feed;
    open_world(&world);
    const struct entry *cake = add_entry(&world, "kake", STR("Ei kake."));
    add_item(&world, (struct news_item){.kind = NEWS_GONE,
                                        .date = STR("2025-02-03"),
                                        .title = STR("Suppe"),
                                        .was = STR("o/suppe.html"),
                                        .words = STR("Den sto to ganger.")});
    add_item(&world, (struct news_item){.kind = NEWS_GONE,
                                        .date = STR("2025-02"),
                                        .title = STR("Grøt"),
                                        .was = STR("o/grot.html"),
                                        .path = STR("o/kake.html")});
    add_item(&world, (struct news_item){.kind = NEWS_CHANGED,
                                        .date = STR("2024-12-31"),
                                        .entry = cake,
                                        .words = STR("Tiden er ny.")});
    add_new(&world, "2024", cake);
    make_feed(&world, &feed, NULL);
    static const struct {
        const char *time, *id, *address, *title, *text, *language;
    } rows[] = {
        {"2025-02-03T00:00:00Z", "o/suppe.html#2025-02-03", "oppskrifter.html", "Tatt ut: Suppe",
         "Den sto to ganger.", "nb"},
        {"2025-02-01T00:00:00Z", "o/grot.html#2025-02", "o/kake.html", "Tatt ut: Grøt", "", "nb"},
        {"2024-12-31T00:00:00Z", "o/kake.html#2024-12-31", "o/kake.html", "Endret: kake",
         "Tiden er ny. Ei kake.", "nb"},
        {"2024-01-01T00:00:00Z", "o/kake.html", "o/kake.html", "kake", "Ei kake.", "nn"},
    };
    assert_int_equal(feed.len, ROWS(rows));
    for (size_t i = 0; i < ROWS(rows); i++) {
        const struct feed_item *item = &feed.items[i];
        struct str base = world.collection.settings.base_url;
        assert_str(rows[i].title, item->time, rows[i].time);
        assert_str(rows[i].title, str_from(item->id, base.len), rows[i].id);
        assert_str(rows[i].title, str_from(item->address, base.len), rows[i].address);
        assert_str(rows[i].title, item->title, rows[i].title);
        assert_str(rows[i].title, item->text, rows[i].text);
        assert_str(rows[i].title, item->language, rows[i].language);
    }
    assert_str("updated", feed.updated, rows[0].time);
    assert_str("author", feed.author, "Kokeboka");
    close_world(&world);
}

static void test_what_the_theme_cannot_say_is_left_out(void **state)
{
    (void)state;
    struct world world;
    struct feed feed;
    open_world(&world);
    world.tongue.texts = value_map(&world.arena);
    add_item(&world, (struct news_item){.kind = NEWS_GONE,
                                        .date = STR("2025"),
                                        .title = STR("Suppe"),
                                        .was = STR("o/suppe.html")});
    make_feed(&world, &feed, NULL);
    assert_int_equal(feed.len, 0);
    assert_str("updated", feed.updated, "2025-01-01T00:00:00Z");
    add_new(&world, "2024", add_entry(&world, "kake", STR("Ei kake.")));
    make_feed(&world, &feed, NULL);
    assert_int_equal(feed.len, 1);
    assert_str("updated", feed.updated, "2024-01-01T00:00:00Z");
    close_world(&world);
}

/* Says the titles of the items, which have a letter each. */
static struct str told(struct world *world, const struct term *term)
{
    struct feed feed;
    struct str text = STR("");
    make_feed(world, &feed, term);
    for (size_t i = 0; i < feed.len; i++)
        text = STR_JOIN(&world->arena, text, feed.items[i].title);
    return text;
}

static void test_the_newest_come_first(void **state)
{
    (void)state;
    struct world world;
    open_world(&world);
    struct term all = {0}, some = {0}, none = {0};
    static const char *const names[] = {"a", "b", "c", "d"};
    const struct entry *entries[ROWS(names)];
    for (size_t i = 0; i < ROWS(names); i++) {
        entries[i] = add_entry(&world, names[i], STR("Tekst."));
        vec_push(&world.arena, &all.entries, entries[i]);
        if (i != 1)
            vec_push(&world.arena, &some.entries, entries[i]);
    }
    add_item(&world, (struct news_item){.kind = NEWS_NEW, .entry = entries[3]});
    add_new(&world, "2024-05-01", entries[2]);
    add_new(&world, "2024-05", entries[0]);
    add_new(&world, "2024-05", entries[1]);
    add_new(&world, "2023", entries[2]);
    assert_str("the whole", told(&world, NULL), "cabc");
    assert_str("all of a term", told(&world, &all), "cabc");
    assert_str("some of a term", told(&world, &some), "cac");
    assert_str("none of a term", told(&world, &none), "");
    close_world(&world);
}

static void test_there_are_fifty_at_the_most(void **state)
{
    (void)state;
    struct world world;
    struct feed feed;
    open_world(&world);
    struct term term = {0};
    for (int i = 60; i > 0; i--) {
        struct str year = str_format(&world.arena, "20%02d", i);
        const struct entry *entry = add_entry(&world, year.ptr, STR("Tekst."));
        add_new(&world, year.ptr, entry);
    }
    for (size_t i = world.collection.entries.len; i-- > 0;)
        vec_push(&world.arena, &term.entries, world.collection.entries.items[i]);
    for (size_t of_term = 0; of_term < 2; of_term++) {
        make_feed(&world, &feed, of_term ? &term : NULL);
        assert_int_equal(feed.len, FEED_ITEMS_MAX);
        assert_str("first", feed.items[0].title, "2060");
        assert_str("last", feed.items[FEED_ITEMS_MAX - 1].title, "2011");
    }
    close_world(&world);
}

/* The worst that a text can hold: what grows the most in XML, and what does in JSON. */
static void test_no_feed_is_too_long(void **state)
{
    static const char *const worst[] = {"\"", "\x01", "a"};
    for (size_t w = 0; w < ROWS(worst); w++) {
        struct world world;
        struct feed feed;
        struct buf atom = BUF_INIT, json = BUF_INIT;
        open_world(&world);
        struct str medium = kit_repeat(*state, worst[w], 2000);
        struct str huge = kit_repeat(*state, worst[w], 100 * 1000);
        for (int i = 60; i > 0; i--) {
            struct str year = str_format(&world.arena, "20%02d", i);
            add_new(&world, year.ptr, add_entry(&world, year.ptr, i == 60 ? huge : medium));
        }
        make_feed(&world, &feed, NULL);
        assert_str("the first that has room", feed.items[0].title, "2059");
        assert_str("updated", feed.updated, "2059-01-01T00:00:00Z");
        assert_in_range(feed.len, 30, FEED_ITEMS_MAX - 1);
        struct output output = {.path = STR("feed.xml")};
        atom_put(&atom, &output, &world.view, &world.arena);
        json_feed_put(&json, &output, &world.view, &world.arena);
        assert_in_range(atom.len, 1, FEED_BYTES_MAX);
        assert_in_range(json.len, 1, FEED_BYTES_MAX);
        buf_release(&atom);
        buf_release(&json);
        close_world(&world);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_kind_says_what_it_is),
        cmocka_unit_test(test_what_the_theme_cannot_say_is_left_out),
        cmocka_unit_test(test_the_newest_come_first),
        cmocka_unit_test(test_there_are_fifty_at_the_most),
        WITH_KIT(test_no_feed_is_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
