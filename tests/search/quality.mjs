/*
 * Prints how well the search of a built site answers tables of judged queries.
 *
 *     node tests/search/quality.mjs COLLECTION SITE TABLE…        prints
 *     node tests/search/quality.mjs COLLECTION SITE TABLE=LEAST…  and fails when hit@5 is below LEAST %
 *
 * A row of a table is a query, a tab and the ids of all entries that answer it, with commas
 * between; a query without ids has no answer. Entries that the collection lacks are left out, and
 * rows that thereby lose all of theirs are counted as skipped. The table places.tsv has the paths of
 * pages and terms instead, without .html: what is shown above the entries.
 *
 * hit@1, hit@5  the share of queries with an answer that have one first, or among the first five
 * nothing       the share of them that find nothing
 * precision     how many of the first five hits, or of all if they are fewer, are answers
 * hits          how many hits a query has, on the average
 * false         how many of the queries without an answer find something
 *
 * With SAMLING_SHOW the rows that went wrong are shown, too, and what other searches get (rivals.mjs).
 */
import fs from 'node:fs';
import {id_of} from './table.mjs';
import {search_of} from './open.mjs';
import {rivals} from './rivals.mjs';
import {readCollection} from '../tools/collection.mjs';

const FIRST = 5;
const [collection, site, ...wanted] = process.argv.slice(2);
const read = readCollection(collection), ids = new Set(read.entries.map(({id}) => id));
const {search} = search_of(site);

const path_of = path => path.replace(/\.html$/, '');
const paths = new Set(read.places.map(({path}) => path_of(path)));

/* The last answer to a query, and the paths of some of it. */
function asked(query, part) {
  let last;
  search.find(query, answer => { last = answer; });
  return part(last).map(number => search.shown(number).path);
}

/* The ids of all hits, the best first; the paths of all places. */
const hits_of = query => asked(query, ({hits}) => hits.map(({entry}) => entry)).map(id_of);
const places_of = query => asked(query, ({places}) => places).map(path_of);

function read_rows(text, of, known) {
  return text.split('\n').filter(line => line.includes('\t') && !line.startsWith('#')).map(line => {
    const [query, judged] = line.split('\t'), all = judged.split(',').filter(Boolean).map(of);
    return {query, none: !all.length, right: all.filter(id => known.has(id))};
  });
}

function judge({query, none, right}, find) {
  const hits = find(query), first = hits.slice(0, FIRST);
  return {query, none, hits, right, at: hits.findIndex(id => right.includes(id)),
    precision: first.length ? first.filter(id => right.includes(id)).length / first.length : 0};
}

const is_of_places = name => /(^|\/)places[^/]*$/.test(name);
const percent = (part, whole) => Math.round(100 * part / (whole || 1));

function measure(name, least, engine, find) {
  const rows = read_rows(fs.readFileSync(name, 'utf8'), ...is_of_places(name) ? [path_of, paths] : [id_of, ids]), kept = rows.filter(({none, right}) => none || right.length);
  const judged = kept.map(row => judge(row, find)), asked = judged.filter(({none}) => !none), count = asked.length;
  const share = fits => percent(asked.filter(fits).length, count);
  const sum = of => asked.reduce((total, row) => total + of(row), 0);
  const hit5 = share(({at}) => at >= 0 && at < FIRST), wrong = judged.filter(row => row.none && row.hits.length);
  console.log(`${name.replace(/.*\//, '').padEnd(16)}${engine.padEnd(11)}${String(count).padStart(6)}${String(share(({at}) => at === 0)).padStart(7)}` +
    `${String(hit5).padStart(7)}${String(share(({hits}) => !hits.length)).padStart(9)}${String(percent(sum(row => row.precision), count)).padStart(11)}` +
    `${(sum(({hits}) => hits.length) / (count || 1)).toFixed(1).padStart(6)}  ${wrong.length} av ${judged.length - count}`);
  if (engine !== 'samling') return;
  if (rows.length > kept.length) console.log(`hoppet over: ${rows.length - kept.length} søk i ${name}, svarene er ikke i samlingen`);
  if (process.env.SAMLING_SHOW) for (const {query, hits, right} of [...asked.filter(({at}) => at < 0 || at >= FIRST), ...wrong])
    console.log(`    ${query}: ${hits.slice(0, 3).join(', ') || 'intet'}${right.length ? ` (ikke ${right[0]})` : ''}`);
  if (least && count && hit5 < least) {
    console.log(`FEIL  ${name}: ${hit5} % har et svar blant de fem første, ikke ${least} %`);
    process.exitCode = 1;
  }
}

console.log('tabell          søkemotor    søk  hit@1  hit@5  intet %  presisjon treff  falske');
const engines = [['samling', hits_of], ...process.env.SAMLING_SHOW ? rivals(read) : []];
for (const [name, least] of wanted.map(one => one.split('=')))
  for (const [engine, find] of is_of_places(name) ? [['samling', places_of]] : engines) measure(name, least, engine, find);
