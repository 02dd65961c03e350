/*
 * What a browser can do with the page of a text: copy its address and how to cite it, print it, and
 * say on paper when that was. The buttons are hidden until this has come. Where the browser keeps
 * the clipboard to itself, as for a file on a disk, what was to be copied is marked.
 */
(() => {
'use strict';
const part = name => document.getElementById('entry_' + name);
const address = part('address'), said = part('said'), printed = part('printed');

function mark(element) {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  getSelection().selectAllChildren(element);
  let copied = false;
  try { copied = document.execCommand('copy'); } catch { /* refused: it is marked */ }
  return copied;
}

async function copy(element) {
  let copied = true;
  try { await navigator.clipboard.writeText(element.textContent); } catch { copied = mark(element); }
  said.textContent = said.dataset[copied ? 'copied' : 'notCopied'];
}

if (!address.dataset.full) address.textContent = location.href.replace(/#.*/, '');
const acts = { copy: () => copy(address), print: () => print() };
for (const name of ['citation', 'bibtex', 'ris']) acts['copy_' + name] = () => copy(part(name));
for (const name in acts) {
  const button = part(name);
  if (!button) continue; // a page that is no entry's only says how it is cited
  button.onclick = acts[name];
  button.parentElement.hidden = false;
}
if (printed) addEventListener('beforeprint', () => {
  printed.textContent = ` · ${printed.dataset.says} ${new Date().toLocaleDateString(document.documentElement.lang)}`;
});
})();
