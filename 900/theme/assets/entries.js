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
/* A template may leave some out. */
const part = name => document.getElementById('entries_' + name) || make('div');
const [filters, status, said, chips, order, places, results, empty, near, all, more, note] =
  ['filters', 'status', 'said', 'chips', 'order', 'places', 'results', 'empty', 'near', 'all', 'more', 'note'].map(part);
const panels = [filters, ...list.querySelectorAll('[data-field]')];
const words = list.dataset;
/* By the number of the entry. */
const cards = [...all.querySelectorAll('.card')];
/* Those that are not on this page come when they are asked for (entries_paged.js). */
const get = window.samling_paged?.(cards, words.index) || ((entries, done) => done());
/* Milliseconds after the last key until it is said what was found. */
const SILENCE = 700;
/* So many more hits are shown at a time. */
const EACH = 20;
let choices, sort, shown, place, typing = false, literal = false, saying, first_new = 0, follow;
let opening = false, answered = false, address = location.search;

/* Makes an element with properties and contents. Texts are never read as markup. */
function make(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

const button = (text, onclick, className = 'plain') => make('button', { type: 'button', className, onclick }, text);

const say = (text = '', ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);
const fill = (part, rows) => (part.querySelector('ul') || part).replaceChildren(...rows);
const sorts = () => [...order.querySelectorAll('option')];
const query = () => field.value.trim();

/* What is asked for, in words. */
const asked = () => [...query() ? [say(words.quoted, query())] : [], ...choices.chosen().map(term => term.name)];

/* From the address to what is asked, and back. */

function read_address() {
  const pairs = new URLSearchParams(location.search), state = history.state || {};
  address = location.search;
  field.value = pairs.get('q') || '';
  choices.read(pairs);
  sort = sorts().map(option => option.value).find(value => value === pairs.get('sort')) || '';
  shown = state.shown || EACH;
  place = state.place;
  panels.forEach((panel, i) => { if (state.open) panel.open = state.open[i]; });
}

/* Follows every key, so that nothing is lost. A browser may refuse what changes so often; then the next change brings it. */
function write_address(as_new) {
  const pairs = new URLSearchParams(query() && { q: query() });
  for (const { facet, id } of [...choices.chosen(), ...choices.unknown()]) pairs.append(facet.key, id);
  if (sort) pairs.set('sort', sort);
  const now = pairs + '' && '?' + pairs, state = { shown, place: scrollY, open: panels.map(panel => panel.open) };
  const is_new = as_new && now !== address;
  try {
    if (is_new) history.replaceState({ ...history.state, place: state.place, open: state.open }, '');
    history[is_new ? 'pushState' : 'replaceState'](state, '', now || location.pathname);
    address = now;
  } catch {}
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

const link = (record, sought) => make('a', { href: record.path }, ...marked(record.title, samling_search.marks(record.title, sought)));

const lang_of = record => record.lang ? { lang: record.lang } : {};

/* Of the card of an entry: its heading, and the summary, if it has one. */
const parts_of = card => [card.querySelector('h2, h3, h4'), card.querySelector('p:not([class])')];

/* What the page shows of an entry. In the list of all its folder is a heading. */
function of_card(entry) {
  const [title, summary] = parts_of(cards[entry]), folder = cards[entry].closest('section')?.querySelector('h2').firstChild.textContent;
  return { title: title.textContent, path: title.firstChild.href, lang: title.lang, summary: summary?.textContent || '', folder: folder?.trim() };
}

/* A hit is the card of an entry with its folder, and with what was asked for. */
function hit(entry, sought) {
  const record = samling_search.shown(entry), lang = lang_of(record), card = cards[entry].cloneNode(true);
  const [title, summary] = parts_of(card), meta = card.querySelector('.meta'), snippet = samling_search.snippet(record, sought);
  summary?.remove();
  title.replaceWith(make('h2', lang, link(record, sought)), make('p', lang, ...marked(snippet.text, snippet.marks)));
  if (record.folder) meta?.prepend(record.folder, meta.textContent && ' · ');
  return card;
}

const place_row = (record, sought) => make('li', {}, Object.assign(link(record, sought), lang_of(record)), ' ', make('span', { className: 'meta' }, record.kind));

const is_idle = answer => !answer.words.length && !choices.chosen().length && !sort;

function show_results(answer, hits) {
  const idle = is_idle(answer), pages = answer.places, first = idle ? [] : hits.slice(0, shown);
  answered = true;
  note.hidden = true;
  list.classList.remove('waits');
  all.hidden = !idle;
  results.hidden = idle || !hits.length;
  more.hidden = idle || hits.length <= shown;
  more.textContent = say(words.more, Math.min(EACH, hits.length - shown));
  places.hidden = !pages.length;
  fill(places, pages.map(place => place_row(samling_search.shown(place), answer.words)));
  results.replaceChildren(...first.map(entry => hit(entry, answer.words)));
  setTimeout(() => follow?.());
  if (first_new) results.children[first_new]?.querySelector('a').focus();
  if (!answer.final) return;
  first_new = 0;
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
  words.hits = hits.length;
  parts.push(answer.mode === 'any' && hits.length ? say(words.any, count) : count);
  if (answer.instead) parts.push(answer.mode === 'any' ? ' ' : '. ', say(words.instead, answer.instead), ' ',
    button(say(words.literally, query()), () => { literal = true; update(); field.focus(); }));
  tell(...parts);
}

/* A file of the index did not come. Hits of an earlier query are no answer to this one. */
function show_failure() {
  opening = false;
  first_new = 0;
  follow?.();
  tell(words.failed);
  if (answered) return;
  for (const element of [results, places, more, empty]) element.hidden = true;
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
    ...choices.without(found).map(({ terms, count }) => count ? row(say(words.without, terms.map(term => term.name).join(', '), count), () => choose(...terms)) : ''),
    query() && choices.chosen()[0] && count ? row(say(words.without, query(), count), () => search_for('')) : '');
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
  shown = EACH;
  first_new = 0;
  write_address(true);
  update(undefined, () => { if (!at.getClientRects().length && [at, document.body].includes(document.activeElement)) status.focus(); });
}

function show_chips() {
  const chip = term => {
    const text = [term.facet.name, term.name].filter(Boolean).join(': ');
    const chip = button(text, () => choose(term), 'chip');
    chip.ariaLabel = say(words.remove, text);
    return make('li', {}, chip);
  };
  const clear = () => { choices.clear(); sort = ''; search_for(''); field.focus(); };
  const chosen = choices.chosen();
  chips.hidden = !chosen.length;
  chips.replaceChildren(...chosen.map(chip), make('li', {}, button(words.clear, clear)),
    ...chosen.filter(term => term.page).map(term => make('li', {}, make('a', { href: term.page }, say(words.page, term.name)))));
}

/* Says at once what is asked for, or, if there is something to do `later`, after the hits; then it does that. */
function update(later, done) {
  /* When more of the same hits are asked for, those that are seen stay. */
  answered = first_new > 0;
  follow = () => {
    follow = undefined;
    show_chips();
    window.samling_asked?.(asked());
    later?.();
  };
  if (!later) follow();
  for (const option of sorts()) if (!option.value) option.hidden = !query();
  order.value = sort || (query() ? '' : 'folder');
  samling_search.find(field.value, answer => samling_search.ranks(sort, ranks => {
    const found = answer.hits.map(hit => hit.entry);
    const hits = choices.within(found).sort((a, b) => ranks ? ranks[a] - ranks[b] : 0);
    get(hits.slice(0, shown), () => {
      const none = answer.final && !hits.length;
      empty.hidden = !none;
      if (answer.final) {
        show_status(answer, hits);
        filters.hidden = !choices.show(found);
        if (none) show_empty(answer, found);
      }
      /* Last, since it goes back to the place on the page. */
      show_results(answer, hits);
      if (answer.final) done?.();
    }, show_failure);
  }), literal && field.value);
}

function type() {
  shown = EACH;
  first_new = 0;
  literal = false;
  update(() => {
    const before = address;
    write_address(!typing);
    typing ||= address !== before;
  });
}

function begin(found) {
  if (cards.length !== samling_index.count) return show_failure();
  /* What was written before this script or the index was here. */
  const before = new URLSearchParams(location.search).get('q') || '', early = query() !== before.trim() && [field.value];
  choices = samling_choices(list, found, make, choose);
  window.samling_split?.(choices);
  for (const option of sorts()) if (!['', 'folder', ...samling_index.sorts].includes(option.value)) option.remove();
  /* If they stand beside the results. */
  for (const panel of panels.slice(0, 2)) panel.open = list.clientWidth > 800;
  read_address();
  if (early) {
    [field.value] = early;
    typing = true;
    write_address(true);
  }
  update();
}

field.oninput = () => {
  if (choices) type();
  else open();
};
field.onchange = () => { follow?.(); typing = false; };
form.onsubmit = event => {
  /* Until the index has come, what is written waits for it. */
  if (choices || opening) event.preventDefault();
  if (!choices) return;
  follow?.();
  typing = false;
  update();
};
order.onchange = () => { sort = order.value === 'folder' && !query() ? '' : order.value; change(); };
more.onclick = () => { first_new = shown; shown += EACH; write_address(); update(); };
addEventListener('popstate', () => {
  /* Not for a link to a place on the page. */
  if (!choices || location.search === address) return;
  typing = literal = false;
  first_new = 0;
  read_address();
  update();
});
addEventListener('pagehide', () => choices && write_address());

function open() {
  if (!window.samling_search) return show_failure();
  if (opening) return;
  opening = true;
  samling_search.open(words.index, of_card, () => samling_search.facets(begin), show_failure);
}

open();
})();
