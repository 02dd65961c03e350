#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "base/str.h"

struct buf;

/*
 * One function for each context that text is put into. All escaping goes through
 * these, and a context uses its own function, never that of a similar one. Each
 * appends to `out`. Text is valid UTF-8.
 */

/* HTML text and attribute values in double or single quotes: & < > " ' (HTML 13.3). */
void escape_html(struct buf *out, struct str text);

/* XML 1.0 text and attribute values; what section 2.2 forbids becomes U+FFFD. */
void escape_xml(struct buf *out, struct str text);

/* A path segment or query value: all but RFC 3986's unreserved is percent-encoded. */
void escape_url(struct buf *out, struct str text);

/* The inside of a JSON string (RFC 8259, section 7), without its quotes. */
void escape_json(struct buf *out, struct str text);

/* A whole JSON string, with its quotes. */
void escape_json_string(struct buf *out, struct str text);

/*
 * The inside of a JSON string that stands in a <script> element: also < > &
 * and U+2028 and U+2029 as \u escapes, so that no byte of it can end the element.
 */
void escape_json_in_html(struct buf *out, struct str text);

/*
 * A CSV field in quotes (RFC 4180), with ' before the characters that make a
 * spreadsheet read a cell as a formula: = + - @ tab and CR.
 */
void escape_csv(struct buf *out, struct str text);

/* Whether a text begins with one of them. */
bool escape_csv_guards(struct str text);

/*
 * Text in Markdown, as CommonMark and GitHub read it: every punctuation mark
 * that could mean something gets a backslash. An invisible space parts what GitHub would
 * make mentions, links and pictures of: @name, #1, GH-1, :tada:, the number of a commit.
 * One line stays one line.
 */
void escape_markdown(struct buf *out, struct str text);

/* A code span with this text, which must be one line and not empty. */
void escape_markdown_code(struct buf *out, struct str text);

/*
 * GitHub's workflow commands, `::name key=property,…::data`: % and line ends as
 * percent codes, and in a property : and , as well.
 */
void escape_github_data(struct buf *out, struct str text);
void escape_github_property(struct buf *out, struct str text);

/*
 * The inside of a BibTeX value in braces, as LaTeX reads it. What comes out has as many opening
 * braces as closing ones, since BibTeX counts those after a backslash, too; a control character
 * becomes a space. Not for addresses, which LaTeX packages read as they stand.
 */
void escape_bibtex(struct buf *out, struct str text);

/* A value of RIS, which has no escapes but ends with its line: controls become spaces. */
void escape_ris(struct buf *out, struct str text);

/* The inside of a string in Turtle (RDF 1.1 Turtle, 2.5.1), and of an IRI between < and >. */
void escape_turtle(struct buf *out, struct str text);
void escape_turtle_iri(struct buf *out, struct str text);

/*
 * Text on a line of mdoc(7), and one argument of a macro there, which is then never taken for a
 * macro or a mark of punctuation. Hyphens can be copied from the page and typed. One line stays one
 * line.
 */
void escape_mdoc(struct buf *out, struct str text);
void escape_mdoc_argument(struct buf *out, struct str text);

/* The inside of single quotes in a POSIX shell, bash and zsh among them, and in fish. */
void escape_shell(struct buf *out, struct str text);
void escape_fish(struct buf *out, struct str text);

/*
 * The description of an option in a specification of zsh's _arguments, which stands in brackets,
 * and the message of what it takes, which stands between colons. Both are in single quotes.
 */
void escape_zsh(struct buf *out, struct str text);
void escape_zsh_message(struct buf *out, struct str text);

/* A text of one line as a YAML scalar in quotation marks: in double ones if they will do. */
void escape_yaml(struct buf *out, struct str text);

#endif
