#include "collection/files.h"

#include "base/ascii.h"
#include "base/file_type.h"
#include "base/fs_walk.h"
#include "base/slug.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "collection/copies.h"
#include "collection/label.h"
#include "collection/rules.h"
#include "collection/theme_files.h"
#include "parse/rules.h"
#include "writing/identity.h"
#include "writing/rules.h"

/* A file below the content folder, by the parts of its path. */
struct found_file {
    struct str path;
    struct str name;
    struct str folder; /* the first below the content folder, or absent */
    struct str within; /* the next below that, or absent */
    size_t depth;      /* parts of the path, with the content folder and the name */
    struct fs_stamp stamp;
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

/* Returns the span of a finding about a file whose text is not read. The list of paths goes. */
static struct span whole_file(struct file_finder *finder, struct str path)
{
    struct arena *arena = &finder->collection->arena;
    struct source *source = arena_new(arena, struct source);
    source_init(source, arena, str_copy(arena, path), STR(""));
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

/* Tells of a file that fits no place. `meant`: its name if it were Markdown, or absent. */
static void tell_stray(struct file_finder *finder, struct str path, struct str meant)
{
    files_tell(finder, RULE_FILE_STRAY, path, (struct detail){.suggestion = meant});
}

/*
 * Pictures and documents beside the texts.
 */

/* Why files of some kinds are not published, and what to do; in Norwegian and English. */
static const struct refusal {
    struct str why[2], help[2];
} refusals[] = {
    [FILE_MACROS] = {{STR_INIT("filer av denne typen kan ha makroer"),
                      STR_INIT("such files can hold macros")},
                     {STR_INIT("lagre den som .pdf, .odt, .docx eller .xlsx"),
                      STR_INIT("save it as .pdf, .odt, .docx or .xlsx")}},
    [FILE_FORMAT] = {{STR_INIT("mange lesere har ikke programmet som åpner den"),
                      STR_INIT("many readers lack the program that opens it")},
                     {STR_INIT("lagre den som .pdf"), STR_INIT("save it as .pdf")}},
    [FILE_WEB] = {{STR_INIT("filer av denne typen kan ha skript"),
                   STR_INIT("such files can hold scripts")},
                  {STR_INIT("lim teksten inn i en .md-fil, eller lagre den som .pdf"),
                   STR_INIT("paste the text into an .md file, or save it as .pdf")}},
    [FILE_ARCHIVE] = {{STR_INIT("et arkiv kan inneholde hva som helst"),
                       STR_INIT("an archive can hold anything")},
                      {STR_INIT("pakk det ut, og legg hver fil for seg ved siden av teksten"),
                       STR_INIT("unpack it, and put each file beside the text")}},
    [FILE_PROGRAM] = {{STR_INIT("den er et program"), STR_INIT("it is a program")},
                      {STR_INIT("slett den"), STR_INIT("delete it")}},
    [FILE_PHOTO] = {{STR_INIT("ikke alle nettlesere viser bilder av denne typen"),
                     STR_INIT("not all browsers show such pictures")},
                    {STR_INIT("lagre bildet som .jpg eller .png"),
                     STR_INIT("save the picture as .jpg or .png")}},
};

static void tell_refused(struct file_finder *finder, struct str path, const struct refusal *refusal)
{
    files_tell(finder, RULE_FILE_DOCUMENT, path,
               (struct detail){
                   .args = {refusal->why[0], refusal->why[1], refusal->help[0], refusal->help[1]}});
}

/* Tells of a file that is the copy of another one. False if it is none. */
static bool tell_copy(struct file_finder *finder, const struct found_file *file)
{
    struct str stem = str_slice(file->name, 0, str_rfind_byte(file->name, '.'));
    struct str original =
        slug_is(stem) ? (struct str){0}
                      : copies_original(&finder->collection->arena, finder->root, file->path);
    if (original.ptr)
        files_tell(finder, RULE_FILE_COPY, file->path,
                   (struct detail){.args = {file->name, str_name(original)}});
    return original.ptr;
}

/* Its folders become parts of its address, so their names are checked, too. */
static void check_attached_names(struct file_finder *finder, struct str path)
{
    struct str rest = path, part;
    str_cut(&rest, '/', &part); /* the content folder is no part of the address */
    while (str_cut(&rest, '/', &part))
        check_name(finder, path, rest.ptr ? part : str_slice(part, 0, str_rfind_byte(part, '.')));
}

/* Tells of an ending that is not in small letters. The rest of the name is mended with it. */
static void tell_capitals(struct file_finder *finder, const struct found_file *file,
                          const struct file_type *type)
{
    struct arena *arena = &finder->collection->arena;
    struct str stem = str_slice(file->name, 0, file->name.len - type->ending.len);
    struct str better = slug_is(stem) ? stem : slug_make(arena, stem);
    files_tell(
        finder, RULE_FILE_ENDING, file->path,
        (struct detail){.args = {file->name, STR_JOIN(arena, better, type->ending), type->ending}});
}

/* Whether a file of a kind that is published can be read; if not, that is told of. */
static bool check_attached_size(struct file_finder *finder, const struct attachment *attachment)
{
    bool picture = attachment->type->use == FILE_PICTURE;
    int64_t most = finder->collection->settings.document_max;
    size_t limit = picture ? PICTURE_MAX : (size_t)most * 1000 * 1000;
    struct detail detail = {.args = {STR(PICTURE_MAX_SHOWN)}};
    if (!picture)
        detail.args[0] = str_format(&finder->collection->arena, "%d MB", (int)most);
    enum fs_status status = fs_check_readable(finder->root, attachment->source.path, limit);
    if (status == FS_TOO_LARGE)
        diag_add(finder->diags, &parse_rules[RULE_FILE_TOO_LARGE], attachment_span(attachment),
                 detail);
    else if (status != FS_OK)
        diag_add(finder->diags, &parse_rules[RULE_NOT_A_FILE], attachment_span(attachment),
                 NO_DETAIL);
    return status == FS_OK;
}

/* Adds the file in any case: a link to one that is told of here is not at fault itself. */
static void add_attachment(struct file_finder *finder, const struct found_file *file)
{
    enum { DEPTH_MOST = 4 };
    struct collection *collection = finder->collection;
    struct attachment *attachment = arena_new(&collection->arena, struct attachment);
    attachment_init(attachment, &collection->arena, str_copy(&collection->arena, file->path));
    vec_push(&collection->arena, &collection->attachments, attachment);
    const struct file_type *type = attachment->type;
    attachment->told = true;
    if (!file_type_is_published(type)) {
        tell_refused(finder, file->path, &refusals[type->use]);
    } else if (file->depth > DEPTH_MOST) {
        tell_stray(finder, file->path, (struct str){0});
    } else if (!str_ends(file->name, type->ending)) {
        tell_capitals(finder, file, type);
    } else if (!tell_copy(finder, file)) {
        check_attached_names(finder, file->path);
        attachment->told = !check_attached_size(finder, attachment);
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

/* A copy is not read: all that is wrong in it would be told twice. */
static void add_document(struct file_finder *finder, enum document_kind kind,
                         const struct found_file *file)
{
    if (tell_copy(finder, file))
        return;
    struct str slug = str_slice(file->name, 0, file->name.len - (sizeof ".md" - 1));
    check_name(finder, file->path, slug);
    store_add(&finder->collection->documents,
              &(struct document){.kind = kind,
                                 .folder = file->within.len ? file->within : file->folder,
                                 .slug = slug,
                                 .stamp = file->stamp,
                                 .source = {.path = file->path}});
}

/*
 * Everything else.
 */

/*
 * What Office, Windows and editors put beside the files that they have open: locks, thumbnails,
 * what has not been saved yet. Vim tries by 4913 whether it may write in a folder.
 */
static bool is_litter(struct str name)
{
    static const struct {
        struct str before, after;
    } forms[] = {
        {STR_INIT("~$"), STR_INIT("")},           {STR_INIT(""), STR_INIT("~")},
        {STR_INIT("#"), STR_INIT("#")},           {STR_INIT(""), STR_INIT(".vsctmp")},
        {STR_INIT(""), STR_INIT("___jb_tmp___")}, {STR_INIT(""), STR_INIT("___jb_old___")},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (str_starts(name, forms[i].before) && str_ends(name, forms[i].after))
            return true;
    return str_eq(name, STR("Thumbs.db")) || str_eq(name, STR("desktop.ini")) ||
           str_eq(name, STR("4913"));
}

static bool is_own_file(struct str path)
{
    static const struct str own[] = {STR_INIT(SITE_FILE),     STR_INIT(SCHEMA_FILE),
                                     STR_INIT(SYNONYMS_FILE), STR_INIT(PATHS_FILE),
                                     STR_INIT(NEWS_FILE),     STR_INIT(EDITION_FILE)};
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

/* Tells of a file of no known kind. `here`: a file whose name ends with .md would fit. */
static void tell_unknown(struct file_finder *finder, const struct found_file *file, bool here)
{
    struct str name = file->name, meant = meant_name(&finder->collection->arena, name);
    if (here && meant.len)
        files_tell(finder, RULE_FILE_ENDING, file->path,
                   (struct detail){.args = {name, meant, STR(".md")}});
    else
        tell_stray(finder, file->path, str_ends(name, STR(".md.txt")) ? meant : (struct str){0});
}

/* Tells of an entry that lies beside the folders of entries instead of in one. */
static void tell_no_folder(struct file_finder *finder, const struct found_file *file)
{
    struct collection *collection = finder->collection;
    struct str where = collection_path(&collection->arena, file->folder);
    files_tell(finder, RULE_ENTRY_FOLDER, file->path,
               (struct detail){.args = {collection_folder_noun(collection), where}});
}

/*
 * Whether a path is the theme's (collection/theme_files.h). Terms may lie in a folder of that
 * name, and then only what lies deeper is the theme's; where entries do, nothing is.
 */
static bool is_of_theme(const struct collection *collection, const struct found_file *file)
{
    if (!str_eq(file->folder, STR(THEME_FOLDER)) || is_entries(collection, file->folder))
        return false;
    return file->depth > 3 || !is_vocabulary(collection, file->folder);
}

/* What a theme's file holds is the theme's to read (pages/theme.h). */
static void check_theme_file(struct file_finder *finder, struct str path)
{
    enum theme_part part;
    struct str name;
    if (!theme_file_is(str_from(path, sizeof OWN_THEME_FOLDER), &part, &name))
        files_tell(finder, RULE_THEME_FILE_STRAY, path, NO_DETAIL);
}

static void classify_file(struct file_finder *finder, const struct fs_entry *found)
{
    struct collection *collection = finder->collection;
    struct str path = found->path;
    struct found_file file = split_path(path);
    file.stamp = found->stamp;
    if (str_eq(file.name, STR("README.md")) || is_litter(file.name))
        return;
    if (utf8_valid_until(path) < path.len) { /* from here on paths are text */
        check_name(finder, path, path);
        return;
    }
    if (found->kind == FS_CLOSED) {
        diag_add(finder->diags, &parse_rules[RULE_NOT_A_FILE], whole_file(finder, path), NO_DETAIL);
        return;
    }
    if (identity_is_in(path))
        writing_tell(finder->diags, WRITING_NATIONAL_ID, whole_file(finder, path), NO_DETAIL);
    const struct document_place *place = place_for(collection, &file);
    bool markdown = str_ends(file.name, STR(".md")) && file.name.len > sizeof ".md" - 1;
    if (is_of_theme(collection, &file))
        check_theme_file(finder, path);
    else if (file_type_of(file.name))
        add_attachment(finder, &file);
    else if (place && markdown)
        add_document(finder, place->kind, &file);
    else if (markdown && file.depth == 3 && is_entries(collection, file.folder))
        tell_no_folder(finder, &file);
    else if (!is_own_file(path))
        tell_unknown(finder, &file, place != NULL);
}

static void classify_files(struct file_finder *finder, const struct fs_list *files)
{
    for (size_t i = 0; i < files->len; i++)
        if (str_starts(files->items[i].path, STR(CONTENT_FOLDER "/")))
            classify_file(finder, &files->items[i]);
}

void files_find(struct collection *collection, const struct fs_root *root,
                const struct load_options *options, struct diags *diags)
{
    struct file_finder finder = {collection, root, diags};
    struct arena walked;
    struct fs_list files = {0};
    arena_init(&walked);
    if (!options->files)
        fs_walk(root, STR(CONTENT_FOLDER), 0, &walked, &files);
    classify_files(&finder, options->files ? options->files : &files);
    arena_release(&walked);
    for (size_t i = 0; i < collection->attachments.len; i++) {
        struct attachment *attachment = collection->attachments.items[i];
        map_add(&collection->attachments_by_path, attachment->source.path, attachment);
    }
}
