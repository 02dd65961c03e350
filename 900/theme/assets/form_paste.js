/*
 * Makes of what is pasted from Word or a web page the plain text that form-markdown.js knows: paragraphs, items of
 * lists, and links. The form loads this when something with markup is pasted into the text. What is pasted is read as
 * a document of its own, where no script runs and nothing is loaded, and only its texts come further.
 *
 *   samling_paste(lent, box, html, plain)   `lent` is what form.js lends out; puts the text where the caret is in the
 *   box, `plain` if the markup has none. A heading that says the title of a section is left out, and what stands below
 *   it is put into the box of that section, if nothing is written there yet.
 *
 * What the text has no place for loses its form, not its words: a heading becomes a paragraph, a row of a table an
 * item of a list. Only pictures, what is hidden, and what has been deleted or is a comment in Word are left out.
 */
var samling_paste = (lent, box, html, plain) => {
'use strict';
const { known, letters, part, say, box_of, sections, fit, changed } = lent, { LINK, counting } = samling_markdown;
const LIST = /^(?:ul|ol|menu|dir)$/, HEADING = /^h[1-6]$/;
const BLOCK = /^(?:p|h[1-6]|div|blockquote|pre|dl|dt|dd|li|article|section|header|footer|main|aside|nav|figure|figcaption|address|center|caption|hr|tr|td|th|form|fieldset|legend|details|summary)$/;
const UNREAD = /^(?:style|script|template|noscript|head|title|xml|img|svg|picture|video|audio|canvas|object|iframe|select|textarea|button|del)$/;
/* As Word writes it (Microsoft Office HTML and XML Reference, 2000). */
const [MSO_LIST, MSO_SIGN] = [/mso-list: *l\d+ +level(\d+)/i, /mso-list: *ignore/i];
const MSO_UNREAD = /display: *none|mso-hide: *all|mso-element: *comment|mso-special-character: *comment/i;

/* Characters that come along and are not seen; a joiner is needed between other letters than ours. */
const UNSEEN = new RegExp(`[${known.hidden}${known.control}\\u00AD\\u200B\\u2060\\uFEFF]|(?<=^|[\\p{Script=Latin}\\p{P}\\p{N}\\s])[\\u200C\\u200D]`, 'gu');
const clean = text => text.replace(/[\s\p{Z}]+/gu, ' ').replace(UNSEEN, '');
const one_line = text => text.replace(/\s+/g, ' ').trim();
const style_of = element => element.getAttribute('data-style') ?? '';
const is_unread = element => UNREAD.test(element.localName) || element.hidden || MSO_UNREAD.test(style_of(element)) || /msocom/i.test(element.className);

/* What has been read: whole blocks, { text } with `depth` and `label` for an item of a list; the line that is being
 * read; and the sign that Word has put before it. */
let found = [], line = '', label = '';

function end() {
  const parts = line.replace(/ {2,}/g, ' ').replace(/ ?\n ?/g, '\n').split(/\n{2,}/).map(text => text.trim());
  for (const text of parts) if (text) found.push({ text });
  line = '';
}

/* Returns the blocks of an element by itself. */
function blocks_in(element, depth) {
  const outer = [found, line];
  [found, line] = [[], ''];
  read(element, depth);
  end();
  const inner = found;
  [found, line] = outer;
  return inner;
}

const joined = blocks => one_line(blocks.map(({ text }) => text).join(' '));

/* Links. */

/* Programs for mail and search hide an address in one of their own. */
function unwrapped(url) {
  const asked = /^https?:\/\/(?:[\w.-]+\.safelinks\.protection\.outlook\.com\/|www\.google\.\w+\/url\?)/i.test(url) ? new URLSearchParams(url.replace(/^[^?]*/, '')) : null;
  return asked?.get('url') ?? asked?.get('q') ?? url;
}

const coded = sign => '%' + sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
const named = text => one_line(text).replace(/\[/g, '(').replace(/\]/g, ')').replace(/^(?:https?:\/\/(?:www\.)?|www\.)(?=\S+$)/i, '').replace(/(?<=^\S+)\/$/, '');

function linked(text, href) {
  const url = unwrapped(href.trim()).replace(/[\s()<>[\]\\]/g, coded), [, to] = href.match(/^mailto:([^?]*)/i) ?? [];
  const link = `[${named(text)}](${url})`;
  if (to) return one_line(text) ? text.includes(to) ? text : `${text} (${to})` : to;
  return link.match(LINK)?.[0] === link ? text.match(/^\s*/)[0] + link + text.slice(text.trimEnd().length) : text;
}

function read_link(element, depth) {
  const from = line.length, count = found.length;
  read(element, depth);
  if (found.length === count) line = line.slice(0, from) + linked(line.slice(from), element.getAttribute('href') ?? '');
}

/* Lists: those of HTML, and the paragraphs that are Word's. */

/* An item is one line; what stands below a list in it is an item further in. */
function add_item(blocks, depth, sign) {
  const count = blocks.findIndex(block => 'depth' in block), own = count < 0 ? blocks : blocks.slice(0, count);
  const text = joined(own), below = blocks.slice(own.length).map(block => ({ depth: depth + 1, label: '', ...block }));
  if (text) found.push({ text, depth, label: sign });
  found = found.concat(below);
}

const letter = count => String.fromCharCode(97 + (count - 1) % 26);

function read_list(element, depth) {
  let count = Number(element.getAttribute('start') ?? 1);
  const sign = () => element.localName !== 'ol' ? '' : /^a$/i.test(element.type) ? letter(count) + ')' : count + '.';
  for (const child of element.children) {
    const level = Number(child.getAttribute('aria-level') ?? child.getAttribute('data-aria-level') ?? 1) - 1;
    if (LIST.test(child.localName)) read_list(child, depth + 1);
    else if (!is_unread(child)) {
      const own = Math.max(depth, level);
      count = child.value || count;
      add_item(blocks_in(child, own + 1), own, sign());
      count++;
    }
  }
}

/* Tables: a row is an item. The first names the columns if it is marked as such, or has no number while another has. */

const texts_of = row => [...row.cells].map(cell => joined(blocks_in(cell, 0)));

const is_bold = cell => cell.localName === 'th' || [...cell.querySelectorAll('b, strong')].map(part => clean(part.textContent)).join('').trim() === clean(cell.textContent).trim();

function items_of(rows, marked) {
  const [names, ...rest] = rows, has_number = row => /\d/.test(row.join(''));
  const is_named = rest.length && (marked || (!has_number(names) && rest.some(has_number)));
  if (!is_named) return rows.map(row => row.filter(Boolean)).map(([first, ...others]) => others.length ? `${first}: ${others.join('; ')}` : first);
  return rest.map(row => row.map((cell, i) => cell && names[i] ? `${names[i]}: ${cell}` : cell).filter(Boolean).join('; '));
}

function read_table(table, depth) {
  const kept = [...table.rows].filter(row => texts_of(row).some(Boolean)), rows = kept.map(texts_of);
  end();
  if (table.caption) read(table.caption, depth);
  end();
  if (rows.every(row => row.filter(Boolean).length < 2)) for (const row of kept) found = found.concat(blocks_in(row, depth));
  else found = found.concat(items_of(rows, [...kept[0].cells].every(is_bold)).map(text => ({ text, depth, label: '' })));
}

/* Elements. */

/* A number or a letter is kept; what else stands before an item is a picture of a bullet. */
const sign_of = text => /(?:\d|[\p{L}\d][.)])$/u.test(text) ? text : '-';

function read_block(element, depth) {
  end();
  label = '';
  const level = style_of(element).match(MSO_LIST)?.[1], blocks = blocks_in(element, depth), heading = HEADING.test(element.localName);
  if (heading) found.push({ text: one_line(`${label} ${joined(blocks)}`), heading });
  else if (level || label) add_item(blocks, (level ?? 1) - 1, label);
  else found = found.concat(blocks);
  label = '';
}

function read_element(element, depth) {
  const name = element.localName;
  if (MSO_SIGN.test(style_of(element))) label = sign_of(one_line(clean(element.textContent)));
  else if (is_unread(element)) return;
  else if (name === 'br') line += '\n';
  else if (name === 'a') read_link(element, depth);
  else if (LIST.test(name)) { end(); read_list(element, depth); }
  else if (name === 'table') read_table(element, depth);
  else if (BLOCK.test(name)) read_block(element, depth);
  else read(element, depth);
}

function read(node, depth) {
  const lines = node.localName === 'pre';
  for (const child of node.childNodes)
    if (child.nodeType === Node.TEXT_NODE) line += (lines ? child.data.split(/\r?\n/).map(clean).join('\n') : clean(child.data)).replaceAll('](', '] (');
    else if (child.nodeType === Node.ELEMENT_NODE) read_element(child, depth);
}

/* Writing. Only what counts from 1 is a list with numbers in the form; other signs stand after a hyphen. */

const is_item = block => 'depth' in block;
const number_of = ({ label }) => label.match(/^(\d{1,3})[.)]$/)?.[1];
const line_of = block => ({ indent: 2 * block.depth, text: `${number_of(block) ?? '-'}${number_of(block) ? '.' : ''} ${block.text}` });

function items(run) {
  const counted = counting(run.map(line_of));
  return run.map((block, i) => {
    const sign = counted.has(i) ? '' : `- ${block.label === '-' || !block.label ? '' : block.label + ' '}`;
    return ' '.repeat(2 * block.depth) + (sign ? sign + block.text : line_of(block).text);
  }).join('\n');
}

function text_of(blocks) {
  const parts = [];
  let run = [];
  const close = () => { if (run.length) parts.push(items(run)); run = []; };
  for (const block of blocks)
    if (is_item(block)) run.push(block);
    else { close(); parts.push(block.text); }
  close();
  return parts.join('\n\n');
}

const bare = text => letters.words_in(text.replace(/^[\d.]+\s/, '')).join(' ');

/* An item needs a line of its own, also where it is put among other text. */
function fitted(blocks) {
  const { value, selectionStart, selectionEnd } = box, text = text_of(blocks), before = value.slice(0, selectionStart), after = value.slice(selectionEnd);
  const opens = blocks.length && is_item(blocks[0]) && /[^\n]$/.test(before), closes = blocks.length && is_item(blocks.at(-1)) && /^[^\n]/.test(after);
  return (opens ? '\n' : '') + text + (closes ? '\n' : '');
}

/* Returns the body of what is pasted. The page's own rules would complain of each style in it, and none is to apply. */
function parsed(html) {
  const inert = html.replace(/<(\/?)style\b/gi, '<$1xml').replace(/<[a-z][^<>]*>/gi, tag => tag.replace(/\sstyle\s*=/gi, ' data-style='));
  return new DOMParser().parseFromString(inert, 'text/html').body;
}

/* The browser can take back what is put in this way, where it knows it. */
function put(box, text) {
  box.focus();
  if (!document.execCommand('insertText', false, text)) {
    box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
    changed(box);
  }
  fit(box);
}

/* Returns [control, blocks] of each section that gets some of the blocks, the one pasted into first. What comes first
 * goes where it was put, whatever its heading says. */
function shared(blocks) {
  const own = box.closest('[data-section]'), asked = sections().filter(({ dataset }) => dataset.section), shares = new Map([[own, []]]);
  const is_free = control => !shares.has(control) && !box_of(control).value.trim();
  let control = own;
  blocks.forEach((block, i) => {
    const named = block.heading && asked.find(({ dataset }) => bare(dataset.section) === bare(block.text));
    if (!named || (named !== control && (!i || !is_free(named)))) { shares.get(control).push(block); return; }
    control = named;
    if (!shares.has(control)) shares.set(control, []);
  });
  return [...shares];
}

const blocks = blocks_in(parsed(html), 0), [[, own], ...others] = shared(blocks), words = part('fields').dataset;
const text = fitted(own);
for (const [control, share] of others) if (share.length) put(box_of(control), text_of(share));
if (text || !others.length) put(box, text || plain);
if (text || others.length) part('status').textContent = others.length ? say(words.pastedShared, others.map(([{ dataset }]) => `«${dataset.section}»`).join(', ')) : words.pasted;
};
