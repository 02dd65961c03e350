/*
 * The search over an index that is split (src/search/split.h): words, orders and terms come from several files. The sets of
 * the terms are loaded when one is chosen, or has to be counted where that is seen, after the hits are shown. Until
 * then the terms have empty sets, and a count of all entries.
 *
 *   samling_split(choices)             follows what is chosen in the filters (entries-choices.js)
 *   samling_search.sets(terms, done)   gives these terms of facets() the sets that they lack, and calls done() with
 *                                      how many did
 */
var samling_split = (() => {
'use strict';
const { open, find, facets, ranks, load, numbers, address } = samling_search;
const part = file => samling_index[file[0]][file.slice(1)];
/* Digits in the name of a file (src/search/named.h). */
const HASH = 7;
let bounds, terms = [], chosen = () => [];

const lacks = term => term.size && !term.set.length;

/*
 * Of where a file of words begins start says, after a capital that counts the letters which are as where the file before
 * begins, the others.
 */
function unfold(bounds) {
  let letters = [];
  return bounds.match(/[A-Z][^A-Z]*/g).map(([shared, ...others]) => {
    letters = [...letters.slice(0, shared.charCodeAt() - 'A'.charCodeAt()), ...others];
    return letters.join('');
  });
}

samling_search.open = (start, card, done, failed) => open(start, card, () => {
  bounds = unfold(samling_index.word_files);
  done();
}, failed);

samling_search.word_files = part => {
  const last = part[2] ? part + '\uffff' : part;
  return bounds.flatMap((first, i) => first > last || bounds[i + 1] < part ? [] : 'w' + i);
};

/* The name of a file has the hash of what is in it. */
samling_search.address = file => {
  const start = address(), folder = start.slice(0, start.lastIndexOf('/') + 1);
  return file === 'start' ? start : `${folder}${file}-${samling_index.files[file[0]].substr(file.slice(1) * HASH, HASH)}.js`;
};

samling_search.sets = (wanted, done) => {
  const lacking = wanted.filter(lacks);
  load(lacking.map(term => term.code.split('.')[0]), () => {
    for (const term of lacking) term.set = numbers(term.code);
    done(lacking.length);
  });
};

samling_search.facets = done => load(samling_index.f.map((_, i) => 'f' + i), () => facets(found => {
  terms = found.flatMap(facet => facet.terms);
  done(found);
}));

samling_search.ranks = (sort, done) => {
  const files = samling_index.sorts.flatMap((other, i) => other === sort ? 'o' + i : []);
  if (files[0]) load(files, () => done(files.flatMap(part)));
  else ranks(sort, done);
};

/* What is not final does not come after what is. */
samling_search.find = (text, done, literal) => {
  let told;
  find(text, answer => samling_search.sets(chosen(), () => told?.final || done(told = answer)), literal);
};

return choices => {
  const { show } = choices, [list, filters, status] = ['list', 'filters', 'status'].map(name => document.getElementById('entries_' + name));
  const is_seen = ({ facet }) => filters.open && facet.element.open;
  let last = [], uncounted = [];
  chosen = choices.chosen;

  choices.show = entries => {
    const any = show(last = entries), lacking = entries.length ? terms.filter(term => term.row && lacks(term)) : [];
    const all = entries.length === samling_index.count && !chosen()[0];
    for (const { row, count, size, facet } of lacking) {
      count.textContent = all ? '(' + size + ')' : '';
      row.hidden = facet.element.hidden = false;
    }
    uncounted = all ? [] : lacking;
    count_seen();
    return any || lacking.length > 0;
  };

  function count_seen() {
    samling_search.sets(uncounted.filter(is_seen), come => {
      if (!come) return;
      const at = document.activeElement;
      filters.hidden = !choices.show(last);
      if (!at.getClientRects().length) status.focus();
    });
  }

  for (const panel of list.querySelectorAll('details')) panel.addEventListener('toggle', count_seen);
};
})();
