#include "commands/told_edition.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/fs.h"
#include "base/source.h"
#include "base/value.h"
#include "data/package.h"
#include "parse/yaml.h"
#include "publish/manifest.h"

enum { PACKAGE_MAX = 16 * 1024 * 1024 };

static struct str package_path(const struct manifest *manifest)
{
    for (size_t i = 0; i < manifest->len; i++)
        if (str_eq(str_name(manifest->items[i].path), STR(PACKAGE_FILE)))
            return manifest->items[i].path;
    return (struct str){0};
}

/* JSON as we write it is YAML, too. */
static const struct value *read_package(struct arena *arena, const struct fs_root *folder,
                                        struct str path)
{
    struct source *source = arena_new(arena, struct source);
    struct diags faults;
    struct str text;
    if (fs_read(folder, path, PACKAGE_MAX, arena, &text) != FS_OK)
        return NULL;
    source_init(source, arena, path, text);
    diag_init(&faults);
    const struct value *package =
        yaml_parse(arena, source, source_span(source, 0, text.len), &faults);
    diag_release(&faults);
    return package;
}

struct told_edition told_edition_read(struct arena *arena, const struct fs_root *folder,
                                      const struct manifest *manifest)
{
    struct str path = package_path(manifest);
    const struct value *package = path.len ? read_package(arena, folder, path) : NULL;
    const struct value *edition = package ? value_get(package, STR("edition")) : NULL;
    if (!edition)
        return (struct told_edition){0};
    return (struct told_edition){value_get_str(edition, STR("version")),
                                 value_get_str(edition, STR("date"))};
}
