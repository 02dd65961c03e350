/*
 * Where there is no room beside the list for its filters, they are a panel over it: its head says how
 * many are chosen, and its last row how many hits there are, and leads to them. It stands by itself
 * since it only follows what entries.js shows.
 */
(() => {
'use strict';
const [list, panel, chips, status, row] = ['list', 'filters', 'chips', 'status', 'show'].map(name => document.getElementById('entries_' + name));
if (!status || !row) return;
const heading = panel.querySelector('h2'), name = heading.textContent, button = row.querySelector('button');

function follow() {
  const chosen = chips.hidden ? 0 : chips.querySelectorAll('.chip').length, { hits } = list.dataset;
  heading.textContent = chosen ? `${name} (${chosen})` : name;
  row.hidden = hits === undefined;
  button.textContent = list.dataset.show.replace('{0}', (hits === '1' ? list.dataset.one : list.dataset.many).replace('{0}', hits));
}

const observer = new MutationObserver(follow);
observer.observe(list, { attributeFilter: ['data-hits'] });
observer.observe(chips, { attributeFilter: ['hidden'], childList: true });
button.onclick = () => {
  panel.open = false;
  status.focus();
};
})();
