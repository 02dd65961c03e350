/*
 * Fills the form in with an entry that is published, and makes its file anew with what has been changed. The form loads
 * this, and the entry (src/data/original.h), when it is asked for one.
 *
 *   samling_mend(lent, entry)   `lent` is what form.js lends out; fills it in, and returns
 *
 *   id                  the entry's id
 *   excepted            the rules that the entry asks not to be told of
 *   front(lines)        returns `lines`, [[name, YAML], …], with those of the file for what has not been changed
 *   open                where the forge has the file to change, if it is one we know
 *   kept(control)       returns the section as it stands in the file if it has not been changed, or undefined
 *
 * A section that the form would not have written is shown as it stands in the file (data-raw).
 */
var samling_mend = (lent, entry) => {
'use strict';
const { part, all, make, say, box_of, field_of, kept_in, add_row, wire, unfold, fit, show_sections, sections, read_fields } = lent, { markdown } = samling_markdown;
const words = part('fields').dataset;
const id = entry.path.split('/').at(-1).slice(0, -'.md'.length);

/* Fields. */

function set(control, value) {
  const box = box_of(control);
  if (box.localName === 'select' && !all(box, 'option').some(option => option.value === String(value))) box.append(make('option', {}, value));
  box[kept_in(box)] = box.type === 'checkbox' ? value : String(value);
}

function set_parts(controls, map) {
  for (const control of controls) if (control.dataset.name in map) set(control, map[control.dataset.name]);
}

function set_rows(field, items) {
  field.querySelector('.rows').replaceChildren();
  for (const item of items) {
    const controls = all(add_row(field), '.control');
    if (field.dataset.maps) set_parts(controls, item);
    else set(controls[0], item);
  }
  if (!items.length && field.dataset.required) add_row(field);
}

function set_field(field, value) {
  const controls = all(field, '.control');
  switch (field.dataset.kind) {
  case 'single': set(controls[0], value); break;
  case 'group': set_parts(controls, value); break;
  case 'set': all(field, 'input').forEach(box => { box.checked = value.includes(box.value); }); break;
  default: set_rows(field, value);
  }
  unfold(field);
}

const fields_of = ([name, value]) => name === 'proposed' ? Object.entries(value).map(([name, value]) => ['proposed.' + name, value]) : [[name, value]];

/* Sections. */

const unescaped = text => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/* Where the body is cut: before each heading of the second level, with the empty lines before it. */
function slices_of(body) {
  const found = [{ title: '', from: 0, heading: 0 }];
  let at = 0, written = 0, fence = '';
  for (const line of body.match(/.*\n|.+$/g) ?? []) {
    const [, sign] = line.match(/^ {0,3}(`{3,}|~{3,})/) ?? [], [, title] = !fence && line.match(/^ {0,3}##[ \t]+(.*?)(?:[ \t]+#*)?[ \t]*\n?$/) || [];
    if (title) found.push({ title: unescaped(title), from: written, heading: at + line.length });
    if (sign) fence = !fence ? sign : sign.startsWith(fence) ? '' : fence;
    at += line.length;
    if (line.trim()) written = at;
  }
  return found.map((slice, i) => cut(slice, body, found[i + 1]?.from ?? at)).filter(({ whole, title }) => title || whole.trim());
}

function cut({ title, from, heading }, body, end) {
  const whole = body.slice(from, end), blank = body.slice(heading, end).match(/^\s*/)[0].length;
  return { title, whole, head: body.slice(from, heading + blank), text: whole.slice(heading + blank - from).trimEnd() };
}

/* Some ways to write a list are no other list: a star for its sign, and an item in several lines. */
function alike(text) {
  const lines = [];
  let within = false;
  for (const line of text.split('\n'))
    if (within && /^ +[\p{L}«"(]/u.test(line)) lines[lines.length - 1] += ' ' + line.trimStart();
    else {
      within = /^ *(?:[-*]|\d+\.) /.test(line);
      lines.push(line.replace(/^( *)\* (?=\S)/, '$1- '));
    }
  return lines.join('\n');
}

function show_raw(control) {
  control.dataset.raw = 'true';
  box_of(control).before(make('p', { className: 'raw help' }, words.asWritten));
}

const saved = new Map();

function fill_section(control, { whole, head, text }) {
  const box = box_of(control), typed = unescaped(alike(text)), simple = markdown(typed) === alike(text);
  if (!simple) show_raw(control);
  control.dataset.head = head;
  box.value = simple ? typed : text;
  fit(box);
  saved.set(control, { whole, value: box.value });
  wire(control);
}

/* A section of the file that the form does not ask for gets a box, too. */
function new_section(like, title) {
  const control = like.cloneNode(true);
  control.querySelector('.help')?.remove();
  control.querySelector('label').textContent = title || part('text').dataset.body;
  control.dataset.section = title;
  return control;
}

function fill_sections() {
  const asked = sections(), left = new Map(asked.map(control => [control.dataset.section, control]));
  let last;
  for (const slice of slices_of(entry.body)) {
    const control = left.get(slice.title) ?? new_section(asked[0], slice.title);
    left.delete(slice.title);
    if (!last) { if (!control.isConnected) asked[0].before(control); }
    else if (!control.isConnected || !(last.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING)) last.after(control);
    last = control;
    fill_section(control, slice);
  }
}

/* A list or a map that has been changed is written as it was, and the parts that have not been changed stay. */

/* Returns the items of a list, each with its lines; undefined if they do not stand below the name. */
function items_below(text) {
  const [, indent] = text.match(/^[^\n:]+: *\n( *)- /) ?? [];
  return indent === undefined ? undefined : text.slice(text.indexOf('\n') + 1).split(new RegExp(`^(?=${indent}- )`, 'm'));
}

/* The form puts ids and numbers in brackets. */
const items_made = text => items_below(text) ?? text.match(/^[^\n:]+: \[([^"]*)\]\n$/)?.[1].split(', ').map(item => `  - ${item}\n`);

/* Returns the items of a list, or the pairs of a map, that the form has written. */
const parts_made = text => items_made(text)?.map(item => item.slice('  - '.length).trimEnd()) ?? text.trimEnd().split('\n').slice(1).map(line => line.trim());

const ONE_LINE = /^((?: *- |[^\n:]+: +)[[{] *)([^\n[\]{}]*?)( *[\]}])\n$/;
const parts_in = line => (line.match(/(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,])+/g) ?? []).map(part => part.trim());
const key_of = pair => pair.slice(0, pair.indexOf(':') + 1);

/* A comma ends a text here, unless it is quoted. */
const quoted = part => part.replace(/^((?:[^":]+: )?)([^"]*,[^]*)$/, (_, key, text) => key + JSON.stringify(text));

/* Returns undefined if `old` is in more lines, or `now` has to be. */
function in_one_line(old, before, now) {
  const [, opens, inside = '', closes] = old.match(ONE_LINE) ?? [], is_map = opens?.includes('{');
  const [befores, parts] = [before, now].map(parts_made), olds = parts_in(inside);
  if (!opens || olds.length !== befores.length || !parts.length || !parts.every(part => (is_map ? /^[^\s:]+: .+$/ : /^.+$/).test(part))) return undefined;
  const old_of = part => is_map ? olds.find(other => key_of(other) === key_of(part)) : olds[befores.indexOf(part)];
  return opens + parts.map(part => befores.includes(part) && old_of(part) || quoted(part)).join(', ') + closes + '\n';
}

const as_map = item => 'item:\n' + item.replace('- ', '  ');
const item_like = (old, before, now) => in_one_line(old, as_map(before), as_map(now)) ?? now.replace(/^ {2}/gm, old.match(/^ */)[0]);

/* Returns `now`, which the form wrote as `before` when it was opened, as the field stands in the file. */
function field_like(old, before, now) {
  let end = old.length;
  while (old[end - 2] === '\n' && old[end - 1] === '\n') end--;
  const text = old.slice(0, end), ending = old.slice(end), olds = items_below(text), [befores, items] = [before, now].map(items_made);
  if (!olds || !items || olds.length !== befores?.length) return (in_one_line(text, before, now) ?? now) + ending;
  const same = new Map(befores.map((item, i) => [item, olds[i]])), like = i => item_like(olds[i] ?? olds[0], befores[i] ?? befores[0], items[i]);
  return text.slice(0, text.indexOf('\n') + 1) + items.map((item, i) => same.get(item) ?? like(i)).join('') + ending;
}

/* Nothing, if there is no value any more. */
const text_now = (old, before, now) => now === before ? old : now && field_like(old, before ?? '', now);

/* The fields of the file, in its order; a new one comes after that which stands before it in the form. */
function front(lines) {
  const now = new Map(lines), old = new Set(entry.fields.map(([name]) => name));
  const out = entry.fields.map(([name, , text]) => [name, text_now(text, base.get(name), now.get(name))]).filter(([, text]) => text);
  lines.forEach((line, i) => {
    if (old.has(line[0])) return;
    const before = lines.slice(0, i).findLast(([name]) => out.some(([other]) => other === name));
    out.splice(before ? out.findIndex(([name]) => name === before[0]) + 1 : out.length, 0, line);
  });
  return out;
}

function kept(control) {
  const { whole, value } = saved.get(control) ?? {};
  return box_of(control).value === value ? whole : undefined;
}

const values = Object.fromEntries(entry.fields.map(([name, value]) => [name, value]));

for (const [name, value] of entry.fields.flatMap(fields_of)) if (field_of(name)) set_field(field_of(name), value);
set(field_of(words.folder), entry.path.split('/').at(-2));
box_of(field_of(words.folder)).disabled = true;
show_sections();
fill_sections();
const base = new Map(read_fields().lines);
part('title').textContent = say(words.mending, values.title);
part('mending').textContent = words.mendingLead + (entry.comments ? ' ' + words.withoutComments : '');
part('mending').hidden = false;
part('place_says').textContent = words.replaces;
/* What is said of a new file is said of the old one, which takes its text from what is copied: no address has room for it. */
Object.assign(words, { openEmpty: words.openOld, openedEmpty: words.openedOld, mailHelp: words.mailOld });
const link = part('open');
if (link) delete link.dataset.textKey;
part('mend_entry').value = id;
part('mend_help').replaceChildren(words.mendOther + ' ', make('a', { href: location.href.replace(/#.*/, '') }, words.mendNew));
return { id, excepted: (values.exceptions ?? []).map(({ rule }) => rule), open: link && link.dataset.edit + entry.path, front, kept };
};
