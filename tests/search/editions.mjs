/*
 * A cache has files of the index from before and after a change. What a page of one edition
 * finds is what it finds in that edition, with its titles; or a file does not come, and that
 * is told.
 *
 *     node tests/search/editions.mjs BEFORE AFTER
 *
 * They are two editions of a site whose entries are not the same.
 */
import fs from 'node:fs';
import {answers, cards_of, facets_of, from_site, index_of, search_of, search_over} from './open.mjs';

const HITS = 10, WORDS = 4; // of each title
const sites = process.argv.slice(2), faults = [];
let right = 0, told = 0;

/* What is shown of the first hits of the last answer; nothing if a file did not come. */
function shown(search, query) {
  const answer = answers(search, query).at(-1);
  if (!answer?.final) return;
  const records = [...answer.hits.slice(0, HITS).map(({entry}) => entry), ...answer.places].map(search.shown);
  return JSON.stringify([answer.hits.length, answer.words, records.map(({title, path, summary}) => [title, path, summary])]);
}

/* The facets as a page would show them, and count by them. */
function all_facets(search) {
  let facets;
  facets_of(search, list => { facets = list; });
  return facets && JSON.stringify(facets);
}

function queries_of({search, index}) {
  const every = Math.ceil(index.count / 40), queries = new Set();
  for (let entry = 0; entry < index.count; entry++)
    if (entry % every < 2) search.shown(entry).title.match(/\p{L}{3,}/gu).slice(0, WORDS).forEach(word => queries.add(word));
  return [...queries];
}

/* Asks a page of the edition `own`, whose files come as `read` gives them. */
function ask(what, own, read, queries) {
  const {search, failures} = search_over(read, cards_of(own), {start: index_of(own).start}), pure = search_of(own).search;
  if (failures.length) return void told++;
  const check = (query, found, expected) => {
    const failed = failures.splice(0).length;
    if (found === expected && !failed) right++;
    else if (found === undefined && failed) told++;
    else faults.push(`${what}, «${query}»: ${failed ? 'en fil mangler, ' : ''}${found?.slice(0, 200)}, skal være ${expected.slice(0, 200)}`);
  };
  check('fasettene', all_facets(search), all_facets(pure));
  for (const query of queries) check(query, shown(search, query), shown(pure, query));
}

const [before, after] = sites.map(search_of), queries = queries_of(before);
const changed = queries.filter(query => shown(before.search, query) !== shown(after.search, query)).length;
if (!changed) faults.push('utgavene har de samme svarene');
for (const [what, own, other] of [['gammel side', ...sites], ['ny side', ...sites.toReversed()]]) {
  const reads = [own, other].map(from_site), told_before = told;
  ask(`${what}, den andre utgavens filer foran`, own, name => reads[1](name) ?? reads[0](name), queries);
  if (told > told_before) faults.push(`${what}: en fil som er der, kom ikke`);
  ask(`${what}, bare den andre utgavens filer`, own, name => name === index_of(own).start ? reads[0](name) : reads[1](name), queries);
}

const both = new Set(sites.flatMap(site => fs.readdirSync(index_of(site).folder))).size;
faults.slice(0, 20).forEach(fault => console.log(fault));
console.log(`${both} filer i to utgaver, ${queries.length} søk, ${changed} med nye svar: ${right} rette svar, ${told} ganger sagt at en fil mangler, ${faults.length} feil`);
process.exitCode = faults.length ? 1 : 0;
