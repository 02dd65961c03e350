#include "commands/editor_file.h"

#include "base/buf.h"
#include "base/die.h"
#include "base/fs_place.h"
#include "base/fs_whole.h"
#include "base/visible.h"
#include "pages/editor.h"

void editor_file_open(struct editor_file *file, struct arena *arena, struct str path,
                      struct confine *confine)
{
    file->name = str_name(path);
    if (!str_ends(file->name, STR(".html")))
        die(SAID("--report: navnet på filen skal ende på .html, ikke «%.*s»",
                 "--report: the name of the file must end with .html, not “%.*s”"),
            STR_ARG(visible_text(arena, path)));
    file->folder = fs_root_open(arena, fs_folder_of(path));
    fs_root_allow(&file->folder, STR("."), confine, CONFINE_PUT);
}

void editor_file_write(struct editor_file *file, struct site *site, struct date today)
{
    struct editor_inputs inputs = {
        .collection = &site->collection,
        .plan = site->readable ? &site->plan : NULL,
        .news = site->whole ? site->renderer.view.news : NULL,
        .diags = &site->diags,
        .today = today,
    };
    struct buf page = BUF_INIT;
    editor_put(&page, &inputs, &site->arena);
    fs_replace(&file->folder, file->name, buf_str(&page));
    fs_root_close(&file->folder);
    buf_release(&page);
}
