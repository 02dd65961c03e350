#ifndef COMMANDS_VERSION_H
#define COMMANDS_VERSION_H

/* Prints the versions of the program and its libraries, and which protections are on. */
void print_version(void);

#endif
