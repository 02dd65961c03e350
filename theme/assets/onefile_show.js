/*
 * Shows one page of the file at a time (onefile.js): the one that the end of the address names, or
 * that has what it names. Links and Back go from page to page as on the site, and so do searches
 * from any page. Where the address cannot be changed, as in the preview of a mail, its end still can.
 */
(() => {
'use strict';
const pages = samling_pages, main = document.querySelector('main');
const list = main.querySelector('.page'), field = list?.querySelector('form')?.elements.q;
const home = pages.values().next().value;
/* What had the focus when a page was left; and how far down each step of the history was. */
const left = new Map(), tops = new Map();
const step = () => history.state?.step;
let shown = list;

const has = (page, id) => page.querySelector('#' + CSS.escape(id));

/* The page that an end of the address names; none for a place outside of all. */
function page_of(hash, search) {
  const id = hash.slice(1);
  if (!id) return search && list || home;
  return pages.get(id) ?? pages.get(id.replace(/:.*/, '')) ?? (list && has(list, id) ? list : undefined);
}

function mark_menu(id) {
  for (const link of document.querySelectorAll('header a')) {
    if (link.getAttribute('href') === '#' + id) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function focus(element) {
  if (!element.matches('a[href], button, input, select, summary, [tabindex]')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/* Whoever comes by a link is at its beginning, or at the place that was named. */
function arrive(page, id) {
  const place = id === page.id ? undefined : has(page, id);
  for (let fold = place?.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  focus(place ?? page.querySelector('h1') ?? page);
  if (place) place.scrollIntoView();
  else scrollTo(0, 0);
}

function show(by_link) {
  const page = page_of(location.hash, location.search), id = location.hash.slice(1);
  if (!page) {
    if (by_link) focus(document.getElementById(id) ?? main);
    return;
  }
  if (page !== shown) {
    if (shown) shown.replaceWith(page);
    else main.prepend(page);
    shown = page;
    document.title = page.dataset.title;
    mark_menu(page.id);
  }
  if (by_link) arrive(page, id);
  else {
    left.get(page)?.focus({ preventScroll: true });
    scrollTo(0, tops.get(step()) ?? 0);
  }
}

/* The search makes the address and the state anew when it likes; the end of the one and the step are ours. */
const plain = { pushState: history.pushState.bind(history), replaceState: history.replaceState.bind(history) };
const push = url => plain.pushState({ step: Math.random() }, '', url);
for (const act in plain)
  history[act] = (state, title, url) => plain[act]({ ...state, step: act === 'pushState' ? Math.random() : step() }, title, url && url + location.hash);

function go(search, hash) {
  const anew = search !== location.search;
  left.set(shown, document.activeElement);
  tops.set(step(), scrollY);
  try {
    push(location.pathname + search + hash);
    if (anew) dispatchEvent(new PopStateEvent('popstate'));
  } catch {
    location.hash = hash;
    if (field && page_of(hash) === list) {
      field.value = new URLSearchParams(search).get('q') ?? '';
      field.oninput?.();
    }
  }
  show(true);
}

const before_query = address => address.replace(/[?#].*/, '');

/* What was found stays found while its pages are read; a link to the list is one to all of it. */
addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (!link.hash || before_query(link.href) !== before_query(location.href)) return;
  const asks = link.getAttribute('href').startsWith('?') || page_of(link.hash) === list && shown !== list;
  event.preventDefault();
  go(asks ? new URL(link.getAttribute('href'), 'file:///').search : location.search, link.hash);
});

addEventListener('submit', event => {
  const { q } = event.target.elements;
  event.preventDefault();
  if (list && q && q !== field) go(q.value.trim() && '?' + new URLSearchParams({ q: q.value.trim() }), '#' + list.id);
});

/* It says in the title what was asked for, which is the list's. */
const tell = window.samling_asked;
if (tell) window.samling_asked = parts => {
  const before = document.title;
  tell(parts);
  list.dataset.title = document.title;
  if (shown !== list) document.title = before;
};

if (list) list.dataset.title = document.title;

/* Where the browser has gone to an address that somebody wrote, it has no step yet. */
const begin = () => plain.replaceState({ ...history.state, step: Math.random() }, '');

function follow() {
  const anew = !step();
  if (anew) begin();
  show(anew);
}

addEventListener('popstate', follow);
addEventListener('hashchange', follow);
addEventListener('scroll', () => tops.set(step(), scrollY), { passive: true });
/* Browsers restore what they have themselves shown; this file was another one then. */
history.scrollRestoration = 'manual';
addEventListener('pagehide', () => { history.scrollRestoration = 'auto'; });
mark_menu(shown?.id);
if (step()) show();
else {
  begin();
  show(location.hash.length > 1 && !pages.has(location.hash.slice(1)));
}
})();
