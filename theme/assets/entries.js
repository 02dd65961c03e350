/*
 * Search and filters for the list of all entries. The page is whole without this
 * script: it has all entries, and a link to the page of every value.
 *
 * The search stands in the address, so that it can be shared and gone back to:
 * ?q=words&tema=styring&type=pilot. Each choice narrows it. The number beside a value
 * is how many hits there would be with that value chosen, too.
 */
(() => {
'use strict';
const list = document.getElementById('entries_list');
const form = document.querySelector('main form');
const field = form.elements.q;
const part = name => document.getElementById('entries_' + name);
const [filters, status, chips, results, empty, all, more] =
  ['filters', 'status', 'chips', 'results', 'empty', 'all', 'more'].map(part);
const words = list.dataset;
let facets, chosen = [], page, shown, turn = 0, typing = false, anew = false, literal = false, later, first_new = 0;
let opening = false, failed = false, answered = false;

/* Makes an element with properties and contents. Texts are never read as markup. */
function make(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

const say = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);

/* From the address to the choices, and back. */

function read_address() {
  clearTimeout(later);
  const asked = new URLSearchParams(location.search);
  field.value = asked.get('q') || '';
  const terms = new Map(facets.flatMap(({ key, terms }) => terms.map(term => [key + '=' + term.id, term])));
  chosen = [...new Set([...asked].flatMap(pair => terms.get(pair.join('=')) ?? []))];
}

/* Called at once after a choice, but after typing only when the reader pauses, since it is slow. */
function write_address(as_new) {
  clearTimeout(later);
  const asked = new URLSearchParams();
  if (field.value.trim()) asked.set('q', field.value.trim());
  chosen.forEach(term => asked.append(term.facet.key, term.id));
  const address = '?' + asked;
  if (address !== (location.search || '?')) history[as_new ? 'pushState' : 'replaceState'](null, '', address);
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

function card(record, asked) {
  const lang = record.lang ? { lang: record.lang } : {};
  const title = marked(record.title, samling_search.marks(record.title, asked));
  const snippet = samling_search.snippet(record, asked);
  return make('li', { className: 'card' },
    make('h2', lang, make('a', { href: record.path }, ...title)),
    make('p', lang, ...marked(snippet.text, snippet.marks)),
    make('ul', { className: 'tags' }, ...record.main.slice(0, 3).map(name => make('li', {}, name))),
    make('p', { className: 'meta' }, record.folder));
}

const is_idle = answer => !answer.words.length && !chosen.length;

function show_results(answer, hits) {
  answered = true;
  const idle = all.isConnected && is_idle(answer), now = ++turn;
  all.hidden = !idle;
  results.hidden = idle;
  more.hidden = idle || hits.length <= shown;
  more.textContent = say(words.more, Math.min(page, hits.length - shown));
  empty.hidden = idle || hits.length > 0;
  samling_search.entries(idle ? [] : hits.slice(0, shown), records => {
    if (now !== turn) return;
    results.replaceChildren(...records.map(record => card(record, answer.words)));
    if (first_new) results.children[first_new].querySelector('a').focus();
    first_new = 0;
  });
}

function show_status(answer, hits) {
  const count = is_idle(answer) ? words.all : say(hits.length === 1 ? words.one : words.many, hits.length);
  const query = field.value.trim();
  const parts = query && !answer.words.length ? [words.short, ' ', count] :
    [answer.mode === 'any' && hits.length ? say(words.any, count) : count];
  if (answer.instead) {
    const back = make('button', { type: 'button', className: 'plain' }, say(words.literally, query));
    back.onclick = () => { literal = true; update(); field.focus(); };
    parts.push('. ', say(words.instead, answer.instead), ' ', back);
  }
  if (answer.final) status.replaceChildren(...parts);
}

/* A file of the index did not come. Hits of an earlier query are no answer to this one: show all. */
function show_failure() {
  opening = false;
  failed = true;
  first_new = 0;
  status.textContent = words.failed;
  if (answered) return;
  for (const part of [results, more, empty]) part.hidden = true;
  all.hidden = false;
}

/* Offers to drop each of the choices, with the number of hits without it. */
function show_empty(found) {
  const nearly = within(found, 1), times = held(nearly);
  const without = chosen.map(term => {
    const count = nearly.length - count_hits(term, times);
    const button = make('button', { type: 'button', className: 'plain' }, say(words.without, term.name, count));
    button.onclick = () => choose(term);
    return make('li', {}, button);
  });
  part('without').replaceChildren(...without);
}

/* Choices. */

/* How many times each entry stands in the lists. */
function held(...lists) {
  const times = new Uint32Array(samling_index.count);
  for (const entry of lists.flat()) times[entry]++;
  return times;
}

function within(entries, lacking = 0) {
  const times = held(...chosen.map(term => term.set));
  return entries.filter(entry => times[entry] === chosen.length - lacking);
}

/* Adds or drops a choice. If the control that did it disappears, the focus goes to the number of hits. */
function choose(term) {
  const at = document.activeElement;
  chosen = chosen.includes(term) ? chosen.filter(other => other !== term) : [...chosen, term];
  write_address(true);
  update(() => { if (!at.isConnected || !at.offsetParent) status.focus(); });
}

function show_chips() {
  const chip = term => {
    const text = [term.facet.name, term.name].filter(Boolean).join(': ');
    const button = make('button', { type: 'button', className: 'chip', ariaLabel: say(words.remove, text) }, text);
    button.onclick = () => choose(term);
    return make('li', {}, button);
  };
  const clear = make('button', { type: 'button', className: 'plain' }, words.clear);
  clear.onclick = () => { field.value = ''; chosen = []; write_address(true); update(); field.focus(); };
  chips.replaceChildren(...chosen.map(chip), ...(chosen.length ? [make('li', {}, clear)] : []));
}

const count_hits = ({ set }, times) => set.filter(entry => times[entry]).length;

function show_counts(hits) {
  const times = held(hits), ticked = new Set(chosen);
  for (const facet of facets) {
    for (const term of facet.terms) {
      const count = count_hits(term, times);
      term.box.checked = ticked.has(term);
      term.count.textContent = '(' + count + ')';
      term.row.hidden = !count && !term.box.checked;
    }
    facet.element.hidden = facet.terms.every(term => term.row.hidden);
  }
}

/* Replaces the links to the pages of a facet's values by a box to tick for each value. */
function make_filter(facet) {
  const element = list.querySelector('[data-field="' + facet.field + '"]');
  if (!element) return [];
  const terms = facet.terms.map(({ id, name, set }) => {
    const box = make('input', { type: 'checkbox' });
    const count = make('span', { className: 'count' });
    const row = make('li', {}, make('label', {}, box, ' ' + name + ' ', count));
    const term = { id, name, set, box, count, row };
    box.onchange = () => choose(term);
    return term;
  });
  const { key, name } = element.dataset;
  const made = { key, name: name.charAt(0).toUpperCase() + name.slice(1), element, terms };
  terms.forEach(term => { term.facet = made; });
  element.querySelector('ul').replaceChildren(...terms.map(term => term.row));
  return [made];
}

function update(done = () => {}) {
  failed = answered = false;
  show_chips();
  samling_search.find(field.value, answer => {
    const found = answer.hits.map(hit => hit.entry);
    const hits = within(found);
    show_results(answer, hits);
    show_status(answer, hits);
    if (!answer.final) return;
    show_counts(hits);
    if (!hits.length) show_empty(found);
    done();
  }, literal && field.value);
}

function type() {
  anew = anew || !typing;
  clearTimeout(later);
  later = setTimeout(() => { write_address(anew); anew = false; }, 300);
  typing = true;
  literal = false;
  shown = page;
  first_new = 0;
  update();
}

function begin(found) {
  facets = found.flatMap(make_filter);
  const large = !samling_index.texts;
  page = shown = large ? 6 : 20; /* with a large index, as many as the engine has loaded */
  if (large) all.remove(); /* thousands of cards would slow down every key */
  field.oninput = type;
  field.onchange = () => { typing = false; };
  form.onsubmit = event => {
    event.preventDefault();
    write_address(anew);
    anew = typing = false;
    if (failed) update();
  };
  more.onclick = () => { first_new = shown; shown += page; update(); };
  addEventListener('popstate', () => { typing = anew = literal = false; shown = page; read_address(); update(); });
  filters.open = list.querySelector('[data-field]').open = list.clientWidth > 800; /* if they stand beside the results */
  const early = typing && field.value;
  read_address();
  if (early) {
    field.value = early;
    write_address(true);
  }
  update();
}

/* Until the index has come, the form works by itself: it asks for this page with ?q=…. */
function open() {
  if (opening) return;
  opening = true;
  samling_search.open(list.dataset.index.replace('start.js', ''), () => samling_search.facets(begin), show_failure);
}

field.oninput = () => { typing = true; open(); };
open();

/* Chromium tells of an error if a page on a disk names the manifest, so the page itself does not. */
if (words.manifest && location.protocol !== 'file:') document.head.append(make('link', {rel: 'manifest', href: words.manifest}));
})();
