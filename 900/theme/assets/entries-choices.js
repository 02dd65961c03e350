/*
 * What is chosen in the filters of the list of entries. Of the values of one field an entry must
 * have one; of several fields that something is chosen in, one of each.
 *
 *   choices = samling_choices(list, facets, make, choose)
 *       `list` is the element that has the filters, `facets` what the search has of each field.
 *       Boxes to tick take the place of the links to the values' pages; one that is ticked
 *       calls choose(term).
 *   choices.read(pairs)      takes what an address says: [[key, id], …]
 *   choices.toggle(terms)    adds those that are not chosen, and drops the others
 *   choices.chosen()         returns the terms that are chosen, in the order that they were
 *   choices.unknown()        returns what the address says that no field has: [{facet, id, near}];
 *                            `near` is the term that may have been meant, unless that is chosen
 *   choices.clear()          drops all
 *   choices.within(entries)  returns those of the entries that fit
 *   choices.without(entries) returns of each field that something is chosen in, how many would
 *                            fit without that: [{terms, count}]
 *   choices.show(entries)    shows beside each value how many of the entries have it that fit what is
 *                            chosen in the other fields; those that none has are hidden. Returns
 *                            whether there are any
 */
var samling_choices = (list, found, make, choose) => {
'use strict';
let chosen = [], unknown = [];

const facets = found.flatMap(({ field, terms }) => {
  const element = list.querySelector('[data-field="' + field + '"]');
  if (!element) return [];
  const { key, name } = element.dataset;
  const pages = new Map([...element.querySelectorAll('a')].map(link => [link.textContent, link.getAttribute('href')]));
  const facet = { field, key, element, name: name.charAt(0).toUpperCase() + name.slice(1) };
  facet.terms = terms.map(term => {
    const { name } = term, box = make('input', { type: 'checkbox', onchange: () => choose(term) }), count = make('span', { className: 'count' });
    const row = make('li', {}, make('label', {}, box, ' ' + name + ' ', count));
    return Object.assign(term, { facet, box, count, row, page: pages.get(name) });
  });
  element.querySelector('ul').replaceChildren(...facet.terms.map(term => term.row));
  return [facet];
});

function nearest(terms, id) {
  const asked = samling_search.fold(id), limit = Math.min(3, asked.length >> 1);
  const away = term => Math.min(...[term.id, samling_search.fold(term.name)].map(other => samling_words.slips(asked, other, limit)));
  const [near] = terms.map(term => ({ term, far: away(term) })).filter(({ far }) => far <= limit).sort((a, b) => a.far - b.far);
  return near?.term;
}

function read(pairs) {
  chosen = [];
  unknown = [];
  for (const [key, id] of pairs) {
    const facet = facets.find(other => key === other.key || key === other.field);
    const term = facet?.terms.find(other => other.id === id);
    if (term && !chosen.includes(term)) chosen.push(term);
    if (facet && !term) unknown.push({ facet, id, near: nearest(facet.terms, id) });
  }
  for (const one of unknown) if (chosen.includes(one.near)) one.near = undefined;
}

/* Sets of entries as one, with a flag for each entry. */
function flags(sets) {
  const all = new Uint8Array(samling_index.count);
  for (const set of sets) for (const entry of set) all[entry] = 1;
  return all;
}

/* The fields that something is chosen in. */
const asked = () => [...new Set(chosen.map(term => term.facet))].map(facet => {
  const terms = chosen.filter(term => term.facet === facet);
  return { facet, terms, has: flags(terms.map(term => term.set)) };
});

/* Leaves out what is chosen in the field `except`. */
function within(entries, except, fields = asked()) {
  const others = fields.filter(({ facet }) => facet !== except);
  return entries.filter(entry => others.every(({ has }) => has[entry]));
}

function show(entries) {
  const fields = asked(), all = flags([within(entries, undefined, fields)]);
  for (const facet of facets) {
    const there = fields.some(field => field.facet === facet) ? flags([within(entries, facet, fields)]) : all;
    for (const term of facet.terms) {
      const count = term.set.filter(entry => there[entry]).length;
      term.box.checked = chosen.includes(term);
      term.count.textContent = '(' + count + ')';
      term.row.hidden = !count && !term.box.checked;
    }
    facet.element.hidden = facet.terms.every(term => term.row.hidden);
  }
  return facets.some(({ element }) => !element.hidden);
}

return {
  read, show,
  within: entries => within(entries),
  without: entries => asked().map(({ facet, terms }) => ({ terms, count: within(entries, facet).length })),
  chosen: () => chosen,
  unknown: () => unknown,
  clear: () => read([]),
  toggle(terms) {
    unknown = [];
    chosen = [...chosen.filter(term => !terms.includes(term)), ...terms.filter(term => !chosen.includes(term))];
  },
};
};
