/*
 * The cards of a list over several pages. The page has those of its first page; the others lie in scripts, some in
 * each (src/pages/cards.h), which are loaded when the search has found them.
 *
 *   get = samling_paged(cards, index)  `cards` are those on the page, by the numbers of their entries; it is
 *                                filled as more of them come. `index` is the address of the search index
 *   get(entries, done, failed)   calls done() when all of these entries have a card, unless another call, or query, has come
 *
 * The search tells of hits when the best have come, for their titles may put them in another order. Unless something
 * is chosen these are shown, and then all that are shown first.
 */
var samling_paged = (() => {
'use strict';
const { count, each } = document.currentScript.dataset;
const [chips, order] = ['chips', 'order'].map(name => document.getElementById('entries_' + name));
/* Of the hits, those whose titles the search looks at, and those that are shown first (entries.js). */
const BEST = 6, SHOWN = 20;
const as_found = () => chips?.hidden !== false && !order?.value;

return (cards, index) => {
  const folder = index.slice(0, index.lastIndexOf('/') + 1), files = new Map();
  const edition = index.slice(index.lastIndexOf('-') + 1, -'.js'.length); /* sok/start-0a1b2c3.js */
  const { open, find } = samling_search;
  let asked = 0, give_up;
  cards.length = count;

  function take(number) {
    const html = self.samling_cards?.[number + '-' + edition];
    if (!html) throw new Error(number);
    new DOMParser().parseFromString(html, 'text/html').querySelectorAll('.card').forEach((card, i) => { cards[number * each + i] ??= card; });
  }

  const load = number => new Promise((done, failed) => document.head.append(Object.assign(document.createElement('script'),
    { src: folder + 'c' + number + '.js', onload: done, onerror: failed }))).then(() => take(number));

  /* One that did not come is asked for again the next time. */
  function file(number) {
    if (!files.has(number)) files.set(number, load(number).catch(fault => { files.delete(number); throw fault; }));
    return files.get(number);
  }

  const missing = entries => entries.filter(entry => !cards[entry]);

  function get(entries, done, failed) {
    const call = ++asked, last = act => () => call === asked && act(), away = missing(entries);
    if (!away[0]) return done();
    Promise.all([...new Set(away.map(entry => Math.floor(entry / each)))].map(file)).then(last(done), last(failed));
  }

  samling_search.open = (start, card_of, done, failed) => {
    give_up = failed;
    open(start, entry => cards[entry] ? card_of(entry) : { title: '', summary: '' }, done, failed);
  };
  samling_search.ready = (hits, done) => get(hits.slice(0, BEST).map(hit => hit.entry), done, give_up);
  samling_search.find = (text, done, literal) => {
    asked++;
    find(text, answer => {
      const first = as_found() ? answer.hits.slice(0, SHOWN).map(hit => hit.entry) : [];
      if (missing(first)[0]) done({ ...answer, hits: answer.hits.slice(0, BEST), final: false });
      get(first, () => done(answer), give_up);
    }, literal);
  };
  return get;
};
})();
