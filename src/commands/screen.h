#ifndef COMMANDS_SCREEN_H
#define COMMANDS_SCREEN_H

/*
 * Makes stdout and stderr anew, as streams that write all they are given: a write that a
 * signal interrupts is taken up again. The C library's own give up, and drop what they
 * hold. Called first of all.
 */
void screen_open(void);

#endif
