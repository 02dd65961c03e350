/*
 * Reads the table of queries, for all who run it: Node here, browsers elsewhere.
 *
 * A row is a query, the mode (all, any, none), the number of hits, the id of
 * the first («-» for none) and a note, with tabs between. A note that begins
 * with «→ words ·» says what a misspelt query is corrected to. Lines with # are
 * remarks; so the query that is «#» cannot stand here.
 */
export function read_table(text) {
  return text.split('\n').filter(line => line && !line.startsWith('#')).map(line => {
    const [query, mode, count, first, note = ''] = line.split('\t');
    const [, instead] = note.match(/^→ (.*?)( ·|$)/) || [];
    return {query, mode, count: Number(count), first, instead, note};
  });
}

/* An entry's id is its file's name. */
export const id_of = path => path.replace(/^.*\/|\.html$/g, '');

/*
 * What an answer has that the row has not, as a text to show; empty if all is
 * well. The first hit's path comes from samling_search.entries().
 */
export function difference(row, answer, path) {
  const got = {mode: answer.mode, count: answer.hits.length, first: path ? id_of(path) : '-',
    instead: answer.instead};
  return Object.keys(got).filter(key => got[key] !== row[key])
    .map(key => `${key}: ${got[key]}, ikke ${row[key]}`).join('; ');
}
