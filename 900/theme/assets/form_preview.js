/*
 * Shows the page that a file of the form will become: the same texts in the same order as theme/templates/entry.mustache
 * and entry-facts.mustache have them, for who changes the one changes the other. The form loads this when a file has
 * been made. tests/browser/test-form-preview.mjs compares with the page that is built.
 *
 *   samling_preview(lent, made)   `lent` is what form.js lends out, `made` the file with its `values` and `sections`.
 *   Puts the page in #form_page, as text nodes.
 */
var samling_preview = (lent, made) => {
'use strict';
const { known, part, all, make, box_of, field_of, lines_of } = lent, { values, sections } = made;
const page = part('page'), words = page.dataset, { LINK, blocks } = samling_markdown;
const list_of = value => value === undefined ? [] : Array.isArray(value) ? value : [value];
const plain = value => value?.bare ?? value ?? '';

/* The address stands in the text: a reader knows where a link leads before following it. */
const host_of = url => url.match(/^[a-z]+:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:]*)/i)?.[1].replace(/^www\.(?=.*\.)/, '') ?? '';
const type_of = url => known.files[url.replace(/[?#].*/, '').match(/[^/](\.\w+)$/)?.[1].toLowerCase()];
const address = (text, url, more = []) => make('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, `${text} (${[host_of(url), ...more].join(', ')})`);

/* Facts: `known.top` has those beside the title, and of a field with figures those that are set large. */

const LARGE = 4;

/* What readers see in place of a value. */
function name_of(field, value, { yes }) {
  const sought = ({ value: other }) => other === plain(value), where = [field, ...all(field, 'template').map(({ content }) => content)];
  const option = where.flatMap(part => all(part, 'option')).find(sought), box = all(field, '[type="checkbox"]').find(sought);
  return option?.textContent ?? box?.nextSibling.textContent.trim() ?? (plain(value) === 'true' ? yes : plain(value));
}

const proposed = ({ name, url }) => url ? address(plain(name), plain(url)) : plain(name);
const fact = (title, contents, className = '') => contents.length ? [make('div', { className }, make('dt', {}, title), ...contents.map(content => make('dd', {}, ...[content].flat())))] : [];

function facet({ field: name, one, many, yes }) {
  const field = field_of(name), terms = field ? list_of(values[name]).map(value => name_of(field, value, { yes })) : [];
  const all = [...terms, ...list_of(values['proposed.' + name]).map(proposed)];
  return fact(all.length === 1 ? one : many, all);
}

function day(text) {
  const [year, month, date] = text.split('-').map(Number), name = known.languages[known.language].months[month - 1];
  return date ? words.date.replace(/\{(\d)\}/g, (_, part) => [date, name, year][part]) : `${month ? name + ' ' : ''}${year}`;
}

/* What one value says, as `known` has it of its field. */
function told({ kind, labels, unit, units }, value) {
  const text = String(plain(value));
  if (labels?.[text]) return labels[text];
  if (kind === 'date') return day(text);
  return unit ? `${text}\u00a0${text === '1' ? unit : units}` : text;
}

function detail({ parts, ...way }, value) {
  if (!parts) return told(way, value);
  const there = parts.filter(({ name }) => value[name] !== undefined), figure = there.find(part => part.figure);
  const rest = there.filter(part => part !== figure).map(part => (part.before ? part.before + ' ' : '') + told(part, value[part.name])).join(', ');
  return figure ? [make('strong', {}, told(figure, value[figure.name])), ' ' + rest] : rest;
}

/* The figures that are set large: numbers, and no periods. */
const figure_in = way => way.parts?.find(part => part.figure);
const number_in = (way, value) => value[figure_in(way).name] === undefined ? undefined : told(figure_in(way), value[figure_in(way).name]).match(/^(?!.*–)\d(?:[\d ,.]*\d)?/)?.[0];
const raised = way => list_of(values[way.field]).filter(value => number_in(way, value)).slice(0, LARGE);

function figures() {
  return known.top.filter(figure_in).flatMap(way => raised(way).map(value => {
    const number = number_in(way, value), unit = told(figure_in(way), value[figure_in(way).name]).slice(number.length).trim();
    const label = detail({ parts: way.parts.filter(part => !part.figure) }, value) || way.title;
    return make('div', {}, make('dt', {}, label), make('dd', {}, make('strong', {}, number), ...unit ? [' ', make('span', {}, unit)] : []));
  }));
}

function other(way, left = () => true) {
  return fact(way.title, list_of(values[way.field]).filter(left).map(value => detail(way, value)), figure_in(way) ? 'figures' : '');
}

const above = way => known.top.some(({ field }) => field === way.field);
const unnamed = div => { div.firstChild.className = 'unseen'; return div; };
const top = () => known.top.filter(way => !figure_in(way)).flatMap(way => way.many ? facet(way).map(unnamed) : other(way));
const facts = () => [...known.facts.filter(way => !above(way)).flatMap(way => facet(way)), ...known.details.flatMap(way => {
  const up = above(way) && figure_in(way) ? raised(way) : [];
  return above(way) && !figure_in(way) ? [] : other(way, value => !up.includes(value));
})];

/* A note says the same of all that have it, or is this entry's own. */
const notes = () => known.notes.map(({ field, title, text }) => [text ? 'note' : 'note own', title, text ? plain(values[field]) === 'true' && text : plain(values[field])])
  .filter(([, , text]) => text).map(([className, title, text]) => make('section', { className }, make('h4', {}, title), make('p', {}, text)));

const box = (name, items) => items.length ? [make('dl', { className: name }, ...items)] : [];

/* The text. */

function inline(text) {
  let from = 0;
  const parts = [];
  for (const { 0: link, 1: name, 2: url, index } of text.matchAll(LINK)) {
    parts.push(text.slice(from, index), make('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, name));
    from = index + link.length;
  }
  return [...parts, text.slice(from)];
}

/* An item that stands further in than the one before it is in a list within that. */
function put_blocks(article, text) {
  let open = [];
  for (const { kind, indent, lines } of blocks(text)) {
    const content = inline(lines.join('\n')), outer = open.filter(list => list.indent < indent), list = open[outer.length];
    if (kind === 'text') { open = []; article.append(make('p', {}, ...content)); continue; }
    const same = list?.kind === kind ? list : { kind, indent, element: make(kind === 'number' ? 'ol' : 'ul', {}) }, item = make('li', {}, ...content);
    if (same !== list) (outer.at(-1)?.item ?? article).append(same.element);
    same.element.append(item);
    open = [...outer, { ...same, item }];
  }
}

function text() {
  const whole = make('div', { className: 'prose' });
  for (const control of sections) {
    const { section, raw } = control.dataset, typed = lines_of(box_of(control).value);
    if (!typed.trim()) continue;
    if (section) whole.append(make('h4', {}, section));
    if (raw) whole.append(make('pre', {}, typed.trim()));
    else put_blocks(whole, typed);
  }
  for (const { field, title, parts } of known.links) {
    const url_of = link => plain(link[parts.find(({ kind }) => kind === 'uri').name]);
    const links = list_of(values[field]).map(link => make('li', {}, address(plain(link.title), url_of(link), [type_of(url_of(link))].filter(Boolean))));
    if (links.length) whole.append(make('h4', {}, title), make('ul', {}, ...links));
  }
  return whole;
}

page.lang = plain(values.lang) || part('fields').closest('[lang]').lang;
page.replaceChildren(...box('top', top()), make('h3', {}, plain(values.title)), make('p', { className: 'lead' }, plain(values.summary)),
  ...box('numbers', figures()), ...notes(), text(),
  ...box('', facts()).map(list => make('section', { className: 'facts' }, make('h4', {}, words.facts), list)));
};
