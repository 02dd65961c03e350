/*
 * The page that puts entries side by side: sammenlign.html?id=natursats&id=fri-flyt. The fields stand on the
 * page, and what the entries have in them comes from scripts (src/pages/compared.h), so that it also works for
 * a file on a disk. Rows in which no entry has anything are left out.
 */
(() => {
'use strict';
const MOST = 4; /* the words say so, too */
const part = name => document.getElementById('compare_' + name);
const [sides, said, more, choice, table, fields, list] = ['sides', 'said', 'more', 'choice', 'table', 'fields', 'list'].map(part);
const words = sides.dataset, only_differing = choice.querySelector('input'), title = document.title, heading = part('title').textContent;
const names = [...fields.querySelectorAll('li')].map(li => li.textContent);
/* The list of entries has them ticked (picks.js). */
const mark = '#' + location.pathname.replace(/^.*\/|\.html$/g, '') + '=';
let turn = 0;

const say = (text, value) => text.replace('{0}', () => value);

/* Makes an element with properties and contents. Texts are never read as markup. */
function make(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

const lang_of = ({ lang }) => lang ? { lang } : {};

/* In which file an entry is: as hash_number() in src/base/hash.c. */
function file_of(id) {
  let number = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) number = Math.imul(number ^ byte, 0x01000193);
  return ((number ^ number >>> 15) >>> 0) % words.files;
}

const files = new Map();

/* Returns what says whether the file has come; a file that has not is asked for again the next time. */
function load(number) {
  if (!files.has(number)) files.set(number, new Promise(done => {
    const came = whether => () => { if (!whether) files.delete(number); done(whether); };
    document.head.append(make('script', { src: words.folder + number + '.js', onload: came(true), onerror: came(false) }));
  }));
  return files.get(number);
}

const asked = () => [...new Set(new URLSearchParams(location.search).getAll('id').filter(Boolean))];
const query = ids => '?' + new URLSearchParams(ids.map(id => ['id', id]));

/* The table. */

function shown(value) {
  const text = value.date ? make('time', { dateTime: value.date }, value.text) : value.text;
  return [...value.figure ? [make('strong', {}, value.figure), ' '] : [], value.href ? make('a', { href: value.href }, text) : text];
}

function cell(values) {
  const td = make('td');
  td.append(...values[1] ? [make('ul', {}, ...values.map(value => make('li', lang_of(value), ...shown(value))))]
    : values[0] ? [make('span', lang_of(values[0]), ...shown(values[0]))] : ['–']);
  return td;
}

function column(id, entry) {
  const [before, after] = words.remove.split('{0}').map(text => text.trim());
  const name = make('span', { className: 'unseen', ...lang_of(entry) }, ' ' + entry.title);
  return make('th', { scope: 'col' }, make('a', { href: entry.path, ...lang_of(entry) }, entry.title), ' ',
    make('button', { type: 'button', className: 'plain', onclick: () => remove(id) }, before || after, name));
}

function row(name, cells) {
  const same = cells[1] && cells.every(values => JSON.stringify(values) === JSON.stringify(cells[0]));
  return make('tr', { className: same ? 'same' : '' },
    make('th', { scope: 'row' }, name, ...same ? [' ', make('span', {}, words.same)] : []), ...cells.map(cell));
}

/* What is shown as a grid is no table to all browsers any more, unless it says so. */
const ROLES = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell' };

function fill(found) {
  const rows = names.map((name, i) => [name, found.map(([, entry]) => entry.values[i])]).filter(([, cells]) => cells.some(values => values.length));
  const whole = make('table', { className: 'of_' + found.length },
    make('thead', {}, make('tr', {}, make('td'), ...found.map(([id, entry]) => column(id, entry)))),
    make('tbody', {}, ...rows.map(([name, cells]) => row(name, cells))));
  for (const element of [whole, ...whole.querySelectorAll('*')]) {
    const role = element.localName === 'th' ? element.scope === 'col' ? 'columnheader' : 'rowheader' : ROLES[element.tagName];
    if (role) element.setAttribute('role', role);
  }
  table.replaceChildren(whole);
  choice.hidden = !whole.querySelector('.same');
}

/* The page. */

function show(ids, first) {
  const found = ids.flatMap(id => window.samling_compared?.[id] ? [[id, samling_compared[id]]] : []);
  const back = list.getAttribute('href').replace(/#.*/, '') + (found[0] ? mark + found.map(([id]) => id).join() : '');
  document.title = found[0] ? title.replace(heading, () => heading + ': ' + found.map(([, entry]) => entry.title).join(', ')) : title;
  more.href = list.href = back;
  more.hidden = found.length === MOST;
  fields.hidden = list.parentNode.hidden = !!found[0];
  table.hidden = more.parentNode.hidden = !found[0];
  fill(found);
  said.textContent = first.join(' ');
  sides.hidden = false;
}

async function update(...first) {
  const ids = asked(), now = ++turn, taken = ids.slice(0, MOST);
  if (taken[0]) fields.hidden = list.parentNode.hidden = true;
  const came = await Promise.all(taken.map(id => load(file_of(id))));
  if (now !== turn) return;
  if (ids.length > MOST) first.push(words.many);
  if (came.includes(false)) first.push(words.failed);
  taken.forEach((id, i) => { if (came[i] && !window.samling_compared?.[id]) first.push(say(words.unknown, id)); });
  show(taken, first);
}

/* Takes an entry away; Back brings it again. The focus goes to what stands in its place. */
async function remove(id) {
  const place = [...table.querySelectorAll('button')].indexOf(document.activeElement);
  const left = asked().filter(other => other !== id);
  history.pushState(null, '', left[0] ? query(left) : location.pathname);
  await update(say(words.removed, samling_compared[id].title));
  const buttons = table.querySelectorAll('button');
  (buttons[place] ?? buttons[place - 1] ?? list).focus();
}

const choose = () => table.classList.toggle('differing', only_differing.checked);

only_differing.onchange = choose;
addEventListener('popstate', () => update());
part('note').hidden = true;
choose();
update();
})();
