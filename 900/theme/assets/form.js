/*
 * The form for a new entry. Reads what is written, checks it by the limits in the page
 * as `samling check` would, makes the file, and offers the writer four ways to take it
 * out. The script itself sends nothing, and keeps nothing beyond the tab.
 *
 * Texts are put into fields and text nodes only.
 */
(() => {
'use strict';
const form = document.getElementById('form_fields');
const part = name => document.getElementById('form_' + name);
const words = form.dataset;
const { markdown, without_links, brackets_in } = samling_markdown;
const ERRORS = ['link-host', 'national-id'];
const known = JSON.parse(words.known), letters = samling_letters(known.letters);
const { fold, slug_of } = letters;
const grammar = samling_grammar(known, letters);
const advise = samling_advice(known, letters, samling_markdown, samling_links(known, letters), samling_people(known, letters));
const [summary, status, said, result, advice, preview] = ['errors', 'status', 'said', 'result', 'advice', 'file'].map(part);
/* GitHub answers up to 8 191; Windows hands no longer address to a mail program. */
const [ADDRESS_MAX, MAIL_MAX] = [8000, 2000];
let faults = [], notes = [], made, mended, chosen, waiting, unsaved = false, tried = false, ids = 0;

const say = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);
const says = (rule, title, what) => say(form.getAttribute('data-says-' + rule), title, what);
const all = (element, selector) => [...element.querySelectorAll(selector)];
const box_of = control => control.querySelector('input, select, textarea');
const bytes = text => new TextEncoder().encode(text).length;

function make(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

/* Scripts that only some need are loaded when they are asked for, and once. */
const scripts = {};
const load = src => scripts[src] ??= new Promise((onload, onerror) => { document.head.append(make('script', { src, onload, onerror })); });

/* What is written in a box: composed letters, and one line where one is due. */

const lines_of = text => letters.composed(text).replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' ');
const line_of = text => lines_of(text).replace(/[ \n]+/g, ' ').replace(/^ | $/g, '');
const length_of = text => [...text].length;

/* Faults: each is shown beside its field, and all of them above the form. */

/* A message begins with the group or the row that a control is a part of: «Lenke 2: ». */
function about(control, message, box = box_of(control)) {
  const { localName, dataset, firstElementChild } = control.parentElement;
  return { control, box, message: localName === 'fieldset' ? `${dataset.title ?? firstElementChild.textContent}: ${message}` : message };
}

const fault = (...what) => { faults.push(about(...what)); };

function show_faults() {
  const places = new Map(all(form, '*').map((element, place) => [element, place]));
  faults.sort((a, b) => places.get(a.box) - places.get(b.box));
  all(form, '[aria-invalid]').forEach(box => box.removeAttribute('aria-invalid'));
  all(form, '.error').forEach(text => { text.hidden = true; text.textContent = ''; });
  for (const { control, box, message } of faults) {
    const text = all(control, '.error')[0];
    text.textContent = text.textContent ? text.textContent + ' ' + message : message;
    text.hidden = false;
    if (box.type !== 'button' && box.type !== 'checkbox') box.setAttribute('aria-invalid', 'true');
  }
  summary.hidden = !faults.length;
  summary.querySelector('h3').textContent = say(faults.length === 1 ? words.errorsOne : words.errorsMany, faults.length);
  show_links(summary, faults);
}

function unfold(element) {
  for (; element; element = element.parentElement) if (element.localName === 'details') element.open = true;
}

function show_links(element, notes) {
  element.querySelector('ul').replaceChildren(...notes.map(({ box, message }) => {
    const link = make('a', { href: '#' + box.id }, message);
    link.onclick = event => {
      event.preventDefault();
      unfold(box);
      box.focus();
    };
    return make('li', {}, link);
  }));
}

/* Returns what is wrong with a text of a type; '' if nothing is. */
function fault_of(text, { type, pattern, minLength, maxLength, minimum, maximum }, title) {
  const length = length_of(text);
  const with_meant = (message, meant) => meant ? message + '. ' + say(words.meant, meant) : message;
  if (minLength && length < minLength) return say(words.short, title, length, minLength);
  if (maxLength && length > maxLength) return say(words.long, title, length, maxLength);
  if (type === 'integer' && !/^-?(0|[1-9]\d*)$/.test(text)) return say(words.notInteger, title, text);
  if (type === 'number' && !/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return say(words.notNumber, title, text);
  if (minimum && Number(text) < minimum) return say(words.small, title, text, minimum);
  if (maximum && Number(text) > maximum) return say(words.large, title, text, maximum);
  const partial = type === 'partial-date';
  if ((partial || type === 'date') && !grammar.is_date(text, partial)) return with_meant(say(words.notDate, title, text), grammar.meant_date(text, partial));
  if (type === 'uri' && !grammar.is_uri(text)) return with_meant(say(words.notUri, title, text), grammar.meant_uri(text));
  if (type === 'email' && !grammar.is_email(text)) return say(words.notEmail, title, text);
  if (pattern && !new RegExp(pattern, 'u').test(text)) return say(words.notForm, title, text);
  return '';
}

/* Returns what is wrong with a text of any type; '' if nothing is. */
function fault_of_any(text, kind, title) {
  const found = grammar.fault(text, kind);
  return found ? says(found[0], title, found[1]) : '';
}

/*
 * Reading. A value is a text, { bare } for what is written without quotation marks,
 * a list or a map; undefined if there is none.
 */

function read_control(control, needed, others = '') {
  const { type, title, required } = control.dataset;
  const box = box_of(control);
  if (type === 'boolean') return box.checked ? { bare: 'true' } : undefined;
  let text = line_of(box.value);
  if (type === 'number') text = text.replace(',', '.');
  if (box.selectedOptions?.[0]?.dataset.usual) return undefined;
  if (!text) {
    if (required && needed) fault(control, say(words.need, title) + others);
    return undefined;
  }
  const message = fault_of_any(text, 'text', title) || fault_of(text, control.dataset, title);
  const one_each = type === 'integer' && control.closest('.rows') && /\d\D+\d/.test(text) ? '. ' + words.oneEach : '';
  if (message) fault(control, message + one_each);
  return box.localName === 'select' || !/^(text|uri|email)$/.test(type) ? { bare: text } : text;
}

/* Under which name a box has what is written in it. */
const kept_in = box => box.type === 'checkbox' ? 'checked' : 'value';
const is_written = control => { const { type, checked, value } = box_of(control); return type === 'checkbox' ? checked : Boolean(line_of(value)); };

/* What need not be there has another way out: to be without the rest as well. */
function read_map(controls, needed) {
  const written = controls.filter(is_written).map(titled).join(', ');
  if (!needed && !written) return undefined;
  const pairs = controls.map(control => [control.dataset.name, read_control(control, true, needed ? '' : say(words.orEmpty, written))]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

const text_of = value => value.bare ?? (typeof value === 'string' ? value : JSON.stringify(value));
const shown = box => line_of(box.localName === 'select' ? box.selectedOptions[0].textContent : box.value);

function read_rows(field) {
  const { title, maps, unique } = field.dataset;
  const values = [], seen = new Set();
  for (const row of field.querySelector('.rows').children) {
    const controls = all(row, '.control');
    const value = maps ? read_map(controls) : read_control(controls[0]);
    if (value === undefined) continue;
    if (unique && seen.has(text_of(value))) fault(controls[0], say(words.twice, title, shown(box_of(controls[0]))));
    seen.add(text_of(value));
    values.push(value);
  }
  return values;
}

/* Returns how many values that the list lacks are proposed for a field; they count with its own. */
function proposed_for({ dataset: { field } }) {
  const list = all(form, '[data-proposes]').find(list => list.dataset.proposes === field);
  return list ? [...list.querySelector('.rows').children].filter(row => all(row, '.control').some(is_written)).length : 0;
}

function read_list(field) {
  const { title, kind, required, minItems, maxItems } = field.dataset;
  const ticked = () => all(field, ':checked').map(box => ({ bare: box.value }));
  const values = kind === 'set' ? ticked() : read_rows(field);
  const box = field.querySelector('.rows input, .rows select, .rows textarea, input, button');
  const count = values.length + proposed_for(field);
  if (!count && required) fault(field, say(/^(text|textarea)$/.test(box.type) ? words.needRow : words.needItem, title), box);
  else if (count && count < minItems) fault(field, say(words.few, title, count, minItems), box);
  if (maxItems && values.length > maxItems) fault(field, say(words.many, title, values.length, maxItems), box);
  return values.length ? values : undefined;
}

function read_field(field) {
  const controls = all(field, '.control');
  switch (field.dataset.kind) {
  case 'single': return read_control(controls[0], !proposed_for(field));
  case 'group': return read_map(controls, field.dataset.required);
  default: return read_list(field);
  }
}

/* Writing: YAML that every reader reads as what was typed. */

const PLAIN = /^\p{L}[\p{L}\p{N} ,.()/+–-]*$/u;
const SLUG = /^[a-z][a-z0-9-]*$/;
const MEANS_MORE = /^(null|true|false|yes|no|on|off|y|n)$/;

/* Quotes a text with signs that mean something to YAML, and a single word: it may be `no`. */
function scalar(value) {
  if (typeof value === 'string') return PLAIN.test(value) && value.includes(' ') ? value : JSON.stringify(value);
  const plain = /^-?\d[\d.-]*$/.test(value.bare) || value.bare === 'true' || (SLUG.test(value.bare) && !MEANS_MORE.test(value.bare));
  return plain ? value.bare : JSON.stringify(value.bare);
}

const pairs_of = map => Object.entries(map).map(([key, value]) => `${key}: ${scalar(value)}`);

function yaml(name, value) {
  if (Array.isArray(value)) {
    if (value.every(item => item.bare !== undefined)) return `${name}: [${value.map(scalar).join(', ')}]\n`;
    const item = one => typeof one === 'string' || one.bare !== undefined ? scalar(one) : pairs_of(one).join('\n    ');
    return `${name}:\n${value.map(one => `  - ${item(one)}\n`).join('')}`;
  }
  if (typeof value === 'string' || value.bare !== undefined) return `${name}: ${scalar(value)}\n`;
  return `${name}:\n${pairs_of(value).map(pair => `  ${pair}\n`).join('')}`;
}

/* What is proposed, by the field that lacks it, stands under one key. */
function proposals_yaml(fields) {
  const lists = all(form, '[data-proposes]').filter(({ dataset: { field } }) => fields[field])
    .map(({ dataset: { field, proposes } }) => yaml(proposes, fields[field]));
  return lists.length ? `proposed:\n${lists.join('').replace(/^/gm, '  ').trimEnd()}\n` : '';
}

/* The sections of the text. */

const title_of = control => control.dataset.section || control.dataset.title || control.querySelector('label').textContent;
const titled = control => `«${title_of(control)}»`;

function read_section(control) {
  const title = title_of(control);
  const { section, head = section ? `\n## ${section}\n\n` : '\n', raw } = control.dataset;
  const typed = lines_of(box_of(control).value), text = raw ? typed.trim() : markdown(typed);
  const message = fault_of_any(typed, 'body', title) ||
    (!raw && without_links(typed).includes('](') ? say(words.badLink, title) : '') ||
    (brackets_in(text) > words.bracketsMax ? say(words.tooMuch, title) : '');
  if (message) fault(control, message);
  return mended?.kept(control) ?? (text && `${head}${text}\n`);
}

/* The file. */

function check_name(field, title, slug) {
  const control = field.querySelector('.control');
  const others = all(part('entries'), 'option').filter(({ value }) => value !== mended?.id);
  const same = others.find(other => fold(line_of(other.textContent)) === fold(title));
  if (faults.some(fault => fault.control === control)) return;
  if (same) fault(control, say(words.sameTitle, control.dataset.title, same.textContent));
  else if (!slug || known.reserved.includes(slug)) fault(control, say(words.noName));
  else if (others.some(other => other.value === slug)) fault(control, say(words.sameFile, control.dataset.title, slug + '.md'));
}

const field_of = name => form.querySelector(`[data-field="${name}"]`);
const texts = all(form, '[data-for]');

/* Adds a fault if there is text in sections that do not belong to the chosen value any more. */
function check_left() {
  const left = chosen ? texts.filter(text => text !== chosen).flatMap(text => all(text, '.control')).filter(is_written) : [];
  if (!left.length) return;
  const control = field_of(words.sectioned).querySelector('.control');
  const titles = left.map(titled).join(', ');
  fault(control, say(words.left, titles, control.dataset.title, shown(box_of(control))));
}

/* The fields: their values by name, and [name, YAML] of each that is written in the file. */
function read_fields() {
  faults = [];
  const fields = all(form, '[data-field]').map(field => [field.dataset.field, read_field(field)]), values = Object.fromEntries(fields);
  const own = ([name, value]) => value !== undefined && name !== words.folder && !field_of(name).dataset.proposes;
  const lines = [...fields.filter(own).map(([name, value]) => [name, yaml(name, value)]), ['proposed', proposals_yaml(values)]];
  return { values, lines: lines.filter(([, text]) => text) };
}

function make_file() {
  const { values, lines } = read_fields();
  const sections = chosen ? all(chosen, '.control') : [];
  const body = sections.map(read_section).join('');
  const title = values.title ?? '', slug = mended?.id ?? slug_of(title, known.slug_max);
  check_left();
  if (title) check_name(field_of('title'), title, slug);
  if (title && values.summary && fold(values.summary).replace(/\.$/, '') === fold(title)) fault(field_of('summary'), words.repeats, box_of(field_of('summary')));
  const front = (mended?.front(lines) ?? lines).map(([, text]) => text).join('');
  judge_language();
  if (bytes(front) > words.frontMax - 16) fault(form.querySelector('.control'), say(words.tooMuch, words.path));
  if (bytes(body) > words.bodyMax - 16) fault(sections[0], say(words.tooMuch, part('text').querySelector('legend').textContent));
  made = faults.length ? null : { name: slug + '.md', path: `${words.path}${values[words.folder].bare}/${slug}.md`, text: `---\n${front}---\n${body}`, values, sections };
}

/* What is said of the language. Most of it stops nothing, and is told beside the file. */

/* The language of the entry: its own, or the site's. */
function written_in() {
  const field = field_of('lang');
  return field && box_of(field).value || known.language;
}

function piece_of(control, kind) {
  const box = box_of(control), { name } = control.dataset;
  const address = name === 'title' && control.parentElement.querySelector('[data-type="uri"]');
  const text = kind === 'body' ? lines_of(box.value) : line_of(box.value);
  return { control, kind, text, url: address && line_of(box_of(address).value) };
}

/* What is written in each box, one whole text of the entry after the other. */
function pieces() {
  const fields = all(form, '[data-field] .control').filter(control => !box_of(control).matches('select, [type="checkbox"]'));
  const kind = control => ({ title: 'heading', name: 'heading', summary: 'summary' })[control.closest('[data-kind="single"]')?.dataset.field] ?? 'text';
  const sections = chosen ? all(chosen, '.control').map(control => piece_of(control, 'body')) : [];
  return [...fields.map(control => piece_of(control, kind(control))), ...sections].filter(({ text }) => text.trim());
}

/* The sections that an entry of the chosen kind should have, and that are empty. */
function missing_sections(language) {
  const empty = chosen?.dataset.for && language === known.language ? all(chosen, '.control').filter(control => control.dataset.section && !is_written(control)) : [];
  return empty.length ? [[{ control: field_of(words.sectioned).querySelector('.control') }, 'section-missing', empty.map(titled).join(', ')]] : [];
}

/* A day that has not come anywhere yet. */
function early_dates() {
  const field = field_of('updated'), text = field ? line_of(box_of(field).value) : '';
  return text > new Date(Date.now() + 864e5).toISOString() ? [[{ control: field.querySelector('.control') }, 'date-future', text]] : [];
}

function judge_language() {
  const language = written_in(), written = pieces();
  notes = [...written.flatMap(piece => grammar.notes(piece.text, piece.kind).map(note => [piece, ...note])), ...advise(written, language), ...missing_sections(language), ...early_dates()]
    .filter(([{ control }, rule]) => !(rule === 'signs' && control.dataset.raw) && !mended?.excepted.includes(rule))
    .map(([{ control }, rule, what]) => ({ rule, ...about(control, says(rule, title_of(control), what)) }));
  faults.push(...notes.filter(({ rule }) => ERRORS.includes(rule)));
}

function show_advice() {
  const told = new Set();
  advice.hidden = !notes.length;
  show_links(advice, notes.filter(({ message }) => !told.has(message) && told.add(message)));
}

/* The four ways to take the file out. Then it is the writer's, and nothing is kept here. */

function taken(how) {
  unsaved = false;
  keep();
  said.textContent = how;
}

function prepare_open(link) {
  const { address, nameKey, textKey, name } = link.dataset;
  const empty = mended?.open ?? `${address}?${nameKey}=${encodeURIComponent(made.path).replaceAll('%2F', '/')}`;
  const full = `${empty}&${textKey}=${encodeURIComponent(made.text)}`;
  const fits = textKey && full.length <= ADDRESS_MAX;
  link.href = fits ? full : empty;
  link.onclick = () => {
    if (fits) taken(say(words.opened, name));
    else copy(say(words.openedEmpty, name));
  };
  part('open_help').textContent = fits ? '' : say(textKey ? words.openLong : words.openEmpty, name);
}

function prepare_mail(link) {
  const address = body => `mailto:${encodeURIComponent(link.dataset.to).replace('%40', '@')}?subject=${encodeURIComponent(made.path)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const whole = address(made.text), fits = whole.length <= MAIL_MAX;
  link.href = fits ? whole : address(`${words.mailHelp}\n${made.path}\n\n${words.mailAttach} ${made.name}\n`);
  link.onclick = () => taken(fits ? words.mailed : words.mailedShort);
}

/* execCommand() works everywhere, also on file:. What cannot be copied stays selected. */
function copy(copied) {
  const at = document.activeElement;
  preview.focus();
  preview.select();
  const done = document.execCommand('copy');
  if (done) at.focus();
  if (done) taken(copied);
  else said.textContent = words.notCopied;
}

function download() {
  make('a', { href: 'data:text/markdown;charset=utf-8,' + encodeURIComponent(made.text), download: made.name }).click();
  taken(say(words.downloaded, made.name));
}

function show_result() {
  part('place').textContent = made.path;
  preview.value = made.text;
  said.textContent = '';
  show_advice();
  show_page();
  if (part('open')) prepare_open(part('open'));
  if (part('mail')) prepare_mail(part('mail'));
  result.hidden = false;
  /* The heading says it, and gets the focus. */
  status.textContent = '';
  part('result_title').focus();
}

/* The page as it will be, if its part is open and the file still stands when the script has come. */
function show_page() {
  if (part('shown').open) load(words.preview).then(() => { if (made) samling_preview(lent, made); }, () => { part('page').textContent = words.notLoaded; });
}

/* Ties labels and messages to their boxes, by ids that are numbers: names come from the schema and may be anything. */

const new_id = () => 'field_' + ++ids;

function describe(element, whole) {
  const texts = ['.error', '.help', '.raw'].map(text => whole.querySelector(':scope > ' + text)).filter(Boolean);
  for (const text of texts) text.id = new_id();
  element.setAttribute('aria-describedby', texts.map(({ id }) => id).join(' '));
}

const entry_options = () => all(part('entries'), 'option').map(({ value, textContent }) => make('option', { value }, textContent));

function wire(control, alone) {
  const box = box_of(control), label = control.querySelector('label');
  box.id = new_id();
  if (!label.contains(box)) label.htmlFor = box.id;
  describe(box, control);
  if (alone && control.dataset.required) box.setAttribute('aria-required', 'true');
  /* It must be filled in only if something else in its row is. */
  else control.querySelector('.must')?.remove();
  if (box.dataset.entries) box.append(...entry_options());
}

function number_rows(field) {
  [...field.querySelector('.rows').children].forEach((row, i) => {
    const { noun, title } = field.dataset;
    const name = noun ? `${noun[0].toUpperCase()}${noun.slice(1)} ${i + 1}` : say(words.row, title, i + 1);
    row.querySelector('.plain .unseen').textContent = name;
    row.querySelector(field.dataset.maps ? 'legend' : '.name').textContent = name;
    if (!field.dataset.maps) row.querySelector('.control').dataset.title = name;
  });
}

function add_row(field) {
  const row = field.querySelector('template').content.cloneNode(true).querySelector('li');
  all(row, '.control').forEach(control => wire(control));
  row.querySelector('.plain').onclick = () => {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    number_rows(field);
    (next ? box_of(next) : field.querySelector('.other')).focus();
    changed();
  };
  field.querySelector('.rows').append(row);
  number_rows(field);
  return row;
}

function wire_field(field) {
  const alone = field.dataset.kind === 'single', button = field.querySelector('.other');
  all(field, '.control').forEach(control => wire(control, alone));
  if (!alone) describe(field, field);
  for (const box of all(field, 'input, .other')) box.id ||= new_id();
  if (!button) return;
  button.onclick = () => { box_of(add_row(field)).focus(); changed(); };
  if (field.dataset.required) add_row(field);
}

/* Shows the sections of the chosen value, and below them those of others that have text in them. */
function show_sections() {
  const field = words.sectioned && field_of(words.sectioned);
  const value = field ? box_of(field).value : '';
  chosen = field && !value ? null : texts.find(text => text.dataset.for === value) ?? texts.find(text => !text.dataset.for);
  for (const text of texts) {
    const left = text !== chosen, controls = all(text, '.control');
    controls.forEach(control => { control.hidden = left && !is_written(control); });
    text.hidden = controls.every(control => control.hidden);
    text.classList.toggle('left', left);
    text.querySelector('.not').hidden = !left || !chosen;
    if (left) part('text').append(text);
  }
  part('choose').hidden = Boolean(chosen);
}

/* Makes the box of a section as high as its text, within reason. */
function fit(box) {
  const rows = box.value.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 80)), 0);
  box.rows = Math.min(24, Math.max(7, rows + 1));
}

/* Says how many characters there is room for, when they are few. */
function show_left(box) {
  const control = box.closest('.control'), most = control?.dataset.maxLength;
  if (!most) return;
  const left = most - length_of(line_of(box.value));
  control.querySelector('.room').textContent = left > most / 5 ? '' : left < 0 ? say(words.charactersOver, -left) : say(words.charactersLeft, left);
}

/* What is written stays at the page's place in the history of the tab, until the file is taken out. A value is put
 * back where the label is the same: the page may be another by then. */

const boxes = () => all(form, 'input, select, textarea');
const lists = all(form, '.rows');

function keep() {
  const written = boxes().map(box => [box.labels[0].textContent, box[kept_in(box)]]);
  history.replaceState(unsaved ? { mended: mended?.id, rows: lists.map(list => list.children.length), written } : null, '');
}

function put_back({ rows, written }) {
  lists.forEach((list, i) => {
    list.replaceChildren();
    for (let row = 0; row < rows[i]; row++) add_row(list.closest('.field'));
  });
  boxes().forEach((box, i) => {
    const [label, value] = written[i] ?? [];
    if (box.labels[0].textContent !== label || box[kept_in(box)] === value) return;
    box[kept_in(box)] = value;
    unfold(box);
    show_left(box);
  });
  unsaved = true;
}

/* Waits until the writer does: what is counted is read aloud. */
function changed(box = form) {
  unsaved = true;
  clearTimeout(waiting);
  waiting = setTimeout(() => { show_left(box); keep(); }, 500);
  if (!result.hidden) status.textContent = words.stale;
  result.hidden = true;
}

/* A fault that disappears moves what is below it, and a click would miss. So judging waits while the pointer
 * is pressed. */
let pressed = false, due = false;

function judge() {
  due = false;
  if (!tried) return;
  make_file();
  show_faults();
}

/* What is pasted with markup comes as the plain text that it says. */
function paste(event) {
  const box = event.target, [html, plain] = ['html', 'plain'].map(type => event.clipboardData.getData('text/' + type));
  if (!html || !box.closest('[data-section]')) return;
  event.preventDefault();
  load(words.paste).then(() => samling_paste(lent, box, html, plain), () => box.setRangeText(plain));
}

/* An entry that is published comes from a script of its own, and is filled in. */

const asked = () => location.hash.match(/^#endre=([a-z\d-]+)$/)?.[1];
const wanted = history.state ? history.state.mended : asked();

function begin() {
  if (history.state) put_back(history.state);
  show_sections();
  form.hidden = part('mend').hidden = false;
  if (mended) part('title').focus();
}

const lent = { known, letters, part, all, make, say, box_of, field_of, lines_of, kept_in, add_row, wire, unfold, fit, changed, show_sections, read_fields, sections: () => chosen ? all(chosen, '.control') : [] };

all(form, '[data-field]').forEach(wire_field);
all(form, '[data-section]').forEach(control => wire(control));
part('mend_entry').append(...entry_options());
part('mend_open').onclick = () => { location.hash = 'endre=' + part('mend_entry').value; };
addEventListener('hashchange', () => { if (asked()) location.reload(); });
part('shown').ontoggle = () => { if (made) show_page(); };
form.addEventListener('paste', paste);
form.addEventListener('input', event => changed(event.target));
form.addEventListener('change', event => {
  show_left(event.target);
  if (event.target.closest('[data-field]')?.dataset.field === words.sectioned) show_sections();
  if (pressed) due = true;
  else judge();
});
addEventListener('pointerdown', event => { pressed = Boolean(event.target.closest('a, button, label, summary')); });
for (const name of ['pointerup', 'pointercancel'])
  addEventListener(name, () => setTimeout(() => { pressed = false; if (due) judge(); }));
form.addEventListener('submit', event => {
  event.preventDefault();
  tried = true;
  result.hidden = true;
  show_sections();
  judge();
  if (made) show_result();
  else { status.textContent = ''; summary.focus(); }
});
part('copy').onclick = () => copy(words.copied);
part('download').onclick = download;
addEventListener('beforeunload', event => { if (unsaved) event.preventDefault(); });
if (wanted) Promise.all([load(words.mend), load(`${words.entries}${wanted}.js`)])
  .then(() => { mended = samling_mend(lent, samling_entries[wanted]); }, () => { part('mend_said').textContent = words.notOpened; }).then(begin);
else begin();
})();
