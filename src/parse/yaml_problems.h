#ifndef PARSE_YAML_PROBLEMS_H
#define PARSE_YAML_PROBLEMS_H

#include "base/diag.h"
#include "base/source.h"

struct arena;

/*
 * What libyaml says when it cannot read on, told for who wrote the file: in both
 * languages what is wrong, and what to write instead. `problem` is libyaml's
 * own text.
 *
 * To add one: a row in the table of yaml_problems.c, and one in the test of
 * syntax errors in tests/unit/test_yaml.c.
 */

/* Whether libyaml notices this only afterwards, so that its place is where the thing began. */
bool yaml_problem_is_at_start(struct str problem);

/*
 * Returns the arguments of RULE_YAML_SYNTAX: the fault in Norwegian and in
 * English, then the help in both. `at` is where the fault is, in bytes of the source;
 * the line there may tell more than libyaml does.
 */
struct detail yaml_problem_detail(struct arena *arena, const struct source *source,
                                  struct str problem, size_t at);

#endif
