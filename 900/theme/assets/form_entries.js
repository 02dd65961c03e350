/*
 * The ids and titles of the entries of a large collection, for the form (src/pages/entry_ids.h). The page has none of
 * them: they are loaded when the writer comes to a field that refers to one, or to the title, which must differ from
 * theirs.
 */
(() => {
'use strict';
const { folder, files } = document.currentScript.dataset, list = document.getElementById('form_entries');
const NEEDS = '[list="form_entries"], [data-field="title"] input';
let asked = false;

const load = number => new Promise((done, failed) => document.head.append(Object.assign(document.createElement('script'),
  { src: folder + number + '.ids.js', onload: done, onerror: failed })));

const option = ([value, textContent]) => Object.assign(document.createElement('option'), { value, textContent });

/* What did not come is asked for again the next time. */
addEventListener('focusin', ({ target }) => {
  if (asked || !target.matches?.(NEEDS)) return;
  asked = true;
  Promise.all([...Array(Number(files)).keys()].map(load))
    .then(() => list.replaceChildren(...samling_ids.flat().map(option)), () => { asked = false; });
});
})();
