#ifndef SERVE_ENDING_H
#define SERVE_ENDING_H

/*
 * The wish that the program end, SIGINT (Ctrl-C) or SIGTERM, as something that poll() can wait for.
 *
 *     int ending = ending_begin();                    // before there are threads
 *     … poll() with ending, until it can be read …
 *     ending_end();
 *
 * The second of the same signal ends the program at once, whatever it is doing. While it is waiting
 * poll() returns with EINTR when a signal comes, and what is read or written goes on.
 *
 * SIGPIPE is ignored from the beginning on, and stays so: a browser that closes its connection is
 * an answer of write(), not an end. Signals belong to the process, so there is one of this.
 */

/* Returns the descriptor, which can be read from then on when the program is to end. */
int ending_begin(void);

/* From here on both signals end the program, as before. */
void ending_end(void);

#endif
