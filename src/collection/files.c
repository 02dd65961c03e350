#include "collection/files.h"

#include "base/address.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "collection/label.h"
#include "collection/rules.h"
#include "parse/rules.h"

/* A place to point at when a file as a whole is meant. */
static struct span whole_file(struct collection *collection, struct str path)
{
    struct source *source = arena_new(&collection->arena, struct source);
    source_init(source, &collection->arena, path, STR(""));
    return source_span(source, 0, 0);
}

static void check_name(struct collection *collection, struct str path, struct str name,
                       struct diags *diags)
{
    if (!norwegian_is_slug(name)) {
        bool valid = utf8_valid_until(path) == path.len;
        struct str better = valid ? norwegian_slug(&collection->arena, name) : STR("");
        if (better.len == 0)
            better = STR("nytt-navn");
        diag_add(diags, &model_rules[RULE_FILE_NAME], whole_file(collection, path),
                 (struct detail){.args = {name, better}});
    }
    if (norwegian_is_reserved(name))
        diag_add(diags, &model_rules[RULE_NAME_RESERVED], whole_file(collection, path),
                 (struct detail){.args = {name}});
}

static void add_document(struct collection *collection, enum document_kind kind, struct str folder,
                         struct str name, struct str path, struct diags *diags)
{
    struct str slug = str_slice(name, 0, name.len - 3);
    check_name(collection, path, slug, diags);
    struct document document = {.kind = kind,
                                .folder = folder,
                                .slug = slug,
                                .source = {.path = path},
                                .number = collection->documents.len};
    vec_push(&collection->arena, &collection->documents, document);
}

/* Its folders are part of its address, too. The bytes are read when they are published. */
static void add_picture(struct collection *collection, const struct fs_root *root, struct str path,
                        struct diags *diags)
{
    struct str rest = str_from(path, sizeof CONTENT_FOLDER);
    for (struct str part; str_cut(&rest, '/', &part);)
        check_name(collection, path,
                   str_slice(part, 0, rest.ptr ? part.len : str_rfind_byte(part, '.')), diags);
    struct picture picture = {path, whole_file(collection, path)};
    vec_push(&collection->arena, &collection->pictures, picture);
    switch (fs_probe(root, path, PICTURE_MAX)) {
    case FS_TOO_LARGE:
        diag_add(diags, &parse_rules[RULE_FILE_TOO_LARGE], picture.origin,
                 (struct detail){.args = {STR("16 MiB")}});
        break;
    case FS_OK: break;
    default: diag_add(diags, &parse_rules[RULE_NOT_A_FILE], picture.origin, NO_DETAIL);
    }
}

/* What programs leave beside the files that people open. */
static bool is_litter(struct str name)
{
    return str_starts(name, STR("~$")) || str_ends(name, STR("~")) ||
           str_eq(name, STR("Thumbs.db")) || str_eq(name, STR("desktop.ini"));
}

/* How long the first of these endings is that a name has, in small letters or large; 0: none. */
static size_t ending_of(struct str name, const char *const *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t len = str_of(endings[i]).len, same = 0;
        while (name.len > len && same < len &&
               (name.ptr[name.len - len + same] == endings[i][same] ||
                (name.ptr[name.len - len + same] | 0x20) == endings[i][same]))
            same++;
        if (same == len)
            return len;
    }
    return 0;
}

/* What some editors make of tekst.md: text, but under another name. The absent str: no such. */
static struct str meant_name(struct arena *arena, struct str name)
{
    static const char *const endings[] = {".md.txt", ".txt", ".text", ".markdown",
                                          ".mdown",  ".mkd", ".md"};
    size_t ending = ending_of(name, endings, sizeof endings / sizeof *endings);
    if (ending == 0 && str_find_byte(name, '.') != SIZE_MAX)
        return (struct str){0};
    return STR_JOIN(arena, str_slice(name, 0, name.len - ending), STR(".md"));
}

/* A file that nobody looks for; `here`: one that ends in .md would be looked for. */
static void report_stray(struct collection *collection, struct str path, struct str name, bool here,
                         struct diags *diags)
{
    static const char *const documents[] = {".docx", ".doc", ".odt", ".rtf", ".pdf", ".pages"};
    struct arena *arena = &collection->arena;
    struct span span = whole_file(collection, path);
    struct str meant = meant_name(arena, name);
    if (ending_of(name, documents, sizeof documents / sizeof *documents))
        diag_add(diags, &model_rules[RULE_FILE_DOCUMENT], span, NO_DETAIL);
    else if (here && meant.len)
        diag_add(diags, &model_rules[RULE_FILE_ENDING], span,
                 (struct detail){.args = {name, meant}});
    else
        diag_add(diags, &model_rules[RULE_FILE_STRAY], span,
                 (struct detail){.suggestion =
                                     str_ends(name, STR(".md.txt")) ? meant : (struct str){0}});
}

/* Which kind a file is, by where it lies; everything else is nobody's. */
static void sort_file(struct collection *collection, const struct fs_root *root, struct str path,
                      struct diags *diags)
{
    struct str rest = path, parts[4] = {{0}};
    size_t count = 0;
    for (struct str part; count < 4 && str_cut(&rest, '/', &part);)
        parts[count++] = part;
    struct str name = parts[count - 1];
    bool markdown = str_ends(name, STR(".md")) && name.len > 3 && !rest.ptr;
    bool entries = count >= 2 && str_eq(parts[1], collection->kind.folder);
    if (str_eq(name, STR("README.md")) || is_litter(name))
        return;
    if (utf8_valid_until(path) < path.len) { /* from here on paths are text */
        check_name(collection, path, path, diags);
        return;
    }
    if (!rest.ptr && address_is_picture(name)) {
        add_picture(collection, root, path, diags);
    } else if (markdown && count == 4 && entries) {
        add_document(collection, DOCUMENT_ENTRY, parts[2], name, path, diags);
    } else if (markdown && count == 3 && str_eq(parts[1], STR("pages"))) {
        add_document(collection, DOCUMENT_PAGE, parts[1], name, path, diags);
    } else if (markdown && count == 3 && facet_of_vocabulary(&collection->facets, parts[1])) {
        add_document(collection, DOCUMENT_TERM, parts[1], name, path, diags);
    } else if (markdown && count == 3 && entries) {
        const struct facet *folders = collection_folders(collection);
        struct str where = STR_JOIN(&collection->arena, STR(CONTENT_FOLDER "/"), parts[1]);
        struct str one = label_noun(folders->names, collection->settings.language, 1);
        diag_add(diags, &model_rules[RULE_ENTRY_FOLDER], whole_file(collection, path),
                 (struct detail){.args = {one.len ? one : folders->field, where}});
    } else if (!str_eq(path, STR(CONTENT_FOLDER "/site.yaml")) &&
               !str_eq(path, STR(CONTENT_FOLDER "/schema.yaml")) &&
               !str_eq(path, STR(SYNONYMS_FILE)) && !str_eq(path, STR(PATHS_FILE))) {
        bool term = count == 3 && facet_of_vocabulary(&collection->facets, parts[1]);
        bool page = count == 3 && str_eq(parts[1], STR("pages"));
        report_stray(collection, path, name, term || page || (count == 4 && entries && !rest.ptr),
                     diags);
    }
}

void files_find(struct collection *collection, const struct fs_root *root, struct diags *diags)
{
    struct fs_list files = {0};
    fs_walk(root, STR(CONTENT_FOLDER), false, &collection->arena, &files);
    for (size_t i = 0; i < files.len; i++)
        sort_file(collection, root, files.items[i].path, diags);
    for (size_t i = 0; i < collection->documents.len; i++) {
        struct document *document = &collection->documents.items[i];
        map_add(&collection->by_path, document->source.path, document);
    }
    for (size_t i = 0; i < collection->pictures.len; i++) {
        struct picture *picture = &collection->pictures.items[i];
        map_add(&collection->pictures_by_path, picture->path, picture);
    }
}
