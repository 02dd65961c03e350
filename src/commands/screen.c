#include "commands/screen.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include "base/die.h"

/* The cookie is the file descriptor. Returns less than `size` after an error, as fopencookie(3)
 * asks. */
static ssize_t screen_write(void *cookie, const char *bytes, size_t size)
{
    size_t done = 0;
    while (done < size) {
        ssize_t count = write((int)(intptr_t)cookie, bytes + done, size - done);
        if (count < 0 && errno != EINTR)
            break;
        done += count > 0 ? (size_t)count : 0;
    }
    return (ssize_t)done;
}

static FILE *open_screen(int descriptor, int buffering)
{
    cookie_io_functions_t how = {.write = screen_write};
    FILE *file = fopencookie((void *)(intptr_t)descriptor, "w", how);
    if (!file || setvbuf(file, NULL, buffering, BUFSIZ) != 0)
        die_errno(SAID("kan ikke skrive til skjermen", "cannot write to the screen"));
    return file;
}

void screen_open(void)
{
    stdout = open_screen(STDOUT_FILENO, isatty(STDOUT_FILENO) ? _IOLBF : _IOFBF);
    stderr = open_screen(STDERR_FILENO, _IONBF);
}
