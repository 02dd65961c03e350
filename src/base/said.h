#ifndef BASE_SAID_H
#define BASE_SAID_H

/*
 * What the program says to people, in Norwegian and in English, side by side where it is said:
 *
 *     die(SAID("ukjent kommando «%s»", "unknown command “%s”"), word);
 *     printf(SAID("%zu sider\n", "%zu pages\n"), pages);
 *
 * To add a message: write both, with the same conversions in the same order; the compiler checks
 * the arguments against each of them. The words of a finding stand in its rule (base/rule.h), and
 * what stands in a table is a pair indexed by `enum diag_language`, for SAID() is no constant.
 * What is written into content is in the language of the content (base/language.h).
 *
 * tests/tools/pairs finds Norwegian without English beside it, and the law
 * every-message-is-in-both-languages provokes what it can.
 */
enum diag_language { DIAG_NB, DIAG_EN, DIAG_LANGUAGES };

#define SAID(norwegian, english) (said_language() == DIAG_NB ? norwegian : english)

/*
 * The language of what is said, which is Norwegian until another is set. It belongs to the process,
 * as its locale does: main sets it once, before there are threads, and nothing changes it after.
 */
enum diag_language said_language(void);
void said_set_language(enum diag_language language);

#endif
