/*
 * The table of queries, for all who run it: Node here, browsers elsewhere.
 *
 * A row is a query, the id of an entry that is to be among the first five («-» for
 * none in particular) and a note, with tabs between. A note that begins with
 * «→ words ·» says what a misspelt query is corrected to. Lines with # are remarks;
 * so the query that is «#» cannot stand here. How many a query finds stands nowhere:
 * it is counted in the collection.
 */
import fs from 'node:fs';
import {all_words, count_in} from './counts.mjs';

export const FIRST = 5;
const read = () => fs.readFileSync(new URL('queries.tsv', import.meta.url), 'utf8');

function read_table(text) {
  return text.split('\n').filter(line => line && !line.startsWith('#')).map(line => {
    const [query, entry, note = ''] = line.split('\t');
    const [, instead] = note.match(/^→ (.*?)( ·|$)/) || [];
    return {query, entry, instead};
  });
}

/*
 * The rows as they are for a collection, and why some are left out. Each has the answer
 * that is due: { mode, count } when the query is taken as it stands, or `insteads`, the
 * words that it may be corrected to, each with its answer. Without a mode and a count any will do.
 * What is `wordless` asks for nothing.
 */
export function rows_for(collection) {
  const counts = count_in(collection), ids = new Set(collection.entries.map(({id}) => id));
  const rows = [], left_out = [];
  for (const row of read_table(read())) {
    const leave_out = why => left_out.push(`«${row.query}»: ${why}`);
    const stands = counts.count(row.query);
    const lacks = counts.lacks(row.query), is_name = word => row.query.trim().split(/\s+/).slice(1).some(name => /^\p{Lu}/u.test(name) && all_words(name).includes(word));
    const near = lacks.length && lacks.length === counts.words(row.query) ? lacks.flatMap(word => counts.nearest(word, is_name(word))) : []; // what finds something, is left as it is
    if (row.entry !== '-' && !ids.has(row.entry)) leave_out(`${row.entry} er ikke her`);
    else if (row.instead && !near.includes(all_words(row.instead).join(' '))) leave_out(`«${row.instead}» er ikke det nærmeste`);
    else if (!row.instead && near.length) leave_out(`innholdet har ${near[0]}, som ligner`);
    else if (row.instead) rows.push({...row, insteads: near.map(word => ({instead: word, ...counts.count(word)}))});
    else rows.push({...row, ...stands, wordless: !counts.words(row.query)});
  }
  return {rows, left_out};
}

/* What is said of rows that are left out: tests/tools/run counts it as skipped. */
export const told = left_out => left_out.length ? [`hoppet over: ${left_out.length} søk i tabellen: ${left_out.join('; ')}`] : [];

/* An entry's id is its file's name. */
export const id_of = path => path.replace(/^.*\/|\.html$/g, '');

/* The answer that is due when the query was corrected to `instead`, or not at all. */
export function due(row, instead) {
  if (!row.insteads) return instead ? undefined : row;
  return row.insteads.find(one => one.instead === all_words(instead ?? '').join(' '));
}

/*
 * What an answer has that the row has not, as a text to show; empty if all is
 * well. The paths are those of the first hits, and of those that are as good.
 */
export function difference(row, answer, paths) {
  const expected = due(row, answer.instead);
  if (!expected) return `rettet til «${answer.instead ?? ''}», ikke «${row.instead ?? ''}»`;
  const got = {mode: answer.mode, count: answer.hits.length};
  const faults = Object.keys(got).filter(key => key in expected && got[key] !== expected[key]).map(key => `${key}: ${got[key]}, ikke ${expected[key]}`);
  if (row.entry !== '-' && !paths.map(id_of).includes(row.entry)) faults.push(`${row.entry} er ikke blant de ${FIRST} første`);
  return faults.join('; ');
}
