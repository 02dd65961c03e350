/*
 * The advice that the form shows beside a finished file: some of what `samling check`
 * warns about, and signs that will not look as their writer may think. It stops
 * nothing, and the program finds more.
 *
 *   of_text(text)      returns [[name, example], …] for the text of any field
 *   of_section(text)   the same for a section, which may have links and paragraphs
 *   of_link(title)     the same for the text of a link
 *   has_id(text)       whether a national identity number stands in it, which is an error
 */
var samling_advice = (() => {
'use strict';
const matches = (text, pattern) => [...text.matchAll(pattern)];
const parts_of = (text, pattern) => text.split(pattern).filter(Boolean);

/* People (writing/personal.c). */

const ADDRESS = /([\p{L}\d._%+-]+)@([\p{L}\d-]+(?:\.[\p{L}\d-]+)+)/gu;
const EXAMPLE = /^(example\.(com|org|no)|eksempel\.no|etat\.no)$/i;
const ROLE = /^(admin|arkiv|avdel|bibliotek|bruker|drift|epost|etat|faktur|fag|firma|hjelp|info|jobb|kommun|kontakt|kontor|kunde|kurs|ledels|leder|media|melding|mottak|nett|ombud|personal|personvern|pilot|post|press|program|prosjekt|redaksjon|reform|region|samarbeid|samling|sekretar|seksjon|sentral|service|skole|stab|styre|support|team|tilgjengelig|tillit|tilsyn|tilskudd|tips|utvalg|utvikling|varsl|veiled|webm)/;

function is_person(local, domain) {
  const parts = parts_of(local.toLowerCase().replace(/\d+$/, ''), /[._]/);
  const is_name = part => /^[\p{L}-]*\p{L}[\p{L}-]*$/u.test(part) && !ROLE.test(part) && !domain.toLowerCase().split('.').includes(part);
  return parts.length > 1 && parts.every(is_name) && parts.some(part => part.length > 2) && !EXAMPLE.test(domain);
}

function is_id(digits) {
  const check = weights => (11 - weights.reduce((sum, weight, i) => sum + weight * digits[i], 0) % 11) % 11;
  const first = Number(digits.slice(0, 2)), day = first > 40 ? first - 40 : first, month = Number(digits.slice(2, 4));
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 &&
    check([3, 7, 6, 1, 8, 9, 4, 5, 2]) === Number(digits[9]) && check([5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) === Number(digits[10]);
}

const has_id = text => matches(text, /(?<!\d)\d{6} ?\d{5}(?!\d)/g).some(([digits]) => is_id(digits.replace(' ', '')));

function of_text(text) {
  const people = matches(text, ADDRESS).filter(([, local, domain]) => is_person(local, domain));
  return [...matches(text, /\bhttp:\/\/[^\s()<>]*[^\s()<>.,;:!?»"]/gi).map(([address]) => ['http', address]), ...people.map(([address]) => ['person', address])];
}

/* Links (writing/links.c, writing/words.c). */

const LINK = /\[([^[\]]+)\]\(https?:[^\s()]*\)/g;
const VAGUE = new Set(('her|les her|les mer|les meir|les mer her|les meir her|les mer om dette|les meir om dette|les videre|les vidare|klikk|klikk her|trykk her|se her|sjå her|se mer|sjå meir|' +
  'mer|meir|mer her|meir her|mer info|meir info|mer informasjon|meir informasjon|lenke|lenkje|lenken|lenka|lenkja|denne lenken|denne lenka|denne lenkja|lenke her|denne siden|denne sida|dette|' +
  'nettside|nettsiden|nettsida|last ned|last ned her|åpne|opne|link|info|here|click here|click|read more|read more here|read here|more|more here|more info|more information|learn more|see here|' +
  'see more|this|this link|this page|website|web page|download|open').split('|'));

function of_link(title) {
  if (/^(https?:\/\/|www\.\S+$)/i.test(title)) return [['address', title]];
  return VAGUE.has(parts_of(title.toLowerCase(), /[^\p{L}\p{N}]+/u).join(' ')) ? [['vague', title]] : [];
}

/* Texts: two long sentences in a row; Markdown signs, which the form takes for what they are. */

const LONG = 30;
const count = sentence => parts_of(sentence, /\s+/).length;

function long_sentences(text) {
  const runs = text.split(/\n\s*\n|\n(?=\s*(?:[-*•·‣◦]|\d+[.)]) )/).map(run => run.split(/[.!?]\s+(?=[\p{Lu}«"])/u));
  return runs.flatMap(run => run.filter((sentence, i) => i && count(sentence) > LONG && count(run[i - 1]) > LONG));
}

function of_section(text) {
  const beside = text.replace(LINK, ' ');
  const signs = matches(beside, /\*\*[^*\n]+\*\*|^#{1,6} *\S.*/gm);
  return [
    ...matches(text, LINK).flatMap(([, title]) => of_link(title)),
    ...matches(beside, /(?:https?:\/\/|\bwww\.)[^\s()<>]*[^\s()<>.,;:!?»"]/gi).map(([address]) => ['bare', address]),
    ...of_text(text),
    ...signs.map(([sign]) => ['signs', sign]),
    ...long_sentences(text).map(sentence => ['sentences', sentence.trim().split(/\s+/).slice(0, 6).join(' ') + ' …']),
  ];
}

return {of_text, of_section, of_link, has_id};
})();
