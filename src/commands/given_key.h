#ifndef COMMANDS_GIVEN_KEY_H
#define COMMANDS_GIVEN_KEY_H

#include "publish/keys.h"

struct arena;

/* The key in a file that --key names. One that cannot be used ends the program, with what to do. */
struct public_key given_public_key(struct arena *arena, struct str path);
struct secret_key given_secret_key(struct arena *arena, struct str path);

#endif
