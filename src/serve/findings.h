#ifndef SERVE_FINDINGS_H
#define SERVE_FINDINGS_H

#include <stdint.h>

#include "base/diag.h"

struct buf;

/*
 * Findings as the preview's pages show them (src/live/findings.js): what must or should be mended,
 * with the words around it in the language of the program, so that the script has none of its own.
 *
 *     {"edition":17,"language":"nb",
 *      "findings":[{"severity":"error","rule":"unknown-term","message":"…","help":"…",
 *                   "file":"content/recipes/a.md","line":6,"column":15,
 *                   "before":"theme: [","marked":"bakst","after":"]",
 *                   "open":"vscode://file/home/me/cookbook/content/recipes/a.md:6:15"}, …],
 *      "words":{"title":"Dette må rettes","told":"1 feil og 2 advarsler","warnings":"2 advarsler",
 *               "more":"","help":"hjelp","open":"Åpne i editoren","close":"Lukk"}}
 *
 * Errors come first, then warnings; advice is left out. At most FINDINGS_SHOWN stand there, and
 * `more` is the sentence that tells of the rest. A finding has the names for which it has a value;
 * one about a file as a whole has no line of text. Texts are as the terminal shows them
 * (base/visible.h). Whatever shows them must put them in as text, never as markup.
 */
enum { FINDINGS_SHOWN = 50 };

struct findings_view {
    enum diag_language language;
    uint64_t edition;
    struct str folder; /* absolute: where the paths of findings begin */
    struct str editor; /* of editor_template() (serve/editor_link.h); empty without */
};

/* Appends the JSON. `diags` is sorted. */
void findings_put_json(struct buf *out, const struct diags *diags,
                       const struct findings_view *view);

#endif
