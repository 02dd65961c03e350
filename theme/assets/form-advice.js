/*
 * The advice that the form shows beside a finished file: some of what `samling check`
 * warns about, and signs that will not look as their writer may think. It stops
 * nothing, and the program finds more.
 *
 *   samling_advice(known, letters)   `known` and samling_letters of the page; returns
 *
 *   of_text(text)                [[name, example], …] for the text of any field
 *   of_section(text, language)   the same for a section, which may have links and paragraphs
 *   of_link(title, language)     the same for the text of a link
 *   has_id(text)                 whether a national identity number stands in it, which is an error
 */
var samling_advice = (known, letters) => {
'use strict';
const matches = (text, pattern) => [...text.matchAll(pattern)];
const parts_of = (text, pattern) => text.split(pattern).filter(Boolean);

/* People (src/writing/mail.c, identity.c, national_no.c). */

const ADDRESS = /(?<![\p{L}\p{M}\p{N}._%+-])([\p{L}\p{M}\p{N}._%+-]+)@([\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+)/gu;
const in_all = key => Object.values(known.languages).flatMap(language => language[key]);
const roles = in_all('roles'), examples = in_all('example_domains');

function is_person(local, domain) {
  const parts = letters.fold(local).replaceAll('_', '.').replace(/(?<!\d)\d+$/, '').split('.'), host = domain.toLowerCase();
  const is_name = part => /^-*\p{L}[\p{L}-]*$/u.test(part) && !roles.some(role => part.startsWith(role)) && !host.split('.').includes(part);
  return parts.length > 1 && parts.every(is_name) && parts.some(part => part.length > 2) && !examples.includes(host);
}

function is_id(digits) {
  const check = weights => (11 - weights.reduce((sum, weight, i) => sum + weight * digits[i], 0) % 11) % 11;
  const first = Number(digits.slice(0, 2)), day = first > 40 ? first - 40 : first, month = Number(digits.slice(2, 4));
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 &&
    check([3, 7, 6, 1, 8, 9, 4, 5, 2]) === Number(digits[9]) && check([5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) === Number(digits[10]);
}

/* With what people put between the digits; the program knows more ways (src/writing/identity.c). */
const GAP = '[\\p{Zs}\\p{Pd}\\s\u00AD\u2212./,+*_`]';
const NUMBER = new RegExp(`(?<![\\p{L}\\d])(?:\\d{6}|\\d\\d${GAP}{1,16}\\d\\d${GAP}{1,16}\\d\\d)${GAP}{0,16}\\d{5}(?![\\p{L}\\d])`, 'gu');
const has_id = text => matches(text, NUMBER).some(([digits]) => is_id(digits.replace(/\D/g, '')));

function of_text(text) {
  const people = matches(text, ADDRESS).filter(([, local, domain]) => is_person(local, domain));
  return [...matches(text, /\bhttp:\/\/[^\s()<>]*[^\s()<>.,;:!?»"]/gi).map(([address]) => ['http', address]), ...people.map(([address]) => ['person', address])];
}

/* Links (src/writing/links.c). */

const LINK = /\[([^[\]]+)\]\(https?:[^\s()]*\)/g;

/* Of a language and its kin, as the program has them; another language has none. */
function vague_in(tag) {
  const {kin = [], vague = []} = known.languages[tag] ?? {};
  return [vague, ...kin.map(other => known.languages[other].vague)].flat();
}

function of_link(title, language) {
  if (/^(https?:\/\/|www\.\S+$)/i.test(title)) return [['address', title]];
  return vague_in(language).includes(letters.words_in(title).join(' ')) ? [['vague', title]] : [];
}

/* Texts: two sentences in a row of more than thirty words; signs that stay what they are. */

const LONG = 30;
const count = sentence => parts_of(sentence, /\s+/).length;

function long_sentences(text) {
  const runs = text.split(/\n\s*\n|\n(?=\s*(?:[-*•·‣◦]|\d+[.)]) )/).map(run => run.split(/[.!?]\s+(?=[\p{Lu}«"])/u));
  return runs.flatMap(run => run.filter((sentence, i) => i && count(sentence) > LONG && count(run[i - 1]) > LONG));
}

function of_section(text, language) {
  const beside = text.replace(LINK, ' ');
  const signs = matches(beside, /\*\*[^*\n]+\*\*|^#{1,6} *\S.*/gm);
  return [
    ...matches(text, LINK).flatMap(([, title]) => of_link(title, language)),
    ...matches(beside, /(?:https?:\/\/|\bwww\.)[^\s()<>]*[^\s()<>.,;:!?»"]/gi).map(([address]) => ['bare', address]),
    ...of_text(text),
    ...signs.map(([sign]) => ['signs', sign]),
    ...long_sentences(text).map(sentence => ['sentences', sentence.trim().split(/\s+/).slice(0, 6).join(' ') + ' …']),
  ];
}

return {of_text, of_section, of_link, has_id};
};
