/* The search of a built site in Node: the engine, over index files that come from the folder at once. */
import fs from 'node:fs';
import {plain, readScript} from './page.mjs';
import vm from 'node:vm';

export const ENGINE = readScript('search');
const SPLIT = readScript('search_split');

/* What a list says on the pages that it goes on over. */
function further(site, list) {
  let text = '';
  const path = number => `${site}/${list.replace('.html', '')}/${number}.html`;
  for (let number = 2; fs.existsSync(path(number)); number++) text += fs.readFileSync(path(number), 'utf8');
  return text;
}

/*
 * Where the index of a site lies, the name of its first file without «.js», and the text of the page
 * with the search, which says so; of a site without such a page as they lie there.
 */
export function index_of(site) {
  for (const name of fs.readdirSync(site).filter(name => name.endsWith('.html'))) {
    const page = fs.readFileSync(`${site}/${name}`, 'utf8'), [, folder, start] = page.match(/ data-index="([^"]*)\/([^"]*)\.js"/) ?? [];
    if (start) return {folder: `${site}/${folder}`, start, page: page + further(site, name)};
  }
  for (const name of fs.readdirSync(site).filter(name => fs.statSync(`${site}/${name}`).isDirectory())) {
    const start = fs.readdirSync(`${site}/${name}`).find(file => /^start-.*\.js$/.test(file));
    if (start) return {folder: `${site}/${name}`, start: start.slice(0, -3), page: ''};
  }
  throw new Error(`${site}: her er ingen indeks`);
}

/* What the page with the search shows of each entry, by its number. */
export const cards_of = site => index_of(site).page.split('<li class="card">').slice(1).map(card => {
  const [, path, title] = card.match(/<h\d[^>]*><a href="([^"]*)">([^<]*)/), [, summary = ''] = card.match(/<\/h\d>\s*<p(?: lang="[^"]*")?>([^<]*)/) ?? [];
  return {path: path.replace(/^\.\.\//, ''), title: plain(title), summary: plain(summary)};
});

/* The read() for search_over() that a site gives: the text of a file of its index, or nothing. */
export function from_site(site) {
  const {folder} = index_of(site);
  return name => fs.existsSync(`${folder}/${name}.js`) ? fs.readFileSync(`${folder}/${name}.js`, 'utf8') : undefined;
}

/* Whether a page with this first file of an index has the script for the others, too. */
const is_split = start => start?.includes('"files":');

/*
 * A search over scripts that `read` gives, with the cards of a page; one that it does not give fails.
 * They run at once, or, when `waiting` is a list, when the test calls what is put there.
 */
export function search_over(read, cards, {start = 'start', waiting} = {}) {
  const loaded = [], failures = [];
  const append = script => {
    const name = script.src.match(/^sok\/(.*)\.js$/)[1];
    const run = () => {
      const text = read(name);
      if (text === undefined) return script.onerror({type: 'error'});
      vm.runInContext(text, context);
      script.onload({type: 'load'});
    };
    loaded.push(name);
    if (waiting) waiting.push(run); else run();
  };
  const setTimeout = later => { if (waiting) waiting.push(later); else later(); };
  const context = vm.createContext({setTimeout, document: {createElement: () => ({}), head: {append}}});
  vm.runInContext(ENGINE, context);
  if (is_split(read(start))) vm.runInContext(SPLIT, context);
  const search = vm.runInContext('samling_search', context);
  let opened = false;
  search.open(`sok/${start}.js`, entry => cards[entry], () => { opened = true; }, () => failures.push(loaded.at(-1)));
  while (waiting?.length) waiting.shift()();
  if (!opened && !failures.length) throw new Error('open() kalte ikke tilbake');
  return {search, loaded, failures, index: opened && vm.runInContext('samling_index', context)};
}

/* The same over the files of a site. */
export const search_of = site => search_over(from_site(site), cards_of(site), {start: index_of(site).start});

/* All answers to a query; the last is final. None if a file does not come. */
export function answers(search, query) {
  const found = [];
  search.find(query, answer => found.push(answer));
  return found;
}

/* Calls done() with the facets, when all their terms have their sets. */
export function facets_of(search, done) {
  search.facets(facets => {
    const sets = search.sets ?? ((_, done) => done());
    sets(facets.flatMap(({terms}) => terms), () => done(facets.map(({field, terms}) => ({field, terms: terms.map(({id, name, set}) => ({id, name, set}))}))));
  });
}
