/*
 * What is printed says where it is from and when that was, and a search has all its hits on paper: those that wait
 * for a press on the screen, too. Afterwards the page is as it was, but for hits that have been fetched.
 */
(() => {
'use strict';
const MOST = 1000; /* hits, for nobody prints more of them */
const { printed } = document.currentScript.dataset, line = Object.assign(document.createElement('p'), { className: 'paper' });
const results = document.getElementById('entries_results'), more = document.getElementById('entries_more');

/* Every press shows some more, unless the search has to wait for something. */
function show_hits() {
  const at = document.activeElement, top = scrollY;
  for (let before = -1; !more.hidden && before < results.childElementCount && before < MOST;) {
    before = results.childElementCount;
    more.click();
  }
  document.activeElement.blur();
  at.focus({ preventScroll: true });
  scrollTo(0, top);
}

addEventListener('beforeprint', () => {
  if (more && results && !more.hidden) show_hits();
  const address = new URL(document.querySelector('link[rel="canonical"]')?.href ?? location.href);
  address.search = location.search;
  address.hash = '';
  line.textContent = `${decodeURI(address)} · ${printed} ${new Date().toLocaleDateString(document.documentElement.lang)}`;
  document.querySelector('main').append(line);
});
addEventListener('afterprint', () => line.remove());
})();
