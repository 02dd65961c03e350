#!/usr/bin/env node
// What the form makes of generated fillings, other ones in each browser: `samling check` finds nothing, and
// what the program reads back is what was typed, field by field and paragraph by paragraph. And a
// title gives the file name that `samling new` gives it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shareOf } from './browsers.mjs';
import { Collection, everywhere, FormPage } from './form.mjs';
import { test } from './report.mjs';

const FILLINGS = Number(process.env.SAMLING_FILLINGS ?? 20);
const SEED = Number(process.env.SAMLING_SEED ?? 20240417);

/** The same numbers in every run (mulberry32). */
function random(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most) => Math.floor(next() * most);
  return { below, one: (list) => list[below(list.length)], some: (list, most) => [...new Set(Array.from({ length: below(most + 1) }, () => list[below(list.length)]))] };
}

const WORDS = [
  ...'Tilliten øker når ansatte får større handlingsrom og ærlige svar på Åsgårdstrand'.split(' '),
  'Łódź', 'Þórr', 'Guðrún', 'ŒUVRE', 'Iğdırlı', 'ĦAL', 'Đuro', 'Ŋ', 'Ŧ', 'STRAẞE', 'kafé', 'nai\u0308v', 'A\u030Ase', 'Ελλάδα', 'Москва', '日本', '🙂', '👩‍🚒', 'soft\u00ADhyphen', 'fast\u00A0blank',
  '"sitat"', "'enkelt'", '«norsk»', 'kolon:', ': ', '#1', ' # ', '- ', '--', '---', '{a: b}', '[x]', '{{title}}', '&amp;', '&#60;', '&', '*viktig*', '_under_', 'snake_case',
  '`kode`', '<b>', '</script>', '<em', '=>', '\\', '\\n', '\\"', '%20', '100 %', '@alle', '!!str', '!', '|', '>', '<', '~', '= =', '...', '1.', '17. mai', '1)', '2024-04', '1e3', '0x1F', 'no', 'null', 'true', '$x', '^2', 'C:\\mappe', 'a/b', 'https://nav.no/a_b*c?x=1&y=2',
];
const STARTS = ['', '', '', '', '# ', '> ', '+ ', '= ', '~~~', '```', '    ', '17. ', '1) ', '--- ', '| a | ', ': ', '===', '***', '![x] ', '[fot]: ', '<div> ', '\t', '* * *', '_ _ _'];

const line = (hand, least = 3) => Array.from({ length: least + hand.below(8) }, () => hand.one(WORDS)).join(' ');
const composed = (text) => text.normalize('NFC').replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
const cut = (text, most) => [...text].slice(0, most).join('');

/** A section: what is typed, and what its reader is to see: [tag, text]. */
function section(hand) {
  const typed = [];
  const seen = [];
  for (let i = 1 + hand.below(4); i > 0; i--) {
    const kind = hand.below(6);
    if (kind < 3) {
      const lines = Array.from({ length: 1 + hand.below(3) }, () => hand.one(STARTS) + line(hand));
      if (lines.some((text) => /^\s*[-*•] /.test(text))) continue; // that is a list, and comes below
      typed.push(lines.join(hand.one(['\n', '\r\n'])));
      seen.push(['p', composed(lines.join(' '))]);
    } else if (kind < 5) {
      const marks = kind === 3 ? ['- ', '- '] : ['1. ', '2) '];
      const items = marks.map(() => hand.one(['', '', '# ', '> ', '1. ', '- ', '---']) + line(hand, 1));
      typed.push(items.map((text, n) => marks[n] + text).join('\n'));
      seen.push(...items.map((text) => ['li', composed(text)]));
    } else {
      const text = composed(line(hand, 1)).replace(/[[\]]/g, '') || 'lenken';
      const url = hand.one(['https://www.nav.no/a_b*c?x=1&copy=2#d', 'http://eksempel.no', 'https://nav.no/%C3%A6&amp;z']);
      typed.push(`Se [${text}](${url})!`);
      seen.push(['p', `Se ${text}!`, url]);
    }
  }
  return { typed: typed.join(hand.one(['\n\n', '\n\n\n\n', '\r\n\r\n', '\n \n'])), seen };
}

function filling(hand, number, lists) {
  const type = hand.one(['prove', 'stotte', 'avtale', 'rad']);
  const texts = Array.from({ length: type === 'prove' ? 6 : 3 }, () => (hand.below(3) ? section(hand) : { typed: hand.one(['', ' \n ']), seen: [] }));
  const rows = (most, make) => Array.from({ length: hand.below(most + 1) }, (_, i) => make(i));
  const fields = {
    ministry: hand.one(lists.ministry),
    title: `${cut(line(hand, 2), 80)} ${number}`,
    summary: `${cut(line(hand, 6).replaceAll(' ', () => hand.one([' ', ' ', '\n', '\r\n', '  '])), 380)} og noe mer for lengden.`,
    type,
    status: hand.one(['planlagt', 'apen', 'stengt', 'fortsetter', 'ukjent']),
    themes: [hand.one(lists.themes), ...hand.some(lists.themes, 3)].filter((item, i, all) => all.indexOf(item) === i),
    lang: hand.one(['nb', 'nn', 'en', 'se']),
    relations: hand.one([[], ['lag-bydel'], ['skole-nabo', 'ung-gammel']]),
    agencies: hand.some(lists.agencies, 3),
    partners: rows(4, (i) => `${cut(line(hand, 0), 100)} x${i}`),
    years: hand.some(['1990', '2023', '2024', '2100'], 3),
    figures: rows(3, () => ({ label: cut(`${line(hand, 1)} tall`, 100), value: hand.one(['145', '1e3', 'no', 'null', '2,5 %', '"', '#', ': ', '-', '~']).trim() })),
    links: rows(2, () => ({ title: `Om ${cut(line(hand, 1), 100)}`, url: hand.one(['https://www.nav.no/', 'https://nav.no/a?b=c&d=%20#e', 'http://[::1]:80/', "https://a.no/'x'!*()"]) })),
    source: hand.below(2) ? { document: `${line(hand, 1)} 2`, version: hand.one(['2.0', '', '1e3']), page: hand.one(['', '7']) } : {},
    stimulab: Boolean(hand.below(2)),
    contact: hand.one(['', 'post@etat.no', 'post+x_1@sub.etat.no']),
    related: hand.some(['humlehotell', 'regnvann-fra-taket'], 2),
    updated: hand.one(['', '2024', '2024-04', '2024-02-29']),
    text: texts.map(({ typed }) => typed),
  };
  return { fields, texts };
}

// What the program has read, in a page that says nothing else.
const DUMP = `<!DOCTYPE html>
<html><head><title>x</title></head><body>
<i data-n="title">{{title}}</i><i data-n="summary">{{summary}}</i><i data-n="lang">{{fields.lang}}</i><i data-n="type">{{fields.type}}</i><i data-n="status">{{fields.status}}</i>
{{#fields.themes}}<i data-n="themes">{{.}}</i>{{/fields.themes}}{{#fields.relations}}<i data-n="relations">{{.}}</i>{{/fields.relations}}{{#fields.agencies}}<i data-n="agencies">{{.}}</i>{{/fields.agencies}}
{{#fields.partners}}<i data-n="partners">{{.}}</i>{{/fields.partners}}{{#fields.years}}<i data-n="years">{{.}}</i>{{/fields.years}}{{#fields.related}}<i data-n="related">{{.}}</i>{{/fields.related}}
{{#fields.figures}}<i data-n="figures.label">{{label}}</i><i data-n="figures.value">{{value}}</i>{{/fields.figures}}
{{#fields.links}}<i data-n="links.title">{{title}}</i><i data-n="links.url">{{url}}</i>{{/fields.links}}
{{#fields.source}}<i data-n="source.document">{{document}}</i><i data-n="source.version">{{version}}</i><i data-n="source.page">{{page}}</i>{{/fields.source}}
{{#fields.stimulab}}<i data-n="stimulab">true</i>{{/fields.stimulab}}<i data-n="contact">{{fields.contact}}</i><i data-n="updated">{{fields.updated.iso}}</i>
<article>{{{body}}}</article></body></html>
`;

/** In the browser: the texts of each page, by name, and its paragraphs. */
function readPages(pages) {
  const text = (element) => element.textContent.replace(/[ \n]+/g, ' ').replace(/^ | $/g, '');
  return pages.map((html) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const fields = {};
    for (const { dataset, textContent } of page.querySelectorAll('i[data-n]')) if (textContent) (fields[dataset.n] ??= []).push(textContent);
    const body = [...page.querySelectorAll('article > *, article > * > li')].filter((element) => !element.matches('ul, ol'));
    const strange = [...page.querySelectorAll('article *')].filter((element) => !element.matches('h2, p, ul, ol, li, a')).map(({ localName }) => localName);
    return { fields, body: body.map((element) => [element.localName, text(element), ...(element.querySelector('a') ? [element.querySelector('a').getAttribute('href')] : [])]), strange };
  });
}

/** What is to be read back, as the page says it. */
function expected({ fields, texts }, titles) {
  const all = {};
  const add = (name, value) => {
    const text = composed(String(value));
    if (text) (all[name] ??= []).push(text);
  };
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'ministry' || name === 'text' || (name === 'stimulab' && !value) || (name === 'lang' && value === 'nb')) continue;
    for (const item of Array.isArray(value) ? value : [value])
      if (typeof item === 'object') for (const [part, text] of Object.entries(item)) add(`${name}.${part}`, text);
      else add(name, item);
  }
  const body = texts.flatMap(({ seen }, i) => (seen.length ? [['h2', titles[fields.type === 'prove' ? 'prove' : ''][i]], ...seen] : []));
  return { fields: all, body };
}

const sorted = (object) => JSON.stringify(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
const decoded = (body) => body.map(([tag, text, url]) => (url ? [tag, text, url.replaceAll('&amp;', '&')] : [tag, text]));

async function readLists(page) {
  return page.tab.evaluate(() => {
    const values = (element) => [...element.querySelectorAll('option')].map(({ value }) => value).filter(Boolean);
    const rows = (name) => document.querySelector(`[data-field="${name}"] template`).content;
    const sections = [...document.querySelectorAll('[data-for]')].map((text) => [text.dataset.for, [...text.querySelectorAll('[data-section]')].map(({ dataset }) => dataset.section)]);
    return { ministry: values(document.querySelector('[data-field="ministry"]')), themes: values(rows('themes')), agencies: values(rows('agencies')), sections: Object.fromEntries(sections) };
  });
}

async function tryFillings(browser, site, say, seed) {
  const page = await FormPage.open(browser, site);
  const lists = await readLists(page);
  const hand = random(seed);
  const collection = new Collection();
  const laid = [];
  for (let number = 1; number <= FILLINGS; number++) {
    const one = filling(hand, number, lists);
    await page.again();
    const state = await page.try(one.fields);
    if (!state.ready) say(`utfylling ${number}: ${state.summary} ${JSON.stringify(one.fields).slice(0, 600)}`);
    if (!state.ready) continue;
    collection.lay(state.path, state.file);
    laid.push({ ...one, path: state.path, file: state.file });
  }
  for (const { file, line, rule, message } of collection.findings()) {
    const one = laid.find(({ path }) => path === file);
    say(`${file}:${line} ${rule} ${message}: ${one?.file.split('\n')[line - 1]}`);
  }
  collection.lay('theme/templates/entry.mustache', DUMP);
  const built = collection.build();
  const pageOf = (path) => path.replace(/^content\/gardens/, 'hager').replace(/md$/, 'html');
  const read = await page.tab.evaluate(readPages, laid.map(({ path }) => readFileSync(join(built.root, pageOf(path)), 'utf8')));
  laid.forEach((one, i) => {
    const wanted = expected(one, lists.sections);
    if (sorted(read[i].fields) !== sorted(wanted.fields)) say(`${one.path}: feltene er lest som ${sorted(read[i].fields)}, ikke ${sorted(wanted.fields)}`);
    const [body, due] = [read[i].body, decoded(wanted.body)];
    const at = due.findIndex((part, k) => JSON.stringify(part) !== JSON.stringify(body[k]));
    if (at >= 0 || body.length !== due.length) say(`${one.path}: teksten er lest som ${JSON.stringify(body[at] ?? body.at(-1))}, ikke ${JSON.stringify(due[at])}`);
    if (read[i].strange.length) say(`${one.path}: teksten har ${read[i].strange}`);
  });
  for (const text of await page.complaints()) say(text);
  return laid.length;
}

// One way from a title to a file name.
const TITLES = [
  'Én dør inn for Ås', 'ÆRØ og Åse', 'A\u030Ase og Øyvind', 'Straße nach Köln', 'Łódź þorn ðe', 'naïve café ﬁn ½ ™ ②', 'Ελλάδα og Москва i ett', 'soft\u00ADhyphen her', "L'été: 100 % & mer!",
  '--- strek ---', 'Ørret '.repeat(16), 'å'.repeat(99), 'æ'.repeat(99), `${'ord-'.repeat(15)}lengre`, 'x'.repeat(63) + ' y', 'x'.repeat(64) + ' y', 'Tall 1.000,50 kr', 'ĲSSEL Œuvre', 'İstanbul ısı', 'ǅ og ŋ ŧ đ ħ',
];

async function tryTitles(browser, site, say, titles) {
  const collection = new Collection();
  const page = await FormPage.open(browser, site);
  for (const title of titles) {
    await page.again();
    const { path, summary } = await page.try({ ministry: 'lin', title, summary: 'Et sammendrag som er langt nok.', type: 'rad', status: 'apen', themes: ['jord'] });
    const said = collection.samling('new', '--', 'lin', title).stdout.trim();
    if (!said.endsWith(`/${path}`)) say(`«${title}» blir ${path} ${summary}, men samling new sier ${said}`);
  }
  for (const title of ['Con??', 'lpt1 !', '??????', 'Humlehotell']) {
    await page.again();
    const { faults } = await page.try({ title });
    if (faults.find(({ field }) => field === 'title')?.text.length < 10) say(`«${title}» kan ikke bli et filnavn, men tas imot`);
    if (collection.samling('new', '--', 'lin', title).status !== 2) say(`samling new tar imot «${title}»`);
  }
  return titles.length + 4;
}

await test(async (report) => {
  const site = new Collection().build();
  let count = 0;
  let titles = 0;
  await everywhere(site, async (browser, where, name) => {
    if (name.endsWith('http:')) return; // the form is the same
    const say = (text) => report(name, text);
    const [read, tried] = [await tryFillings(browser, where, say, name.startsWith('Firefox') ? SEED + 1 : SEED), await tryTitles(browser, where, say, shareOf(TITLES, name))];
    count += read;
    titles += tried;
  });
  return `${count} utfyllinger lest tilbake, ${titles} titler`;
});
