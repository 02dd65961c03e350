#include "collection/files.h"

#include "base/address.h"
#include "base/ascii.h"
#include "base/slug.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "collection/label.h"
#include "collection/rules.h"
#include "parse/rules.h"
#include "writing/personal.h"

/* A file below the content folder, by the parts of its path. */
struct found_file {
    struct str path;
    struct str name;
    struct str folder; /* the first below the content folder, or absent */
    struct str within; /* the next below that, or absent */
    size_t depth;      /* parts of the path, with the content folder and the name */
};

struct file_finder {
    struct collection *collection;
    const struct fs_root *root;
    struct diags *diags;
};

static struct found_file split_path(struct str path)
{
    struct found_file file = {.path = path, .name = str_name(path)};
    for (struct str rest = path, part; str_cut(&rest, '/', &part); file.depth++) {
        if (file.depth == 1 && rest.ptr)
            file.folder = part;
        if (file.depth == 2 && rest.ptr)
            file.within = part;
    }
    return file;
}

/* Returns the span of a finding about a file whose text is not read. */
static struct span whole_file(struct file_finder *finder, struct str path)
{
    struct arena *arena = &finder->collection->arena;
    struct source *source = arena_new(arena, struct source);
    source_init(source, arena, path, STR(""));
    return source_span(source, 0, 0);
}

static void files_tell(struct file_finder *finder, enum collection_rule rule, struct str path,
                       struct detail detail)
{
    collection_tell(finder->diags, rule, whole_file(finder, path), detail);
}

static void check_name(struct file_finder *finder, struct str path, struct str name)
{
    if (!slug_is(name)) {
        bool valid = utf8_valid_until(path) == path.len;
        struct str better = valid ? slug_make(&finder->collection->arena, name) : STR("");
        if (better.len == 0)
            better = STR("nytt-navn");
        files_tell(finder, RULE_FILE_NAME, path, (struct detail){.args = {name, better}});
    }
    if (slug_is_reserved(name))
        files_tell(finder, RULE_NAME_RESERVED, path, (struct detail){.args = {name}});
}

/*
 * Pictures.
 */

/*
 * Its folders become parts of its address, so their names are checked, too. Its bytes are
 * not read before they are published, but must be readable.
 */
static void add_picture(struct file_finder *finder, struct str path)
{
    struct collection *collection = finder->collection;
    struct str rest = path, part;
    str_cut(&rest, '/', &part); /* the content folder is no part of the address */
    while (str_cut(&rest, '/', &part))
        check_name(finder, path, rest.ptr ? part : str_slice(part, 0, str_rfind_byte(part, '.')));
    struct picture picture = {path, whole_file(finder, path)};
    vec_push(&collection->arena, &collection->pictures, picture);
    switch (fs_check_readable(finder->root, path, PICTURE_MAX)) {
    case FS_TOO_LARGE:
        diag_add(finder->diags, &parse_rules[RULE_FILE_TOO_LARGE], picture.origin,
                 (struct detail){.args = {STR(PICTURE_MAX_SHOWN)}});
        break;
    case FS_OK: break;
    default: diag_add(finder->diags, &parse_rules[RULE_NOT_A_FILE], picture.origin, NO_DETAIL);
    }
}

/*
 * Documents: where they lie says what they are.
 */

static bool is_entries(const struct collection *collection, struct str folder)
{
    return str_eq(folder, collection->kind.folder);
}

static bool is_pages(const struct collection *collection, struct str folder)
{
    (void)collection;
    return str_eq(folder, STR(PAGES_FOLDER));
}

static bool is_vocabulary(const struct collection *collection, struct str folder)
{
    return facet_of_vocabulary(&collection->facets, folder) != NULL;
}

static const struct document_place {
    bool (*holds)(const struct collection *collection, struct str folder);
    size_t depth; /* content/<folder>/<name> has 3 parts */
    enum document_kind kind;
} places[] = {
    {is_entries, 4, DOCUMENT_ENTRY},
    {is_pages, 3, DOCUMENT_PAGE},
    {is_vocabulary, 3, DOCUMENT_TERM},
};

/* Returns the place that a path fits, or NULL if no document may lie there. */
static const struct document_place *place_for(const struct collection *collection,
                                              const struct found_file *file)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (file->depth == places[i].depth && places[i].holds(collection, file->folder))
            return &places[i];
    return NULL;
}

static void add_document(struct file_finder *finder, enum document_kind kind,
                         const struct found_file *file)
{
    struct str slug = str_slice(file->name, 0, file->name.len - (sizeof ".md" - 1));
    check_name(finder, file->path, slug);
    store_add(&finder->collection->documents,
              (struct document){.kind = kind,
                                .folder = file->within.len ? file->within : file->folder,
                                .slug = slug,
                                .source = {.path = file->path}});
}

/*
 * Everything else.
 */

/* Lock and thumbnail files of Office, Windows and editors. */
static bool is_litter(struct str name)
{
    return str_starts(name, STR("~$")) || str_ends(name, STR("~")) ||
           str_eq(name, STR("Thumbs.db")) || str_eq(name, STR("desktop.ini"));
}

static bool is_own_file(struct str path)
{
    static const struct str own[] = {STR_INIT(SITE_FILE), STR_INIT(SCHEMA_FILE),
                                     STR_INIT(SYNONYMS_FILE), STR_INIT(PATHS_FILE)};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (str_eq(path, own[i]))
            return true;
    return false;
}

/*
 * Returns the length of the first of these endings that a name has, in capitals or
 * small letters, or 0. A name that is nothing but an ending has none.
 */
static size_t ending_of(struct str name, const char *const *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct str ending = str_of(endings[i]);
        if (name.len > ending.len && str_same(str_from(name, name.len - ending.len), ending))
            return ending.len;
    }
    return 0;
}

/*
 * Returns a name with the ending .md instead of one that some editors give to such files,
 * or the absent str if it cannot be meant as Markdown.
 */
static struct str meant_name(struct arena *arena, struct str name)
{
    static const char *const endings[] = {".md.txt", ".txt", ".text", ".markdown",
                                          ".mdown",  ".mkd", ".md"};
    size_t ending = ending_of(name, endings, sizeof endings / sizeof *endings);
    if (ending == 0 && str_find_byte(name, '.') != SIZE_MAX)
        return (struct str){0};
    return STR_JOIN(arena, str_slice(name, 0, name.len - ending), STR(".md"));
}

/* Tells of a file that fits no place. `here`: a file whose name ends with .md would. */
static void tell_stray(struct file_finder *finder, const struct found_file *file, bool here)
{
    static const char *const documents[] = {".docx", ".doc", ".odt", ".rtf", ".pdf", ".pages"};
    struct str name = file->name, meant = meant_name(&finder->collection->arena, name);
    if (ending_of(name, documents, sizeof documents / sizeof *documents))
        files_tell(finder, RULE_FILE_DOCUMENT, file->path, NO_DETAIL);
    else if (here && meant.len)
        files_tell(finder, RULE_FILE_ENDING, file->path, (struct detail){.args = {name, meant}});
    else
        files_tell(finder, RULE_FILE_STRAY, file->path,
                   (struct detail){.suggestion =
                                       str_ends(name, STR(".md.txt")) ? meant : (struct str){0}});
}

/* Tells of an entry that lies beside the folders of entries instead of in one. */
static void tell_no_folder(struct file_finder *finder, const struct found_file *file)
{
    struct collection *collection = finder->collection;
    struct str where = collection_path(&collection->arena, file->folder);
    files_tell(finder, RULE_ENTRY_FOLDER, file->path,
               (struct detail){.args = {collection_folder_noun(collection), where}});
}

static void classify_file(struct file_finder *finder, struct str path)
{
    enum { PICTURE_DEPTH = 4 };
    struct collection *collection = finder->collection;
    struct found_file file = split_path(path);
    if (str_eq(file.name, STR("README.md")) || is_litter(file.name))
        return;
    if (utf8_valid_until(path) < path.len) { /* from here on paths are text */
        check_name(finder, path, path);
        return;
    }
    personal_check_path(path, whole_file(finder, path), finder->diags);
    const struct document_place *place = place_for(collection, &file);
    bool markdown = str_ends(file.name, STR(".md")) && file.name.len > sizeof ".md" - 1;
    if (file.depth <= PICTURE_DEPTH && address_is_picture(file.name))
        add_picture(finder, path);
    else if (place && markdown)
        add_document(finder, place->kind, &file);
    else if (markdown && file.depth == 3 && is_entries(collection, file.folder))
        tell_no_folder(finder, &file);
    else if (!is_own_file(path))
        tell_stray(finder, &file, place != NULL);
}

void files_find(struct collection *collection, const struct fs_root *root, struct diags *diags)
{
    struct file_finder finder = {collection, root, diags};
    struct fs_list files = {0};
    fs_walk(root, STR(CONTENT_FOLDER), false, &collection->arena, &files);
    for (size_t i = 0; i < files.len; i++)
        classify_file(&finder, files.items[i].path);
    for (size_t i = 0; i < collection->pictures.len; i++) {
        struct picture *picture = &collection->pictures.items[i];
        map_add(&collection->pictures_by_path, picture->path, picture);
    }
}
