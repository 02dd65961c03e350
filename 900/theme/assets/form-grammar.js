/*
 * What a text may be, as the program judges it. The grammars, the characters and the
 * words come from the program, in the page (src/pages/form_known.c); dates are as in
 * src/base/date.c and src/schema/schema_meant.c.
 *
 *   samling_grammar(known, letters)   `known` and samling_letters of the page; gives
 *
 *   is_uri(text), is_email(text), is_date(text, partial)
 *   meant_uri(text), meant_date(text, partial)   what it was to be; '' when that cannot be told
 *   fault(text, kind)                            [rule, what] of what no text may have, or undefined; a section
 *                                                has the kind `body`
 *   notes(text, kind)                            the same of what only looks wrong: [[rule, what], …]
 */
var samling_grammar = (known, letters) => {
'use strict';
const [uri, email, control, hidden] = [known.uri, known.email, `[${known.control}]|\\p{Cs}`, `[${known.hidden}]`].map(pattern => new RegExp(pattern, 'u'));
const languages = Object.values(known.languages);
const left = new RegExp(`\\[(${languages.map(({placeholder}) => placeholder).join('|')})[^\\]\\n]*\\]?`, 'u');

const is_uri = text => uri.test(text);
const is_email = text => email.test(text);

/* Notes to other writers, which readers would see (src/parse/comment.c). A pair is told if it is closed, or `alone`. */

const NOTE = new RegExp(...known.patterns.notes[0]);
const CLOSING = { '{#': '#}', '%%': '%%', '<%': '%>', '{*': '*}', '/*': '*/', '{{!': '}}', '{/*': '*/}', '{>>': '<<}', '<#--': '-->' };
const ALONE = /^(?:\{\{!|\{\/\*|\{>>|<#--)$/;

/* Whether a sign begins a note; `last` is where the sign that ends one stands last in the text. */
function is_note(text, note, at, last) {
  const [before] = text.slice(0, at).slice(-2).match(/\d? ?$/), after = at + note.length;
  if (note === '%%' && (/\d/.test(before) || text.trim() === note)) return text.trim() === note;
  const spaced = /^\s?$/.test(text.slice(at && at - 1, at)) && /^\s?$/.test(text.slice(after, after + 1));
  return !(note in CLOSING) || ALONE.test(note) || (last >= after && (spaced || !note.includes('*')));
}

/* A line of a section is read by itself, without the texts of its links; of a field only what opens a note counts. */
function notes_in(text, kind) {
  let open = 0;
  return text.split(kind === 'body' ? /\n|\[|\]\([^()\s]*\)/ : /$^/).flatMap(line => {
    const ends = Object.fromEntries(Object.entries(CLOSING).map(([note, end]) => [note, line.lastIndexOf(end)]));
    let read = 0;
    return [...line.matchAll(NOTE)].flatMap(({ 0: note, 1: html, 2: closes, index }) => {
      if (index < read || (kind !== 'body' && (html || closes))) return [];
      if (closes) return open ? (open--, []) : [['comment-arrow', note]];
      if (!html && !is_note(line, note, index, ends[note])) return [];
      const after = index + note.length, told = open > 0;
      if (ends[note] >= after) read = line.indexOf(CLOSING[note], after) + CLOSING[note].length;
      open += /^<[^#%]/.test(note) && !html;
      return told ? [] : [['comment', note]];
    });
  });
}

/* Letters that a wrong encoding made two of (src/parse/garbled.c). */
const GARBLED = new RegExp(...known.patterns.garbled[0]);

const code = sign => 'U+' + sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
const all_notes = (text, kind) => [...notes_in(text, kind), ...(text.match(GARBLED) ?? []).map(sign => ['garbled-text', sign])];
const notes = (text, kind) => all_notes(text, kind).filter(([rule]) => rule !== 'comment');

function fault(text, kind) {
  const find = (rule, form, say = sign => sign) => form.test(text) ? [[rule, say(text.match(form)[0])]] : [];
  return [
    ...find('control-character', control, code), ...find('hidden-character', hidden, code), ...find('lost-character', /[\uFFFC\uFFFD]/, code),
    ...find('too-many-marks', /\p{M}{31}/u, () => '30'), ...find('placeholder', left), ...notes_in(text, kind).filter(([rule]) => rule === 'comment'),
  ][0];
}

function meant_uri(text) {
  const whole = /^[^\s:/?#]+:\/\/[^/?#]/.test(text);
  if (!whole && (!text.includes('.') || /[:@]|^[./]/.test(text))) return '';
  const [, front, rest] = (whole ? text : 'https://' + text).match(/^([^/]*\/\/[^/?#]*)([^]*)$/);
  const meant = front + rest.replace(/[^!-~]+/gu, encodeURIComponent);
  return is_uri(meant) ? meant : '';
}

/* A day that no month has is another day, or none, to the browser. */
function is_date(text, partial) {
  const day = new Date(text);
  return /^\d{4}(?:-\d\d){0,2}$/.test(text) && (partial || text.length > 7) && !isNaN(day) && day.toISOString().startsWith(text);
}

/* 1 … 12 for the name of a month or its beginning, in any language; 0: none. */
function month_of(word) {
  const place = ({months}) => months.findIndex(name => word.startsWith(name.slice(0, 3).toLowerCase())) + 1;
  return languages.map(place).find(Boolean) ?? 0;
}

/* Without a time of day, and with hyphens in 20240417. */
function only_day(text) {
  const [iso] = text.match(/^\d{4}-\d\d-\d\d/) ?? [], blank = text.slice(0, Math.max(text.indexOf(':'), 0)).lastIndexOf(' ');
  return iso ?? (blank < 0 ? text : text.slice(0, blank).trim()).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

/* The words of a date, without those that stand before it («onsdag», «den»), and the numbers in 17th. */
function date_words(text) {
  const LONGEST = 50;
  const words = new TextEncoder().encode(text).length > LONGEST ? [] : letters.words_in(only_day(text));
  const first = words.findIndex(word => /[0-9]/.test(word) || month_of(word));
  const parts = words.slice(first < 0 ? words.length : first).map(word => word.match(/^[0-9]+/)?.[0] ?? word);
  return parts.length === 3 && month_of(parts[0]) ? [parts[1], parts[0], parts[2]] : parts;
}

/* 17.4.2024, «17. april 2024», «april 2024», 20240417, 2024-04-17T10:00 and 2024-4-17 as the dates they are. */
function meant_date(text, partial) {
  const parts = date_words(text), count = parts.length;
  if (count < 2 || count > 3 || (count === 2 && !partial)) return '';
  const year_first = /^\d...$/.test(parts[0]);
  const year = year_first ? parts[0] : parts[count - 1];
  const day = count < 3 ? '' : year_first ? parts[2] : parts[0];
  const written = count < 3 && !year_first ? parts[0] : parts[1];
  const month = String(month_of(written) || written);
  const iso = `${year}-${month.padStart(2, '0')}${day && '-' + day.padStart(2, '0')}`;
  return is_date(iso, true) ? iso : '';
}

return { is_uri, is_email, is_date, meant_uri, meant_date, fault, notes };
};
