#!/usr/bin/env node
// The form is for everybody: axe finds nothing in any state of it, it fits a narrow screen, a whole
// entry is written with the keyboard alone, and without scripts there is a template in its place.

import { readFileSync } from 'node:fs';
import { prepareAxe, runAxe } from './axe.mjs';
import { chromium, eachLook, looksOf, WIDTHS } from './browsers.mjs';
import { Collection, FormPage, LEAST } from './form.mjs';
import { test } from './report.mjs';

const SETTINGS = '\nedit_url: https://github.com/eier/samling/edit/main/\ncontact: post@eksempel.no\n';
const MANY = { partners: ['a', 'Bø kommune'], figures: [{ label: 'x' }, { label: 'Tall', value: '3' }], links: [{ url: 'nav' }], years: ['x'], agencies: ['frobanken', 'frobanken'], source: { page: '0' }, contact: 'x', updated: 'i går' };
const LONG = 'Ordetsomaldriblirslutt'.repeat(20);

// The states of the page: what is written, whether the button is pressed, and what is written then.
const STATES = {
  urørt: [{}, false],
  tom: [{}, true],
  prøve: [{ type: 'prove' }, false],
  'byttet type': [{ ...LEAST, type: 'prove', text: ['Skrevet.', 'Mer.'] }, true, { type: 'kurs' }],
  'mange feil': [{ ...LEAST, ...MANY, title: LONG, text: ['[x](y)'] }, true],
  ferdig: [{ ...LEAST, partners: [`${LONG.slice(0, 110)}`], text: ['Kort.'] }, true],
  'ferdig med råd': [{ ...LEAST, contact: 'kari.nordmann@nav.no', text: ['Se http://nav.no/, **nå**.'] }, true],
  'ferdig og lang': [{ ...LEAST, text: [`${LONG} og så `.repeat(30)] }, true],
};

async function checkStates(browser, site, report) {
  let runs = 0;
  for (const [number, [name, [filling, press, then]]] of Object.entries(STATES).entries()) {
    const page = await FormPage.open(browser, site);
    await page.fill(filling);
    if (press) await page.make();
    if (then) await page.try(then);
    await prepareAxe(page.tab);
    await eachLook(page.tab, async (look) => {
      for (const open of [false, true]) {
        for (const found of await runAxe(page.tab, open)) report(name, `${look}: ${found}`);
        runs++;
      }
    }, looksOf(number));
    const { twice } = await page.look();
    if (twice.length) report(name, `to elementer har id ${twice}`);
    const wide = await page.tab.evaluate(() => document.documentElement.scrollWidth);
    if (wide > WIDTHS.at(-1)) report(name, `siden er ${wide} px bred på ${WIDTHS.at(-1)}`);
    await page.tab.close();
  }
  return runs;
}

// Fields whose names are like what the script adds to an id, and like no id at all.
const ODD_FIELDS = `
  odd:
    type: object
    properties: { error: { type: string }, help: { type: string, description: Til hjelp. }, add: { type: string }, "0": { type: string } }
  odd.error: { type: string, description: Til hjelp. }
  "odd:help": { type: string, description: Til hjelp. }
  "odd felt": { type: string, description: Til hjelp. }
  odd(20)felt: { type: string, description: Til hjelp. }
  odds: { type: array, items: { type: object, properties: { error: { type: string }, add: { type: string } } } }
  odds.1.error: { type: string }
`;

/** All ids that the page refers to, and how many elements have each. */
function references() {
  const refers = ['for', 'aria-labelledby', 'aria-describedby'].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].flatMap((element) => element.getAttribute(name).split(' ')));
  const anchors = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href').slice(1));
  return [...refers, ...anchors].map((id) => [id, document.querySelectorAll(`[id="${CSS.escape(id)}"]`).length]);
}

async function checkIds(browser, report) {
  const collection = new Collection(SETTINGS);
  const schema = readFileSync(`${collection.root}/content/schema.yaml`, 'utf8');
  collection.lay('content/schema.yaml', schema.replace('\nproperties:\n', `\nproperties:${ODD_FIELDS}`));
  const page = await FormPage.open(browser, collection.build());
  for (const add of await page.tab.$$('.other')) await add.evaluate((button) => button.click());
  const { twice } = await page.look();
  if (twice.length) report('rare felter', `to elementer har id ${twice}`);
  const found = await page.tab.evaluate(references);
  for (const [id, count] of found) if (count !== 1) report('rare felter', `${count} elementer har id ${id}`);
  await page.tab.close();
  return found.length;
}

/** Where the focus is, and what is said of it. */
function now() {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom } = element.getBoundingClientRect();
  return {
    id: element.id,
    field: element.closest('[data-field]')?.dataset.field,
    text: (element.labels?.[0] ?? element).textContent.replace(/\s+/g, ' ').trim(),
    lost: element === document.body || !element.checkVisibility({ visibilityProperty: true }),
    seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight,
  };
}

/** A hand on the keyboard, which tells what goes wrong at each step. */
class Keyboard {
  constructor(page, say) {
    Object.assign(this, { page, say, steps: 0 });
  }

  async press(key) {
    await this.page.tab.keyboard.press(key);
    await this.judge(key);
  }

  async judge(what) {
    const before = this.at?.text;
    this.at = await this.page.tab.evaluate(now);
    for (let i = 0; i < 20 && !this.at.seen; i++) { // it may be on its way
      await new Promise((resolve) => setTimeout(resolve, 100));
      this.at = await this.page.tab.evaluate(now);
    }
    this.steps++;
    if (this.at.lost) this.say(`etter ${what} på «${before}» er fokus borte`);
    else if (!this.at.seen) this.say(`etter ${what} er fokus på «${this.at.text.slice(0, 40)}» ikke synlig`);
  }

  async reach(what, is, most = 120) {
    for (let i = 0; i < most && !is(this.at); i++) await this.press('Tab');
    if (!is(this.at)) throw new Error(`${what} nås ikke med Tab`);
  }

  /** Reaches a field, and writes in it, or chooses in it by the first letters. */
  async write(label, text) {
    await this.reach(label, ({ text }) => text.startsWith(label));
    await this.page.tab.keyboard.type(text);
    await this.judge(`skriving i ${label}`);
  }
}

async function walk(page, say) {
  const hand = new Keyboard(page, say);
  await page.again();
  await page.tab.evaluate(() => document.querySelector('.breadcrumb li:last-child a').focus());
  await hand.judge('start');
  await hand.reach('«Lag filen»', ({ text }) => text === 'Lag filen');
  await hand.press('Enter');
  if (hand.at.id !== 'form_errors') say(`uten utfylling går fokus til ${hand.at.id}`);
  await hand.press('Tab');
  await hand.press('Enter');
  if (hand.at.field !== 'ministry') say(`den første lenken i oppsummeringen går til ${hand.at.field}`);
  await page.tab.keyboard.type('Lin');
  await hand.write('Tittel', 'Skrevet uten mus på Ås');
  await hand.write('Sammendrag', 'Alt dette er skrevet med tastaturet alene.');
  await hand.write('Slags hage', 'Støtte');
  await hand.write('Status', 'Fort');
  await hand.write('Emne 1', 'Jor');
  await hand.reach('«Legg til»', ({ field, text }) => field === 'themes' && text.startsWith('Legg til'));
  await hand.press('Enter');
  if (!hand.at.text.startsWith('Emne 2')) say(`en ny rad gir fokus til «${hand.at.text}»`);
  await hand.reach('«Fjern»', ({ text }) => text === 'Fjern Emne 2');
  await hand.press('Enter');
  if (!hand.at.text.startsWith('Emne 1')) say(`når en rad tas bort, går fokus til «${hand.at.text}»`);
  await hand.reach('flere opplysninger', ({ text }) => text === 'Flere opplysninger');
  await hand.press('Enter');
  await hand.reach('en avkryssing', ({ text }) => text.startsWith('Ung og gammel'));
  await hand.press('Space');
  await hand.write('Bakgrunn', 'Et avsnitt.');
  await hand.press('Enter'); // a new line in the text, and no file
  if ((await page.look()).ready) say('Enter i teksten lager filen');
  await hand.reach('«Lag filen»', ({ text }) => text === 'Lag filen');
  await hand.press('Enter');
  const state = await page.look();
  if (!state.ready || hand.at.id !== 'form_result_title') say(`filen kommer ikke med tastaturet: ${state.summary}`);
  if (!/type: stotte\nstatus: fortsetter\nthemes: \[jord\]\nrelations: \[ung-gammel\]/.test(state.file)) say(`filen er ${state.file}`);
  for (const [way, text] of [['open', 'Åpne i GitHub'], ['copy', 'Kopier'], ['download', 'Last ned'], ['mail', 'Send på e-post']]) {
    await hand.reach(way, ({ id }) => id === `form_${way}`);
    if (hand.at.text !== text) say(`«${text}» heter «${hand.at.text}»`);
  }
  return hand.steps;
}

async function checkPlain(browser, site, report) {
  const tab = await browser.newPage();
  await tab.setJavaScriptEnabled(false);
  await tab.goto(site.url(site.facts.pages.form));
  const plain = await tab.evaluate(() => ({
    form: document.getElementById('form_fields').checkVisibility(),
    templates: [...document.querySelectorAll('#form_part pre')].map(({ textContent }) => textContent),
    steps: document.querySelectorAll('#form_part ol > li').length,
  }));
  if (plain.form) report('uten skript', 'skjemaet vises, men virker ikke');
  if (plain.steps < 3) report('uten skript', 'stegene mangler');
  // It is what `samling new` writes, but for the title and the place.
  const collection = new Collection();
  const path = collection.samling('new', '--type', 'prove', 'lin', 'Ukjent tittel').stdout.trim();
  const due = readFileSync(path, 'utf8').replace(/^title: .*$/m, 'title: "[FYLL INN: Tittel]"').replace(/^order: .*$/m, '#order: "[FYLL INN: Rekkefølge, et tall]"');
  if (plain.templates[0] !== due) report('uten skript', 'malen er en annen enn den samling new lager');
  await tab.close();
}

await test(async (report) => {
  const browser = await chromium();
  const site = new Collection(SETTINGS).build();
  const runs = await checkStates(browser, site, report);
  await checkPlain(browser, site, report);
  const ids = await checkIds(browser, report);
  let steps = 0;
  for (const width of WIDTHS) {
    const page = await FormPage.open(browser, site);
    await page.tab.emulateFocusedPage(true);
    await page.tab.setViewport({ width, height: 900 });
    steps += await walk(page, (text) => report(`${width} px`, text));
  }
  return `${Object.keys(STATES).length} tilstander, ${runs} kjøringer av axe, ${ids} henvisninger, ${steps} tastetrykk`;
});
