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

/* Facts. */

/* What readers see in place of a value. */
function name_of(field, value, { yes }) {
  const sought = ({ value: other }) => other === plain(value), where = [field, ...all(field, 'template').map(({ content }) => content)];
  const option = where.flatMap(part => all(part, 'option')).find(sought), box = all(field, '[type="checkbox"]').find(sought);
  return option?.textContent ?? box?.nextSibling.textContent.trim() ?? (plain(value) === 'true' ? yes : plain(value));
}

const proposed = ({ name, url }) => url ? address(plain(name), plain(url)) : plain(name);
const fact = (title, contents, className = '') => contents.length ? [make('div', { className }, make('dt', {}, title), ...contents.map(content => make('dd', {}, ...[content].flat())))] : [];

function facets() {
  return known.facts.flatMap(({ field: name, one, many, yes }) => {
    const field = field_of(name), terms = field ? list_of(values[name]).map(value => name_of(field, value, { yes })) : [];
    const all = [...terms, ...list_of(values['proposed.' + name]).map(proposed)];
    return fact(all.length === 1 ? one : many, all);
  });
}

function source() {
  const { document: text, ...more } = values.source ?? {};
  return text ? fact(words.source, [[plain(text), ...['version', 'section', 'page'].filter(name => more[name]).map(name => `, ${words[name === 'section' ? 'number' : name]} ${plain(more[name])}`)].join('')]) : [];
}

function day(text) {
  const [year, month, date] = text.split('-').map(Number), name = known.languages[known.language].months[month - 1];
  return `${date ? date + '. ' : ''}${month ? name + ' ' : ''}${year}`;
}

function facts() {
  return make('dl', {}, ...facets(), ...fact(words.partners, list_of(values.partners).map(plain)),
    ...fact(words.figures, list_of(values.figures).map(({ label, value }) => [make('strong', {}, plain(value)), ' ' + plain(label)]), 'figures'),
    ...fact(words.contact, list_of(values.contact).map(plain)), ...source(), ...fact(words.updated, list_of(values.updated).map(value => day(plain(value)))));
}

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
  const links = list_of(values.links).map(({ title, url }) => make('li', {}, address(plain(title), plain(url), [type_of(plain(url))].filter(Boolean))));
  if (links.length) whole.append(make('h4', {}, words.links), make('ul', {}, ...links));
  return whole;
}

page.lang = plain(values.lang) || part('fields').closest('[lang]').lang;
page.replaceChildren(make('h3', {}, plain(values.title)), make('p', { className: 'lead' }, plain(values.summary)),
  make('section', { className: 'facts' }, make('h4', {}, words.facts), facts()), text());
};
