#!/usr/bin/env node
// What the form does for who fills it in, in both browsers, on file: and over HTTP: its messages say
// which box they mean, what there is room for is counted, and what is written stays in the tab until the
// file is taken out.

import { ALL_WAYS, shareOf } from './browsers.mjs';
import { Collection, everywhere, FormPage, LEAST } from './form.mjs';
import { test } from './report.mjs';

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

// Of a part of something it is said of what, and what else can be done than to fill it in.
const SAID = [
  [{ source: { version: '2.0' } }, 'Kilde: «Dokument» må fylles ut, eller så må du tømme «Versjon»'],
  [{ source: { version: '2.0', page: '3' } }, 'Kilde: «Dokument» må fylles ut, eller så må du tømme «Versjon», «Side»'],
  [{ links: [{ title: 'Nav', url: 'https://nav.no/' }, { url: 'https://nav.no/om' }] }, 'Lenker, nr. 2: «Lenketekst» må fylles ut, eller så må du tømme «Adresse»'],
  [{ links: [{ title: 'Nav', url: 'https://nav.no/' }, { title: 'Om oss', url: 'nav' }] }, 'Lenker, nr. 2: «Adresse» skal være en full nettadresse, men er «nav»; kopier adressen fra nettleseren'],
  [{ links: [{ title: 'Nav', url: 'https://0x08080808/' }] }, 'Lenker, nr. 1: «Adresse»: adressen https://0x08080808/ går et annet sted enn den ser ut til, eller ingen steder. Kopier den fra nettleseren'],
  [{ partners: ['KS', 'x'] }, '«Andre som er med, nr. 2» er for kort: teksten har 1 tegn, og skal ha minst 2'],
  [{ 'proposed.agencies': [{ name: 'Bølgen' }, { url: 'https://nav.no/' }] }, 'Foreslått lag 2: «Navn» må fylles ut, eller så må du tømme «Nettside»'],
  [{ title: '' }, '«Tittel» må fylles ut'],
];
const ADVISED = [
  [{ links: [{ title: 'Nav', url: 'https://nav.no/' }, { title: 'Om oss', url: 'http://nav.no/om' }] }, 'Lenker, nr. 2: «Adresse»: http://nav.no/om er ikke kryptert. Skriv https:// hvis siden også svarer der'],
];

async function checkSaid(page, say, name) {
  for (const [wrong, due] of shareOf(SAID, name, 1)) {
    await page.again();
    const { summary, faults } = await page.try({ ...LEAST, ...wrong });
    if (summary.join() !== due || faults[0].text !== due) say(`det blir sagt «${summary}», ikke «${due}»`);
  }
  for (const [filling, due] of shareOf(ADVISED, name, 0)) {
    await page.again();
    const { advice } = await page.try({ ...LEAST, ...filling });
    if (advice.join() !== due) say(`ved filen blir det sagt «${advice}», ikke «${due}»`);
  }
  // Another row with the same fault has its own name, also when one before it is taken away.
  await page.again();
  await page.try({ ...LEAST, partners: ['KS', 'x', 'y'] });
  await page.tab.evaluate(() => document.querySelector('[data-field="partners"] .plain').click());
  const { summary } = await page.make();
  if (summary.map((text) => text.split('»')[0]).join() !== '«Andre som er med, nr. 1,«Andre som er med, nr. 2') say(`når en rad er tatt bort, blir det sagt «${summary}»`);
}

async function checkDownload(page, say) {
  await page.again();
  const { path } = await page.try(LEAST);
  await page.tab.click('#form_download');
  await page.tab.click('#form_download');
  const { said } = await page.look();
  if (!said.includes(path.split('/').at(-1)) || !/annet navn/.test(said)) say(`når filen er lastet ned, blir det sagt «${said}»`);
}

// What is typed in a box, and what is said of the room that is left.
const COUNTED = [
  ['title', 'æ'.repeat(79), ''],
  ['title', '🙂'.repeat(80), '20 tegn igjen'],
  ['title', ` ${'æ'.repeat(50)}   ${'å'.repeat(49)} `, '0 tegn igjen'],
  ['title', 'æ'.repeat(103), '3 tegn for mye'],
  ['summary', 'å\n'.repeat(160), ''],
  ['summary', 'å\n'.repeat(161), '79 tegn igjen'],
  ['contact', 'x'.repeat(5000), null],
];

async function checkCounted(page, say) {
  await page.again();
  const count = (name, text, type) => page.tab.evaluate((name, text, type) => {
    const field = document.querySelector(`[data-field="${name}"]`), box = field.querySelector('input, textarea');
    box.value = text;
    box.dispatchEvent(new Event(type, { bubbles: true }));
    const told = field.querySelector('.room');
    return [told?.textContent ?? null, told?.getAttribute('aria-live')];
  }, name, text, type);
  for (const [name, text, due] of COUNTED) {
    const [told, live] = await count(name, text, 'change');
    if (told !== due) say(`${name} med ${text.length} tegn: det blir sagt «${told}», ikke «${due}»`);
    if (due !== null && live !== 'polite') say(`${name}: det som telles, blir ikke lest opp`);
  }
  // Not at each key, but when the writer pauses.
  await count('title', '', 'change');
  const [early] = await count('title', 'æ'.repeat(98), 'input');
  await page.tab.waitForFunction(() => document.querySelector('[data-field="title"] .room').textContent).catch(() => {});
  const late = await page.tab.$eval('[data-field="title"] .room', (told) => told.textContent);
  if (early !== '' || late !== '2 tegn igjen') say(`mens det skrives, blir det sagt «${early}», og etterpå «${late}»`);
}

const WHOLE = {
  ...LEAST,
  type: 'prove',
  themes: ['barn', 'jord'],
  agencies: ['frobanken', 'strandlaget'],
  'proposed.agencies': [{ name: 'Bølgen hagelag', url: 'https://www.eksempel.no/' }],
  partners: ['KS', '', 'Bø kommune'],
  links: [{ title: 'Om Nav', url: 'https://nav.no/', lang: 'nn' }],
  source: { document: 'Heftet', page: '3' },
  stimulab: true,
  text: ['Et avsnitt.\n\n- ett', '', 'Ett år.'],
};

/** All that is written in the form, and which of it is folded away. */
const written = (page) => page.tab.evaluate(() => {
  const boxes = [...document.querySelectorAll('#form_fields :is(input, select, textarea)')];
  const value = (box) => (box.type === 'checkbox' ? box.checked : box.value);
  const hidden = boxes.filter((box) => box.type !== 'checkbox' && box.localName !== 'select' && box.value && !box.checkVisibility());
  return { values: boxes.map((box) => [box.labels[0].textContent, value(box)]).join('\n'), hidden: hidden.map(({ value }) => value) };
});

/** Loads the page again, or goes to another page and back. Browsers do not keep a page whole that listens for `unload`. */
async function away(page, back) {
  await page.tab.evaluate(() => {
    window.isLeft = true;
    addEventListener('unload', () => {});
  });
  if (back) {
    await page.tab.goto(page.site.url('index.html'));
    await page.tab.goBack().catch(() => {});
  } else await page.tab.reload();
  const isShown = () => page.tab.evaluate(() => document.getElementById('form_fields')?.hidden === false && !window.isLeft).catch(() => false);
  for (let i = 0; i < 1000 && !(await isShown()); i++) await pause(50);
}

async function checkKept(page, say) {
  for (const back of [false, true]) {
    const way = back ? 'en annen side og tilbake' : 'ny lasting';
    await page.again();
    await page.tab.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
    await page.fill(WHOLE);
    await page.tab.evaluate(() => document.querySelectorAll('[data-field="partners"] .plain')[1].click());
    const before = await written(page);
    await page.kept();
    await away(page, back);
    const after = await written(page);
    if (after.values !== before.values) say(`${way}: det som var skrevet, er et annet: ${JSON.stringify(after.values)}, ikke ${JSON.stringify(before.values)}`);
    if (after.hidden.length) say(`${way}: det som var skrevet, er foldet bort: ${after.hidden}`);
    const made = await page.make();
    if (!made.ready || !made.file.includes('## Tiden\n\nEtt år.')) say(`${way}: filen kan ikke lages: ${made.summary}`);
    if (made.twice.length) say(`${way}: to elementer har id ${made.twice}`);
  }
  await page.again();
  if ((await written(page)).values.includes('Ett år')) say('et nytt besøk har det som ble skrevet sist');

  // Who has taken the file has it, and nothing is kept.
  await page.try(LEAST);
  await page.tab.click('#form_download');
  await away(page, false);
  if ((await written(page)).values.includes(LEAST.title)) say('det som er lastet ned, er ikke glemt');
  const stored = await page.tab.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, history.state].join());
  if (stored !== '0,0,,') say(`noe er lagret: ${stored}`);
}

await test(async (report) => {
  const site = new Collection().build();
  await everywhere(site, async (browser, where, name) => {
    const say = (text) => report(name, text);
    const page = await FormPage.open(browser, where);
    await checkSaid(page, say, name);
    await checkDownload(page, say);
    if (ALL_WAYS || name.endsWith('file:')) await checkCounted(page, say);
    await checkKept(page, say);
    for (const text of await page.complaints()) say(text);
  });
  return `${SAID.length + ADVISED.length} meldinger, ${COUNTED.length} tellinger, 2 veier tilbake`;
});
