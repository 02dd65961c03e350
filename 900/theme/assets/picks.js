/*
 * A box to tick on each card of an entry, and a bar that leads to the page which puts those side by side. What is
 * ticked lives as long as the page, and stands behind the # of its address: #sammenlign=natursats,fri-flyt. So it
 * is there again after Back, and nothing is stored. What stands before the # belongs to the search, which makes the
 * address anew when it likes; then the end is put back.
 */
(() => {
'use strict';
const MOST = 4; /* the words say so, too */
const AT_ONCE = 100;
const words = document.currentScript.dataset, main = document.querySelector('main');
const mark = '#' + words.page.replace(/^.*\/|\.html$/g, '') + '=';
const say = (text, value) => text.replace('{0}', value);

function make(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

const own = new WeakSet();
const boxes = () => [...main.querySelectorAll('.pick input')];
const count = make('p'), go = make('a', {}, words.pick);
/* For those who use the keys: right behind what they ticked last, since the bar stands after all cards. */
const short_cut = go.cloneNode(true);
const clear = make('button', { type: 'button', className: 'plain' }, words.clear);
const bar = make('div', { className: 'picks' }, count, go, clear);
let chosen = location.hash.startsWith(mark) ? location.hash.slice(mark.length).split(',').filter(Boolean).slice(0, MOST) : [];
const seen = new MutationObserver(look);
count.setAttribute('role', 'status');

function keep() {
  const now = location.hash, due = chosen[0] ? mark + chosen : now.startsWith(mark) ? '' : now;
  try {
    if (now !== due) history.replaceState(history.state, '', location.pathname + location.search + due);
  } catch {}
}

function show(told) {
  for (const box of boxes()) box.checked = chosen.includes(box.value);
  count.textContent = [...told ? [told] : [], ...chosen[0] ? [say(words.count, chosen.length)] : []].join(' ');
  go.href = short_cut.href = words.page + '?' + chosen.map(id => 'id=' + id).join('&');
  bar.classList.toggle('chosen', chosen.length);
  go.hidden = clear.hidden = !chosen[0];
  keep();
}

function choose(ids) {
  const full = ids.length > MOST;
  if (!full) chosen = ids;
  show(full && words.full);
}

clear.onclick = () => {
  const box = boxes().find(box => box.checked);
  short_cut.remove();
  choose([]);
  box?.focus();
};

function add(card) {
  for (const copy of card.querySelectorAll('.pick, .pick + a')) copy.remove();
  const link = card.querySelector('a'), id = link.pathname.replace(/^.*\/|\.html$/g, '');
  const box = make('input', { type: 'checkbox', value: id, checked: chosen.includes(id) });
  box.onchange = () => {
    choose(box.checked ? [...chosen, id] : chosen.filter(other => other !== id));
    short_cut.remove();
    if (box.checked) box.parentNode.after(short_cut);
  };
  const title = make('span', { className: 'unseen' }, ' ' + link.textContent), lang = link.closest('[lang]').lang;
  if (lang !== document.documentElement.lang) title.lang = lang;
  const pick = make('label', { className: 'pick' }, box, ' ', words.pick, title);
  own.add(pick);
  (card.querySelector('.meta') ?? card).append(' ', pick);
}

/* Some at a time: a large list is about to go when the search has come. A hit is a copy of a card, and its box does nothing yet. */
function look() {
  const bare = [...main.querySelectorAll('.card')].filter(card => !own.has(card.querySelector('.pick')));
  bare.slice(0, AT_ONCE).forEach(add);
  if (bare[AT_ONCE]) setTimeout(look);
  seen.takeRecords();
  keep();
}

function begin() {
  main.append(bar);
  look();
  show();
  seen.observe(main, { childList: true, subtree: true });
  for (const event of ['popstate', 'pagehide']) addEventListener(event, keep);
}

document.head.append(make('link', { rel: 'stylesheet', href: words.style, onload: begin }));
})();
