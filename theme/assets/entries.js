/*
 * Search and filters for the list of all entries. The page is whole without this script: it has all
 * entries, and a link to the page of every value; asked.js says what is asked for.
 *
 * The search stands in the address, so that it can be shared and gone back to:
 * ?q=words&tema=styring&tema=ledelse&type=pilot&sort=newest. What the address does not say stands
 * in the state of the history: how much is shown, what is open, and the place on the page.
 */
(() => {
'use strict';
const list = document.getElementById('entries_list');
const form = document.querySelector('main form');
const field = form.elements.q;
const part = name => document.getElementById('entries_' + name) || make('div'); /* a template may leave some out */
const [filters, status, said, chips, order, places, results, empty, near, all, more, note] =
  ['filters', 'status', 'said', 'chips', 'order', 'places', 'results', 'empty', 'near', 'all', 'more', 'note'].map(part);
const panels = [filters, ...list.querySelectorAll('[data-field]')];
const words = list.dataset;
/* Milliseconds after the last key until it is said what was found; until the address is tried again. */
const SILENCE = 700, AGAIN = 3000;
let choices, sort, page, shown, place, turn = 0, typing = false, literal = false, later, saying, first_new = 0;
let opening = false, failed = false, answered = false, search = location.search;

/* Makes an element with properties and contents. Texts are never read as markup. */
function make(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

function button(text, act, className = 'plain') {
  return make('button', { type: 'button', className, onclick: act }, text);
}

const say = (text = '', ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);
const fill = (part, rows) => (part.querySelector('ul') || part).replaceChildren(...rows);
const sorts = () => [...order.querySelectorAll('option')];
const query = () => field.value.trim();

/* What is asked for, in words. */
const asked = () => [...query() ? [say(words.quoted, query())] : [], ...choices.chosen().map(term => term.name)];

/* From the address to what is asked, and back. */

function read_address() {
  const pairs = new URLSearchParams(location.search), state = history.state || {};
  clearTimeout(later);
  search = location.search;
  field.value = pairs.get('q') || '';
  choices.read(pairs);
  sort = sorts().map(option => option.value).find(value => value === pairs.get('sort')) || '';
  shown = state.shown || page;
  place = state.place;
  panels.forEach((panel, i) => { if (state.open) panel.open = state.open[i]; });
}

/* Follows at once, so that nothing is lost; a browser that refuses so many changes is asked again later. */
function write_address(as_new) {
  const pairs = new URLSearchParams(query() && { q: query() });
  for (const { facet, id } of [...choices.chosen(), ...choices.unknown()]) pairs.append(facet.key, id);
  if (sort) pairs.set('sort', sort);
  const now = pairs + '' && '?' + pairs, state = { shown, place: scrollY, open: panels.map(panel => panel.open) };
  clearTimeout(later);
  try {
    history[as_new && now !== search ? 'pushState' : 'replaceState'](state, '', now || location.pathname);
    search = now;
  } catch {
    later = setTimeout(write_address, AGAIN, as_new);
  }
}

/* Hits. */

function marked(text, marks) {
  let from = 0;
  const parts = marks.flatMap(([start, end]) => {
    const before = text.slice(from, start);
    from = end;
    return [before, make('mark', {}, text.slice(start, end))];
  });
  return [...parts, text.slice(from)];
}

const link = (record, asked) => make('a', { href: record.path }, ...marked(record.title, samling_search.marks(record.title, asked)));

function card(record, asked) {
  const lang = record.lang ? { lang: record.lang } : {};
  const snippet = samling_search.snippet(record, asked);
  return make('li', { className: 'card' },
    make('h2', lang, link(record, asked)),
    make('p', lang, ...marked(snippet.text, snippet.marks)),
    make('ul', { className: 'tags' }, ...record.main.slice(0, 3).map(name => make('li', {}, name))),
    make('p', { className: 'meta' }, record.folder));
}

const place_row = (record, asked) => make('li', record.lang ? { lang: record.lang } : {}, link(record, asked), ' ', make('span', { className: 'meta' }, record.folder));

const is_idle = answer => !answer.words.length && !choices.chosen().length && !sort;

function show_results(answer, hits) {
  answered = true;
  const idle = all.isConnected && is_idle(answer), now = ++turn;
  const pages = answer.places, first = idle ? [] : hits.slice(0, shown);
  samling_search.entries([...pages, ...first], records => {
    if (now !== turn) return;
    note.hidden = true;
    list.classList.remove('waits');
    all.hidden = !idle;
    results.hidden = idle || !hits.length;
    more.hidden = idle || hits.length <= shown;
    more.textContent = say(words.more, Math.min(page, hits.length - shown));
    places.hidden = !pages.length;
    fill(places, records.splice(0, pages.length).map(record => place_row(record, answer.words)));
    results.replaceChildren(...records.map(record => card(record, answer.words)));
    if (first_new) results.children[first_new].querySelector('a').focus();
    first_new = 0;
    if (answer.final) scroll_back();
  });
}

function scroll_back() {
  if (place !== undefined) scrollTo(0, place);
  place = undefined;
}

/* It is seen at once, and said when the reader has paused. */
function tell(...parts) {
  status.replaceChildren(...parts);
  clearTimeout(saying);
  said.textContent = '';
  saying = setTimeout(() => { said.textContent = status.textContent; }, SILENCE);
}

function show_status(answer, hits) {
  const count = is_idle(answer) ? words.all : say(hits.length === 1 ? words.one : words.many, hits.length);
  const parts = choices.unknown().flatMap(({ facet, id, near }) =>
    [say(words.unknown, id, facet.name), ' ', ...near ? [button(say(words.meant, near.name), () => choose(near)), ' '] : []]);
  if (query() && !answer.words.length) parts.push(words.short, ' ');
  parts.push(answer.mode === 'any' && hits.length ? say(words.any, count) : count);
  if (answer.instead) parts.push('. ', say(words.instead, answer.instead), ' ',
    button(say(words.literally, query()), () => { literal = true; update(); field.focus(); }));
  tell(...parts);
}

/* A file of the index did not come. Hits of an earlier query are no answer to this one. */
function show_failure() {
  opening = false;
  failed = true;
  first_new = 0;
  tell(words.failed);
  if (answered) return;
  for (const part of [results, places, more, empty]) part.hidden = true;
  part('asked').textContent = query() && say(part('asked').dataset.text, say(words.quoted, query()));
  note.hidden = all.hidden = false;
  note.classList.remove('late');
  list.classList.remove('waits');
}

/* Says what nothing was found for, offers to drop what was asked, and what is near to it. */
function show_empty(answer, found) {
  part('none').textContent = say(words.none, asked().join(', '));
  const row = (text, act) => make('li', {}, button(text, act));
  const count = choices.within([...Array(samling_index.count).keys()]).length;
  part('without').replaceChildren(
    ...choices.without(found).map(({ terms, count }) => row(say(words.without, terms.map(term => term.name).join(', '), count), () => choose(...terms))),
    ...query() && choices.chosen()[0] ? [row(say(words.without, query(), count), () => search_for(''))] : []);
  near.hidden = !answer.near.length;
  fill(near, answer.near.map(word => row(word, () => search_for(word))));
}

/* Choices. */

/* Adds or drops choices. If the control that did it disappears, the focus goes to the number of hits. */
function choose(...terms) {
  choices.toggle(terms);
  change();
}

function search_for(text) {
  field.value = text;
  change();
}

function change() {
  const at = document.activeElement;
  shown = page;
  write_address(true);
  update(() => { if (!at.isConnected || !at.checkVisibility()) status.focus(); });
}

function show_chips() {
  const chip = term => {
    const text = [term.facet.name, term.name].filter(Boolean).join(': ');
    return make('li', {}, Object.assign(button(text, () => choose(term), 'chip'), { ariaLabel: say(words.remove, text) }));
  };
  const clear = () => { choices.clear(); search_for(''); field.focus(); };
  const chosen = choices.chosen();
  chips.hidden = !chosen.length;
  chips.replaceChildren(...chosen.map(chip), make('li', {}, button(words.clear, clear)),
    ...chosen.filter(term => term.page).map(term => make('li', {}, make('a', { href: term.page }, say(words.page, term.name)))));
}

function update(done = () => {}) {
  failed = answered = false;
  show_chips();
  if (window.samling_asked) samling_asked(asked());
  for (const option of sorts()) if (!option.value) option.hidden = !query();
  order.value = sort || (query() ? '' : 'folder');
  samling_search.find(field.value, answer => samling_search.ranks(sort, ranks => {
    const found = answer.hits.map(hit => hit.entry);
    const hits = choices.within(found).sort((a, b) => ranks ? ranks[a] - ranks[b] : 0);
    const none = answer.final && !hits.length;
    empty.hidden = !none;
    show_results(answer, hits);
    if (!answer.final) return;
    show_status(answer, hits);
    filters.hidden = !choices.show(found);
    if (none) show_empty(answer, found);
    done();
  }), literal && field.value);
}

function type() {
  shown = page;
  first_new = 0;
  write_address(!typing);
  typing = true;
  literal = false;
  update();
}

function begin(found) {
  const before = new URLSearchParams(location.search).get('q') || '', early = field.value !== before && field.value;
  choices = samling_choices(list, found, make, choose);
  const large = !samling_index.texts;
  page = large ? 6 : 20; /* with a large index, as many as the engine has loaded */
  if (large) all.remove(); /* thousands of cards would slow down every key */
  for (const option of sorts()) if (!['', 'folder', ...samling_index.sorts].includes(option.value)) option.remove();
  if (order.closest('p')) order.closest('p').hidden = false;
  panels[0].open = panels[1].open = list.clientWidth > 800; /* if they stand beside the results */
  read_address();
  if (early) {
    field.value = early; /* written before this script or the index was here */
    typing = true;
    write_address(true);
  }
  update();
}

field.oninput = () => {
  if (choices) type();
  else open();
};
field.onchange = () => { typing = false; };
form.onsubmit = event => {
  if (!choices) return; /* until the index has come, the form works by itself: it asks for this page with ?q=… */
  event.preventDefault();
  typing = false;
  if (failed) update();
};
order.onchange = () => { sort = order.value === 'folder' && !query() ? '' : order.value; change(); };
more.onclick = () => { first_new = shown; shown += page; update(); };
addEventListener('popstate', () => {
  if (!choices || location.search === search) return; /* a link to a place on the page */
  typing = literal = false;
  read_address();
  update();
});
addEventListener('pagehide', () => choices && write_address());

function open() {
  if (!window.samling_search) return show_failure();
  if (opening) return;
  opening = true;
  samling_search.open(list.dataset.index, () => samling_search.facets(begin), show_failure);
}

open();

/* Chromium tells of an error if a page on a disk names the manifest, so the page itself does not. */
if (words.manifest && location.protocol !== 'file:') document.head.append(make('link', {rel: 'manifest', href: words.manifest}));
})();
