/*
 * Finds what belongs to a person in a text, as src/writing/mail.c, phone.c and identity.c do.
 *
 *   samling_people(known, letters)   `known` and samling_letters of the page; returns a
 *   function that returns [[rule, what], …] for a text
 */
var samling_people = (known, letters) => {
'use strict';
const { roles, example_domains, private_mail, at_signs, institutions, phone_words, switchboards } = known.words;
const { fold } = letters;

/* Addresses. */

const SIGN = `(?:[@＠]|&#(?:64|x40);|&commat;|%40|[([{] *(?:${at_signs.join('|')}) *[)\\]}])`;
const ADDRESS = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}._%+-])([\\p{L}\\p{M}\\p{N}._%+-]+)(?:${SIGN}| ${SIGN} )([\\p{L}\\p{M}\\p{N}-]+(?:\\.[\\p{L}\\p{M}\\p{N}-]+)+)`, 'giu');

function is_person(local, host) {
  const parts = fold(local).replaceAll('_', '.').replace(/(?<!\d)\d+$/, '').split('.');
  const is_name = part => /^-*\p{L}[\p{L}-]*$/u.test(part) && !roles.some(role => part.startsWith(role)) && !host.split('.').includes(part);
  return parts.length > 1 && parts.every(is_name) && parts.some(part => part.length > 2);
}

function addresses(text) {
  return [...text.matchAll(ADDRESS)].flatMap(([, local, domain]) => {
    const host = domain.toLowerCase(), address = `${local}@${domain}`;
    if (example_domains.includes(host)) return [];
    if (private_mail.includes(host)) return [['email-private', address]];
    return is_person(local, host) ? [['email-person', address]] : [];
  });
}

/* Digits with what people put between them: how many stand before each gap, and which gaps are more than a blank. */

const UNSEEN = '\\u00AD\\u200B-\\u200D\\u2060*_`\\\\';
const DIGIT = new RegExp(`((?:[${UNSEEN}\\p{Zs}\\p{Pd}\\t\\n\\u2212./,+·⁄•]|&#?\\w{2,6};|\\\\u\\w{4}){0,16}?)(\\d)`, 'yu');
const SEEN = new RegExp(`[^${UNSEEN}]`, 'gu');

function read_digits(text, at) {
  const digits = [], gaps = [], ends = [];
  DIGIT.lastIndex = at;
  for (let part; digits.length < 16 && (part = DIGIT.exec(text));) {
    const gap = (part[1].match(SEEN) ?? []).join('');
    if (gap && digits.length) gaps.push({ at: digits.length, blank: /^[\p{Zs}\t\n]$/u.test(gap) });
    digits.push(part[2]);
    ends.push(DIGIT.lastIndex);
  }
  return { text, start: at, digits: digits.join(''), gaps, ends };
}

const has_gap = ({ gaps }, at) => gaps.some(gap => gap.at === at);
const ends_at = (read, count) => read.digits.length === count || (read.digits.length > count && has_gap(read, count));
const gaps_in = ({ gaps }, from, to) => gaps.filter(({ at }) => at > from && at < to).map(({ at }) => at - from).join(' ');

/* Identity numbers, in the ways that most people write them; the program knows more (src/writing/identity.c). */

const right = (id, ...weights) => (11 - weights.reduce((sum, weight, i) => sum + weight * id[i], 0) % 11) % 11 === Number(id[weights.length]);

function is_id(read) {
  const id = read.digits.slice(0, 11), day = Number(id.slice(0, 2)), month = Number(id.slice(2, 4));
  return ends_at(read, 11) && ['', '6', '2 4', '2 4 6', '3 6', '6 9'].includes(gaps_in(read, 0, 11)) && (day > 40 ? day - 40 : day) <= 31 && day > 0 && day !== 40 && month > 0 && month <= 12 &&
    right(id, 3, 7, 6, 1, 8, 9, 4, 5, 2) && right(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
}

/* Telephones: of a person if a name stands in the sentence. */

const REACH = 160;
const ENDS = /[!?]\s|(?<!\s\S{0,3})\.\s|\n[ \t]{0,16}(?:[-*+#|>\n]|$)/g;

function sentence_around(text, start, end) {
  const before = text.slice(Math.max(start - REACH, 0), start), after = text.slice(end, end + REACH);
  const last = [...before.matchAll(ENDS)].pop(), [first] = after.matchAll(ENDS);
  return [before.slice(last ? last.index + 1 : 0), after.slice(0, first ? first.index : REACH)];
}

const words_of = text => [...text.matchAll(/\p{L}(?:['-]?\p{L})*/gu)].map(({ 0: word, index }) => ({ word, index, end: index + word.length }));
const is_name = word => /^\p{Lu}\p{Ll}*(?:['-]\p{Lu}?\p{Ll}*)*$/u.test(word) && /\p{Ll}/u.test(word);
const is_phone_word = word => phone_words.includes(fold(word));

function has_name(sentence) {
  let names = 0, last = -9;
  for (const { word, index, end } of words_of(sentence)) {
    const near = index - last <= 2 && /^[ .\u00A0]*$/.test(sentence.slice(last, index));
    if (is_name(word) && !is_phone_word(word) && !institutions.some(part => fold(word).includes(part))) names = near ? names + 1 : 1;
    else if (word.length > 1) names = 0;
    if (names === 2) return true;
    last = end;
  }
  return false;
}

function is_called_phone(before) {
  const words = words_of(before), last = words.at(-1);
  return words.some(({ word }) => is_phone_word(word)) || Boolean(last && is_name(last.word) && /^[ ,:(–-]{0,3}$/.test(before.slice(last.end)));
}

function phone_at(read) {
  const { text, digits, start } = read, plus = text[start - 1] === '+';
  const from = digits.startsWith('0047') ? 4 : plus && digits.startsWith('47') ? 2 : 0, to = from + 8, gaps = gaps_in(read, from, to);
  const national = digits.length >= to && ends_at(read, to) && !read.gaps.some(({ at, blank }) => at === to && blank && digits.length > to) &&
    /[2-79]/.test(digits[from]) && ['', '2 4 6', '3 5'].includes(gaps);
  if (!national && !(plus && digits.length >= 8 && digits.length <= 15)) return null;
  return { start: start - plus, end: read.ends[national ? to - 1 : digits.length - 1], plain: national && !from && (!gaps || /^\d\d(?:\.\d\d){3}$/.test(text.slice(start, read.ends[to - 1]))) };
}

function phone_of(text, { start, end, plain }) {
  const [before, after] = sentence_around(text, start, end), number = text.slice(start, end), sentence = before + number + after;
  if ((plain && !is_called_phone(before)) || !has_name(sentence) || words_of(sentence).some(({ word }) => switchboards.some(part => fold(word).includes(part)))) return [];
  return [['phone-person', number]];
}

/* Of all numbers: calls `find`, which returns where what it found ends, for each that it did not end in. */
function numbers(text, find) {
  for (let at = 0; at < text.length; at++) {
    if (!/\d/.test(text[at])) continue;
    const read = read_digits(text, at), end = find(read);
    at = (end || read.ends[(read.gaps[0]?.at ?? read.digits.length) - 1]) - 1;
  }
}

return text => {
  const found = addresses(text);
  numbers(text, read => {
    if (!is_id(read)) return 0;
    const whole = !/\d[.,]$|\p{L}$/u.test(text.slice(Math.max(read.start - 2, 0), read.start)) && !/^\p{L}/u.test(text.slice(read.ends[10]));
    if (whole) found.push(['national-id', text.slice(read.start, read.ends[10])]);
    return read.ends[10];
  });
  numbers(text, read => {
    const phone = !/[a-z/=_&#%]$|\d[.,-]$/i.test(text.slice(Math.max(read.start - 2, 0), read.start)) && phone_at(read);
    if (phone) found.push(...phone_of(text, phone));
    return phone?.end;
  });
  return found;
};
};
