#include "collection/copies.h"

#include "base/arena.h"
#include "base/ascii.h"
#include "base/fs.h"
#include "base/language.h"

static struct str without_digits(struct str name)
{
    while (name.len && ascii_is_digit(name.ptr[name.len - 1]))
        name.len--;
    return name;
}

static struct str without_joints(struct str name)
{
    for (size_t before = 0; before != name.len;) {
        before = name.len;
        if (str_ends(name, STR(" ")) || str_ends(name, STR("-")) || str_ends(name, STR("_")))
            name.len--;
        else if (str_ends(name, STR("–")))
            name.len -= sizeof "–" - 1;
    }
    return name;
}

/* Takes away « (1)», «(1)» or « 2» at the end; the name itself if there is none. */
static struct str without_number(struct str name)
{
    bool bracket = str_ends(name, STR(")"));
    struct str all = str_slice(name, 0, name.len - bracket), rest = without_digits(all);
    if (rest.len == all.len || !str_ends(rest, bracket ? STR("(") : STR(" ")))
        return name;
    return without_joints(str_slice(rest, 0, rest.len - 1));
}

/* Takes away « - Kopi» at the end. */
static struct str without_last_word(struct str name)
{
    size_t blank = str_rfind_byte(name, ' ');
    bool copied =
        blank != SIZE_MAX && languages_have(WORDS_COPIES, str_from(name, blank + 1), str_same);
    return copied ? without_joints(str_slice(name, 0, blank)) : name;
}

/* Takes away «Kopi av » at the beginning: a word of two words. */
static struct str without_first_words(struct str name)
{
    size_t blank = str_find_byte(name, ' ');
    size_t more = blank == SIZE_MAX ? SIZE_MAX : str_find_byte(str_from(name, blank + 1), ' ');
    size_t end = blank + 1 + more;
    bool copied =
        more != SIZE_MAX && languages_have(WORDS_COPIES, str_slice(name, 0, end), str_same);
    return copied ? str_from(name, end + 1) : name;
}

/* A copy may have been copied: «a - Kopi (2)». */
struct str copies_original(struct arena *arena, const struct fs_root *root, struct str path)
{
    enum fs_kind kind;
    size_t dot = str_rfind_byte(path, '.'), start = path.len - str_name(path).len;
    size_t end = dot == SIZE_MAX || dot < start ? path.len : dot;
    struct str name = str_slice(path, start, end), before;
    do {
        before = name;
        name = without_first_words(without_last_word(without_number(name)));
        struct str original = STR_JOIN(arena, str_slice(path, 0, start), name, str_from(path, end));
        if (name.len && name.len < before.len && fs_kind_of(root, original, &kind) &&
            kind == FS_FILE)
            return original;
    } while (name.len < before.len);
    return (struct str){0};
}
