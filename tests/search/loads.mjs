/*
 * Counts what a search of a built site loads before its first answer, by kind of file: the files and
 * bytes of the index, and the cards of the hits that are shown first. Median and most over QUERIES,
 * each asked of a page that has just been opened; `opening` is what each of them loads before.
 *
 *     node tests/search/loads.mjs SITE
 */
import fs from 'node:fs';
import {from_site, index_of, search_over} from './open.mjs';

const QUERIES = ['krav', 'styring', 'tillit', 'medbestemmelse', 'kommune', 'ing', 'forsøk', 'nav', 'en', 'ledelse',
  'mindre rapportering', 'tillit i staten', 'departementet'];
const SHOWN = 6, IN_FILE = 6; // hits shown as soon as they have come (entries_paged.js), cards in a file (src/pages/cards.h)

const site = process.argv[2], {folder, start} = index_of(site), read = from_site(site);
const bytes = names => names.reduce((sum, name) => sum + fs.statSync(`${folder}/${name}.js`).size, 0);

/* Scripts run one after the other, until the first answer is there. */
function first_answer(query) {
  const waiting = [], cards = new Proxy({}, {get: () => ({title: '', summary: ''})});
  const {search, loaded} = search_over(read, cards, {start, waiting});
  search.facets(() => {});
  while (waiting.length) waiting.shift()();
  const opening = loaded.splice(0);
  let answer;
  search.find(query, found => { answer ??= found; });
  while (!answer && waiting.length) waiting.shift()();
  const files = new Set(answer.hits.slice(0, SHOWN).map(({entry}) => Math.floor(entry / IN_FILE)));
  const of_cards = [...files].map(number => `c${number}`).filter(name => fs.existsSync(`${folder}/${name}.js`));
  return {opening, words: loaded.filter(name => name[0] === 'w'), lists: loaded.filter(name => name[0] === 'p'), cards: of_cards};
}

const all = QUERIES.map(first_answer), middle = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
for (const kind of ['opening', 'words', 'lists', 'cards']) {
  const counts = all.map(found => found[kind].length), sizes = all.map(found => bytes(found[kind]));
  console.log([kind, middle(counts), Math.max(...counts), middle(sizes), Math.max(...sizes)].join('\t'));
}
