#ifndef SERVE_BROWSER_H
#define SERVE_BROWSER_H

/*
 * Opens an address in the user's browser, by a program that has shut itself in since
 * (base/confine.h), and can start no other. So a process of its own is made before, which waits for
 * the address.
 *
 *     struct browser browser;
 *     browser_prepare(&browser);        // before confine_enter(), sockets and threads
 *     … the site is there …
 *     browser_open(&browser, "http://127.0.0.1:8000/");
 *
 * What opens it is the first of these that is there: a program of $BROWSER (names or paths with
 * colons between them), xdg-open, and if that cannot, some usual names of browsers. No shell is
 * asked, and the address is one word to the program.
 *
 * The browser has a session of its own, so that Ctrl-C does not end it, and nothing of what we have
 * open. It is not our child: nobody waits for it. If nothing can be opened it says so on standard
 * error, and we go on.
 */
struct browser {
    int fd; /* to the process that waits; -1: there is none */
};

/* Makes the process. One that cannot be made is told of by browser_open(). */
void browser_prepare(struct browser *browser);

/* Hands it the address, which it ends with; called at most once. */
void browser_open(struct browser *browser, const char *address);

/* Ends it without an address, if it waits still. That we end does the same. */
void browser_close(struct browser *browser);

#endif
