#!/usr/bin/env node
// An entry that is published is opened in the form, from a link on its page and from the list, in both browsers.
// What nobody changes stays in its file to the byte, also what the form has no field for; what is changed is
// changed there and nowhere else. Drafts and comments are not published.

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Collection, everywhere, FormPage } from './form.mjs';
import { test } from './report.mjs';

const SOME = 6; // every so many of the entries
const FORGE = '\nedit_url: https://github.com/eier/samling/edit/main/\n';
const PATH = 'content/gardens/lin/verksted-for-alle.md';

// All that a file may have: comments, fields that are not in the form, several ways to write a value, and a body
// with more than the form makes.
const COMMENT = 'Spør Kari';
const ORIGINAL = `---
# ${COMMENT} om alt
title: "Verksted for alle" # ${COMMENT} om tittelen
summary: >
  Alle kan komme til verkstedet
  og lære hva som er # i jorda.
type: stotte
status: apen
themes:
- jord   # ${COMMENT}
- redskap
years: [2019,
  2020]
figures:
  - { label: Ruter i hagen, value: "30" }
  - label: 'Antall # hus'
    value: "7"

partners: [Ås, "Bø, Telemark"]
source: { page: 4, document: Hageboka, version: '2' }
lang: nb
order: 7
aliases: [hager/lin/gammelt-verksted.html]
review: 2099
exceptions:
  - { rule: section-missing, reason: "Det er ikke mer å si." }
proposed:
  agencies:
    - { name: Havnelaget, url: "https://www.example.no/" }
---

Først litt om *verkstedet*, som ligger ved [humlehotellet](../lin/humlehotell.md).

## Bakgrunn

Plassen sto tom, og folk gikk rett forbi.
Nå er det annerledes.

- Ett
  - Inni
    og videre
- To

## Mer å si ##

| Uke | Timer |
| --- | ----- |
| 1   | 12    |

### Under

\`\`\`
## Ingen overskrift
\`\`\`


## Slik gikk det

Det tok lengre tid enn planen sa\\*, og ingen angrer.
`;
const FILE = ORIGINAL.replace(`# ${COMMENT} om alt\n`, '').replaceAll(/ +# Spør Kari.*/g, '');
const DRAFT = ORIGINAL.replace('title: "Verksted for alle"', 'draft: true\ntitle: Et utkast om Kari').replace(/aliases.*\n/, '');

function laid(settings = FORGE) {
  const collection = new Collection(settings);
  collection.lay(PATH, ORIGINAL);
  collection.lay('content/gardens/lin/et-utkast.md', DRAFT);
  return collection;
}

const form = (site, id) => `${site.url(site.facts.pages.form)}#endre=${id}`;

async function open(page, address) {
  await page.tab.goto('about:blank');
  await page.tab.goto(address);
  await page.ready();
}

/** What differs, line by line. */
function changes(before, after) {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return { gone: a.filter((line) => !b.includes(line)), come: b.filter((line) => !a.includes(line)) };
}

async function checkUnchanged(page, site, say) {
  await page.tab.goto(site.url('hager/lin/verksted-for-alle.html'));
  await Promise.all([page.tab.waitForNavigation(), page.tab.evaluate(() => document.querySelector('a[href$="#endre=verksted-for-alle"]').click())]);
  await page.ready();
  const about = await page.tab.evaluate(() => ({ focused: document.activeElement.id, title: document.getElementById('form_title').textContent, says: document.getElementById('form_mending').textContent, raw: document.querySelectorAll('#form_fields .raw').length }));
  if (about.focused !== 'form_title' || !about.title.includes('Verksted for alle')) say(`fokus er på «${about.focused}», og overskriften er «${about.title}»`);
  if (!about.says.includes('merknader')) say('skjemaet sier ikke at merknadene ikke er med');
  if (about.raw !== 2) say(`${about.raw} deler vises slik de står i filen, ikke 2`);
  const state = await page.make();
  if (state.path !== PATH || state.summary.length) say(`${state.path} ${state.summary}`);
  const { gone, come } = changes(FILE, state.file);
  if (state.file !== FILE) say(`uendret, men borte er ${JSON.stringify(gone)} og kommet er ${JSON.stringify(come)}`);
  if (state.open !== `https://github.com/eier/samling/edit/main/${PATH}`) say(`lenken går til ${state.open}`);
  if (!/merk alt/i.test(state.openHelp + (await page.tab.evaluate(() => document.getElementById('form_fields').dataset.openedEmpty)))) say('skjemaet sier ikke at alt skal byttes ut');
}

async function checkChanged(page, site, collection, say) {
  await open(page, form(site, 'verksted-for-alle'));
  await page.fill({ summary: 'Alle kan komme til verkstedet på Ås.', themes: ['jord', 'barn'], partners: ['Ås', 'Bø, Telemark', 'Ås hagelag, Ås'], source: { page: '5' }, figures: [{ label: 'Ruter, små og store', value: '30' }, { label: 'Antall # hus', value: '7' }, { label: 'Hager', value: '2' }], text: [] });
  await page.tab.evaluate(() => {
    const put = (section, text) => {
      const box = document.querySelector(`[data-for=""] [data-section="${section}"] textarea`);
      box.value = text(box.value);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    };
    put('Bakgrunn', (text) => text.replace('- To', '- To & tre'));
    put('Mer å si', (text) => text.replace('12', '13'));
    put('Slik gjøres det', () => 'Vi *bygger*.');
  });
  const state = await page.make();
  const { gone, come } = changes(FILE, state.file);
  const due = {
    gone: ['summary: >', '  Alle kan komme til verkstedet', '  og lære hva som er # i jorda.', '- redskap', '  - { label: Ruter i hagen, value: "30" }', 'partners: [Ås, "Bø, Telemark"]', "source: { page: 4, document: Hageboka, version: '2' }", '  - Inni', '    og videre', '- To', '| 1   | 12    |'],
    come: ['summary: Alle kan komme til verkstedet på Ås.', '- barn', '  - { label: "Ruter, små og store", value: "30" }', '  - { label: "Hager", value: "2" }', 'partners: [Ås, "Bø, Telemark", "Ås hagelag, Ås"]', "source: { document: Hageboka, version: '2', page: 5 }", '  - Inni og videre', '- To & tre', '| 1   | 13    |', '## Slik gjøres det', 'Vi \\*bygger\\*.'],
  };
  if (JSON.stringify({ gone, come }) !== JSON.stringify(due)) say(`endret: ${JSON.stringify({ gone, come })}`);
  collection.lay(state.path, state.file);
  for (const { file, line, rule, message } of collection.findings()) say(`${file}:${line} ${rule} ${message}`);
  await page.kept();
  await page.tab.reload();
  await page.ready();
  const again = await page.make();
  if (again.file !== state.file) say('det som er endret, er borte når siden lastes på nytt');
}

async function checkChoice(page, site, say) {
  await open(page, site.url(site.facts.pages.form));
  const ids = await page.tab.evaluate(() => [...document.querySelectorAll('#form_mend_entry option')].map(({ value }) => value));
  if (ids.includes('et-utkast')) say('utkastet kan velges');
  await Promise.all([
    page.tab.waitForNavigation(),
    page.tab.evaluate(() => {
      document.getElementById('form_mend_entry').value = 'humlehotell';
      document.getElementById('form_mend_open').click();
    }),
  ]);
  await page.tab.waitForFunction(() => document.querySelector('#form_fields:not([hidden])') && document.getElementById('form_title').textContent.includes('Humlehotell'));
  const { file } = await page.make();
  await Promise.all([page.tab.waitForNavigation(), page.tab.evaluate(() => document.querySelector('#form_mend_help a').click())]);
  await page.ready();
  const anew = await page.tab.evaluate(() => document.querySelector('[data-field="title"] input').value + document.getElementById('form_title').textContent);
  if (anew.includes('Humlehotell')) say('lenken til et nytt skjema gir det samme eksemplet');
  if (file !== readFileSync(join(site.collection, 'content/gardens/lin/humlehotell.md'), 'utf8')) say('Humlehotell er ikke som før');
}

async function checkMissing(page, site, say) {
  await open(page, form(site, 'finnes-ikke'));
  const said = await page.tab.evaluate(() => document.getElementById('form_mend_said').textContent);
  if (said.length < 10) say('skjemaet sier ikke at eksemplet ikke finnes');
}

// Some of the entries, each opened and made anew.
async function checkAll(page, site, collection, say) {
  const entries = site.files.filter((file) => file.startsWith('nytt/')).map((file) => file.slice(5, -3)).filter((_, i) => i % SOME === 0);
  for (const id of entries) {
    await open(page, form(site, id));
    const { file, path, summary } = await page.make();
    if (id !== 'verksted-for-alle' && file !== readFileSync(join(collection.root, path || 'x'), 'utf8')) say(`${id} er ikke som før ${summary}`);
  }
  return entries.length;
}

function checkPublished(report) {
  const site = laid().build();
  const scripts = site.files.filter((file) => file.startsWith('nytt/'));
  if (scripts.some((file) => file.includes('utkast'))) report('nytt/', 'utkastet er publisert');
  for (const file of site.files) if (/\.(?:js|html|json|txt)$/.test(file) && readFileSync(join(site.root, file), 'utf8').includes(COMMENT)) report(file, 'har en merknad');
  const without = new Collection(FORGE);
  without.lay('content/schema.yaml', readFileSync(join(without.root, 'content/schema.yaml'), 'utf8').replace('  form: nytt\n', ''));
  const plain = without.build();
  if (plain.files.some((file) => file.startsWith('nytt/'))) report('uten skjema', 'teksten til eksemplene er publisert');
  if (readFileSync(join(plain.root, 'hager/lin/humlehotell.html'), 'utf8').includes('#endre=')) report('uten skjema', 'siden har en lenke til skjemaet');
}

await test(async (report) => {
  checkPublished(report);
  const collection = laid();
  const site = collection.build();
  let count = 0;
  await everywhere(site, async (browser, where, name) => {
    where.collection = collection.root;
    const say = (text) => report(name, text);
    const page = await FormPage.open(browser, where);
    await checkUnchanged(page, where, say);
    if (name.endsWith('http:')) return; // the rest is the same
    await checkChanged(page, where, laid(), say);
    await checkChoice(page, where, say);
    if (name === 'Chromium, file:') count = await checkAll(page, where, collection, say);
    for (const text of await page.complaints()) say(text);
    await checkMissing(await FormPage.open(browser, where), where, say);
  });
  return `${count} eksempler åpnet og laget på nytt`;
});
