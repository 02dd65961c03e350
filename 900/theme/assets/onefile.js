/*
 * The site in one file. Its pages are sections of <main>, and without scripts they stand there one
 * after the other. With them, one is in the document at a time, and the others are here: so the
 * scripts of the search find the list of all entries alone, as on its own page. That comes first;
 * onefile_show.js shows what the address asks for.
 *
 *   samling_pages      the sections by their ids
 */
var samling_pages = (() => {
'use strict';
const list = document.getElementById('entries_list')?.closest('.page');
const pages = new Map([...document.querySelectorAll('main > .page')].map(page => [page.id, page]));
for (const page of pages.values()) if (page !== list) page.remove();
document.documentElement.classList.add('whole');
if (!list) return pages;
document.title = list.dataset.title;

/* A list that goes over several pages is one here. */
const all = document.getElementById('entries_all');
for (let number = 2, page; page = pages.get(list.id + '/' + number); number++) {
  const [first, ...groups] = page.querySelectorAll('.group'), last = [...all.querySelectorAll('.group')].pop();
  const heading = group => group.querySelector('h2').textContent;
  if (first && heading(first) === heading(last)) last.querySelector('ul').append(...first.querySelectorAll('.card'));
  else if (first) groups.unshift(first);
  last.after(...groups);
  pages.set(page.id, list);
}
if (pages.get(list.id + '/2')) all.querySelector('.paging')?.remove();

/* Places that a search finds are named by their paths on the site. */
for (const place of globalThis.samling_index?.places ?? []) {
  const id = place[1].replace(/\.html$/, '');
  place[1] = pages.has(id) ? '#' + id : (document.currentScript.dataset.living ?? '#') + place[1];
}
return pages;
})();
