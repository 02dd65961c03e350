/*
 * What the program says of a word, the form for a new entry says, too: link texts that say nothing,
 * addresses of persons, dates as people write them, placeholders, hidden characters, URIs, e-mail
 * addresses. All words of src/words/ are tried, in all languages, and what is nearly one of them.
 *
 *     node tests/search/words.mjs write COLLECTION      entries and pages with all of it
 *     node tests/search/words.mjs compare FINDINGS SITE  what `samling check --format json` says of
 *                                                        them; SITE has the form for a new entry
 */
import fs from 'node:fs';
import { openForm } from './page.mjs';

const [mode, ...files] = process.argv.slice(2);
const SOURCE = new URL('../../', import.meta.url);
const read = path => fs.readFileSync(new URL(path, SOURCE), 'utf8');

/* The lists of a file of words, as tests/unit/test_words.c knows them to be. */
function words_of(text) {
  const list = inside => inside.split(',').map(word => word.trim().replaceAll('"', '')).filter(Boolean);
  return Object.fromEntries([...text.matchAll(/^(\w+): (?:\[([^\]]*)\]|"?([^\n"]*)"?)$/gm)].map(([, key, inside, phrase]) => [key, phrase ?? list(inside)]));
}

const tags = fs.readdirSync(new URL('src/words/', SOURCE)).filter(name => name.endsWith('.yaml')).map(name => name.slice(0, -5));
const languages = tags.map(tag => words_of(read(`src/words/${tag}.yaml`)));
const all = key => languages.flatMap(language => language[key]);

/*
 * Tries: `text` stands where `of` says, on a line of a page or an entry or in a field; the program
 * says `rule` of it or does not, and `ask` asks the form. `meant`, where there is one, is what the
 * form holds that it was to be.
 */
const LINES = {page: 50, entry: 50}; // in one file: of more findings of a rule some are only counted
const says = (notes, wanted) => notes.some(([rule]) => rule === wanted);
const tries = [];
const try_line = (of, lang, rule, line, ask) => tries.push({of, lang, rule, line, text: line, ask});
const try_field = (field, rule, text, ask, meant) => tries.push({of: field, rule, text, ask, meant});

for (const lang of [...tags, 'se'])
  for (const word of new Set([...all('vague'), ...languages.map(({placeholder}) => placeholder.toLowerCase())]))
    for (const title of [word, word.replaceAll('a', 'å').replaceAll('o', 'ø'), `${word[0].toUpperCase()}${word.slice(1)}!`, `${word} om mel`, `x${word}`])
      try_line('page', lang, 'link-text-vague', `[${title}](https://www.kokeboka.no/)`, form => form.links.of_title(title, lang).length > 0);

const PERSONS = ['ola.nordmann', 'Åse.Ødegård', 'ola_nordmann2', 'ola.nordmann.2', 'ola.nordmann.', 'o.n', 'o.nordmann', 'ola..nordmann', 'ola', 'ola+x.nordmann', 'anne-lise.nordmann', 'A\u030Ase.nordmann',
  'post.mottak', 'ola.HØRING', 'ola.høring', 'ola.horing', 'kokeboka.ola', 'ola.eksempel'];
const addresses = [
  ...PERSONS.flatMap(local => ['kokeboka.no', 'Kokeboka.NO', 'post.kokeboka.no', 'no', 'kokeboka.nø'].map(domain => `${local}@${domain}`)),
  ...all('roles').flatMap(role => [`${role}.nordmann@kokeboka.no`, `nordmann.${role.toUpperCase()}e@kokeboka.no`, `x${role}.nordmann@kokeboka.no`]),
  ...all('example_domains').flatMap(domain => [`ola.nordmann@${domain}`, `ola.nordmann@${domain.toUpperCase()}`, `ola.nordmann@x.${domain}`]),
];
for (const address of addresses)
  for (const line of [`Skriv til ${address} nå.`, `Skriv til «${address}», nå.`, `Skriv til “${address}”.`, `Skriv til ${address}…`])
    try_line('page', 'nb', 'email-person', line, form => says(form.people(line), 'email-person'));

for (const start of [...all('placeholder'), 'FYLL IN', 'FILL INN', 'FYLL', 'fyll inn'])
  for (const line of [`Her står [${start}: noe] igjen.`, `Her står [${start}`, `Her står [x] [${start}] [y].`, `Her står ${start}.`])
    try_line('entry', 'nb', 'placeholder', line, form => form.grammar.fault(line, 'text')?.[0] === 'placeholder');

for (const number of ['01014560013', '010145 60013', '41014560007', '01014560014', '010145600131', '010145  60013', '010145-60013', '010145\u00A0– 60013', '01.01.45 60013', '0101.45.60013', 'x01014560013', '01014560013x', '00014560013'])
  try_line('page', 'nb', 'national-id', `Nummeret er ${number}, eller noe.`, form => says(form.people(`Nummeret er ${number}, eller noe.`), 'national-id'));

const months = [...all('months'), 'jan', 'ok', 'OKT', 'marsi', 'ma', 'x'];
const dates = months.flatMap(month => [`17. ${month} 2024`, `${month} 2024`, `2024 ${month} 1`, `31. ${month}. 2023`]);
for (const text of [...dates, '2024', '2024-04', '2024-04-17', '2024-4-17', '17.4.2024', '17. 4. 2024', '04/2030', '4.2030', '2024-13', '2023-02-29', '2024-02-29', '1900-02-29', 'i går', '17.4.24',
  '20240417', '20241317', '2024-04-17T10:00:00Z', '2024-04-17 10:00', '17.04.2024 10:30', '2024/04/17', 'onsdag 17. april 2024', 'den 17. apr. 2024', '17th April 2024', 'April 17, 2024', 'kl. 10:00', ':', '2024-04-1710', '17. april 2024 kl. 12', 'den syttende i fjerde i år to tusen'])
  for (const [field, partial] of [['updated', true], ['tested', false]])
    try_field(field, /^(date-form|bad-date)$/, text, form => !form.grammar.is_date(text, partial), form => form.grammar.meant_date(text, partial));

const uris = ['https://nav.no/', 'nav.no', 'https://nav.no/å', 'https://nav.no/a b', 'https://nav.no/%zz', 'https://nav.no/%2F', 'https://[::1]/', 'https://[1.2.3.4]/', 'https://[::g]/', 'https://[v1.a]/',
  'https:nav.no', 'https://nav.no:80/', 'https://nav.no:8x/', 'https://a@b@c/', 'https://a.no/#a#b', 'https://[1:2:3:4:5:6:7:8:9]/', 'a.no:80', '.no', 'nav.', 'x y.no', 'https://nav.no/[x]'];
for (const text of uris) try_field('url', 'bad-uri', text, form => !form.grammar.is_uri(text), form => form.grammar.meant_uri(text));
const emails = ['ola@nav.no', 'ola', 'ola@', '@nav.no', 'ola@nav', 'ola@-nav.no', 'a..b@nav.no', 'a.@nav.no', '"a b"@nav.no', '"a@b"@nav.no', 'ola@[1.2.3.4]', 'ola@[1.2.3.400]', 'ola@[IPv6:::1]', 'øla@nav.no',
  `${'a'.repeat(64)}@nav.no`, `${'a'.repeat(65)}@nav.no`, `a@${'a'.repeat(63)}.no`, `a@${'a'.repeat(64)}.no`, `a@${'abcdefg.'.repeat(31)}no`, `a@${'abcdefg.'.repeat(32)}no`];
for (const text of emails) try_field('contact', 'bad-email', text, form => !form.grammar.is_email(text));

const EDGES = [0x01, 0x08, 0x09, 0x0B, 0x0C, 0x1F, 0x20, 0x7E, 0x7F, 0x9F, 0xA0, 0xAD, 0x34F, 0x61B, 0x61C, 0x61D, 0x180D, 0x180E, 0x180F, 0x200A, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2010, 0x202A, 0x202E, 0x202F, 0x205F,
  0x2060, 0x206F, 0x2070, 0xFDCF, 0xFDD0, 0xFDEF, 0xFDF0, 0xFE0F, 0xFEFE, 0xFEFF, 0xFF00, 0xFFF8, 0xFFF9, 0xFFFB, 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFD, 0x1FFFE, 0x1FFFF, 0x20000, 0xDFFFF, 0xE0000, 0xE007F,
  0xE0080, 0xE0100, 0xEFFFF, 0xF0000, 0x10FFFD, 0x10FFFE, 0x10FFFF];
for (const code of EDGES) {
  const text = `Et tegn ${String.fromCodePoint(code)} her`;
  try_field('summary', /^(control|hidden)-character$/, text, form => /^(control|hidden)-character$/.test(form.grammar.fault(text, 'text')?.[0]));
}

/* Where each try stands: lines of pages and entries by language, fields in an entry each. */

function chunks(list, size) {
  return Array.from({length: Math.ceil(list.length / size)}, (_, i) => list.slice(i * size, (i + 1) * size));
}

function lay_lines(of, lang, list, lay) {
  chunks(list, LINES[of]).forEach((part, i) => {
    const name = `proving-${of}-${lang}-${i}`, front = of === 'page' ? ['title: Ord', `lang: ${lang}`] : ['title: Ord nummer null', `summary: ${SUMMARY}`, 'type: fest', 'ingredients: [mel]'];
    part.forEach((one, k) => { one.file = of === 'page' ? `content/pages/${name}.md` : `content/recipes/bakst/${name}.md`; one.place = front.length + 4 + 2 * k; });
    lay(part[0].file, `---\n${front.join('\n')}\n---\n\n${part.map(({line}) => line).join('\n\n')}\n`);
  });
}

const SUMMARY = 'Ord og det som ligner, til å prøve.';
function lay_field(one, number, lay) {
  const value = JSON.stringify(one.text), lines = {title: `Ord nummer ${number}`, summary: SUMMARY, type: 'fest', ingredients: '[mel]'};
  if (one.of === 'url') lines.links = `[{ title: Lenke, url: ${value} }]`;
  else if (one.of === 'summary') lines.summary = `"${one.text}, og mer som er langt."`;
  else lines[one.of] = value;
  one.file = `content/recipes/bakst/proving-${number}.md`;
  lay(one.file, `---\n${Object.entries(lines).map(([name, value]) => `${name}: ${value}`).join('\n')}\n---\n\nEn tekst.\n`);
}

function lay_all(lay) {
  for (const of of ['page', 'entry']) for (const lang of [...tags, 'se']) lay_lines(of, lang, tries.filter(one => one.of === of && one.lang === lang), lay);
  tries.filter(({line}) => !line).forEach((one, i) => lay_field(one, i + 1, lay));
}

function compare() {
  const [said, site] = files;
  const {findings} = JSON.parse(fs.readFileSync(said, 'utf8'));
  const by_file = {};
  for (const one of findings) (by_file[one.file] ??= []).push(one);
  const form = openForm(site), faults = [], counts = {};
  lay_all(() => {});
  for (const one of tries) {
    const found = (by_file[one.file] ?? []).find(({rule, line}) => (one.rule.test ? one.rule.test(rule) : one.rule === rule) && (!one.place || line === one.place));
    const asked = one.ask(form), name = `${one.of} ${one.lang ?? ''} ${JSON.stringify(one.text)}`;
    const count = counts[one.rule] ??= [0, 0];
    count[found ? 0 : 1]++;
    if (asked !== Boolean(found)) faults.push(`${name}: programmet ${found ? 'sier' : 'sier ikke'} ${one.rule}, skjemaet ${asked ? 'gjør' : 'gjør ikke'}`);
    else if (found && one.meant && (found.suggestion ?? '') !== one.meant(form)) faults.push(`${name}: programmet mener «${found.suggestion ?? ''}», skjemaet «${one.meant(form)}»`);
  }
  faults.slice(0, 40).forEach(fault => console.log(fault));
  const one_sided = Object.entries(counts).filter(([, [yes, no]]) => !yes || !no);
  for (const [rule, [yes, no]] of one_sided) console.log(`${rule}: ${yes} sagt og ${no} usagt; begge deler skal prøves`);
  console.log(`${tries.length} ord og det som ligner, prøvd på ${tags.length} språk, ${faults.length} feil`);
  process.exitCode = faults.length || one_sided.length ? 1 : 0;
}

if (mode === 'write') lay_all((path, text) => fs.writeFileSync(`${files[0]}/${path}`, text));
else compare();
