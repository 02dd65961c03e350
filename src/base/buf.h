#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/str.h"

struct arena;

/*
 * A growing piece of text that owns its memory; the writing side of str.
 *
 *     struct buf b = BUF_INIT;
 *     buf_lit(&b, "<p>");
 *     escape_html(&b, text);
 *     use(buf_str(&b));
 *     buf_release(&b);
 *
 * Appending returns nothing, so that twenty appends need no check. A buffer
 * that would pass BUF_MAX becomes `overfull`: it keeps what it holds and drops
 * all that follows. Where that can happen, the caller checks the flag once,
 * when the text is complete. Running out of memory ends the program.
 */
enum { BUF_MAX = 1 << 30 };

struct buf {
    char *ptr;
    size_t len, cap;
    bool overfull;
};

#define BUF_INIT ((struct buf){0})

/* Frees the memory. The buffer is empty afterwards and may be used again. */
void buf_release(struct buf *buf);

/* Empties the buffer and keeps its memory; or, if that is more than `most` bytes, frees it. */
void buf_clear(struct buf *buf);
void buf_clear_to(struct buf *buf, size_t most);

/* Append a text, a byte, a number or an integer in decimal, a Unicode scalar value as UTF-8. */
void buf_put(struct buf *buf, struct str text);
void buf_byte(struct buf *buf, char byte);
void buf_number(struct buf *buf, uint64_t number);
void buf_integer(struct buf *buf, int64_t integer);
void buf_rune(struct buf *buf, uint32_t rune);

/* Append as printf() and vprintf() write. */
void buf_format(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vformat(struct buf *buf, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
#define buf_lit(buf, literal) buf_put(buf, STR(literal))

/*
 * Returns where `more` bytes may be written, which are appended by raising `len`; or NULL, and the
 * buffer is overfull. For what others write; valid until the buffer is next changed.
 */
char *buf_room(struct buf *buf, size_t more);

/* Returns a view of the text, valid until the buffer is next changed. */
struct str buf_str(const struct buf *buf);

/* Writes the text to a stream. A failure sets the stream's error flag: see ferror(). */
void buf_write(const struct buf *buf, FILE *file);

/* Return a copy of the text in the arena. buf_take() empties the buffer, buf_finish() frees it. */
struct str buf_take(struct buf *buf, struct arena *arena);
struct str buf_finish(struct buf *buf, struct arena *arena);

#endif
