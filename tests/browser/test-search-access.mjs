#!/usr/bin/env node
// The search of tests/collection is for everybody: axe finds nothing in any state of it, all of it is done with the
// keyboard alone without the focus being lost, and every answer is announced.

import { prepareAxe, runAxe } from './axe.mjs';
import { chromium, eachLook, eachPage, looksOf, WIDTHS } from './browsers.mjs';
import { test } from './report.mjs';
import { SearchPage } from './search.mjs';
import { buildSite, OWN } from './site.mjs';

const NONSENSE = 'zzzzqq';

// The states of the page: the address that gives each.
const STATES = {
  urørt: '',
  treff: '?q=jord',
  'noen av ordene': '?q=kompost+bier',
  valg: '?emne=jord&ar=2020&sammen=ung-gammel',
  'søk og valg': '?q=jord&emne=barn',
  'rettet søk': '?q=kompsot',
  'tomt svar': `?q=${NONSENSE}`,
  'tomt svar med valg': `?q=${NONSENSE}&emne=jord&slag=prove`,
  'sider og emner': '?q=barn',
  'flere valg i et felt': '?emne=jord&emne=barn&sort=title',
  'et valg som ikke finnes': '?emne=jrod',
};

async function checkStates(browser, site, report) {
  let count = 0;
  const check = async (tab, [number, [name, address]]) => {
    const page = await SearchPage.in(tab, site);
    await page.go(address);
    await prepareAxe(tab);
    await eachLook(tab, async (look) => {
      for (const open of [false, true]) {
        for (const found of await runAxe(tab, open)) report(name, `${look}: ${found}`);
        count++;
      }
    }, looksOf(number));
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    if (wide > WIDTHS.at(-1)) report(name, `siden er ${wide} px bred på ${WIDTHS.at(-1)}`);
  };
  await eachPage(browser, [...Object.entries(STATES).entries()], check);
  return count;
}

// What the keyboard's user has now; the elements that show and say what is found must be those that were there.
function now(start) {
  const status = document.getElementById('entries_status');
  const said = document.getElementById('entries_said');
  const element = document.activeElement;
  if (start) Object.assign(window, { firstStatus: status, firstSaid: said });
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const lost = element === document.body || !element.checkVisibility({ visibilityProperty: true });
  const isOwn = ({ left, right, top, bottom }) => {
    const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    return from < to && element.contains(document.elementFromPoint((left + right) / 2, (from + to) / 2));
  };
  return {
    lost,
    visible: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    hidden: ![...element.getClientRects()].some(isOwn),
    where: element.matches('[data-field] input') ? 'filter' : element.className || element.id || element.localName,
    field: element.closest('[data-field]')?.dataset.field,
    text: lost ? '' : (element.closest('label') ?? element).textContent.replace(/\s+/g, ' ').trim(),
    status: status.textContent,
    kept: [status, said].every((element) => [window.firstStatus, window.firstSaid].includes(element) && element.isConnected) && said.getAttribute('role') === 'status',
    announced: said.textContent === status.textContent, // it is emptied with every new answer
  };
}

/** A hand on the keyboard of a page: it says what goes wrong at each step. */
class Keyboard {
  constructor(page, report) {
    Object.assign(this, { page, report, steps: 0 });
  }

  async begin(address) {
    await this.page.go(address);
    this.state = await this.page.tab.evaluate(now, true);
  }

  async press(key, what = `etter ${key}`) {
    await this.page.tab.keyboard.press(key);
    await this.page.settled();
    return this.judge(what);
  }

  async judge(what) {
    const before = this.state;
    this.state = await this.page.tab.evaluate(now, false);
    const { lost, visible, hidden, text, kept } = this.state;
    if (lost) this.report(`${what} er fokus borte; det var på «${before.text.slice(0, 50)}»`);
    else if (!visible) this.report(`${what} er fokus på «${text.slice(0, 50)}» ikke synlig`);
    else if (hidden) this.report(`${what} er «${text.slice(0, 50)}», som har fokus, dekket eller utenfor skjermen`);
    if (!kept) this.report(`${what} er statusen et annet element, eller har ikke role="status"`);
    this.steps++;
    return this.state;
  }

  /** Presses Tab (or with Shift) until `is(state)`. */
  async reach(what, is, { back = false, most = 150 } = {}) {
    const { keyboard } = this.page.tab;
    for (let i = 0; i < most && !is(this.state); i++) {
      if (back) await keyboard.down('Shift');
      await this.press('Tab', `på vei til ${what}`);
      if (back) await keyboard.up('Shift');
      if (this.state.lost) break;
    }
    if (!is(this.state)) throw new Error(`${what} nås ikke med Tab`);
  }

  /** Does what must be announced: the status is another text. */
  async act(key, what) {
    const before = this.state.status;
    await this.press(key, what);
    await this.page.tab.waitForFunction(() => window.firstSaid.textContent === window.firstStatus.textContent).catch(() => {}); // said when the hand has rested
    const { status, announced } = await this.judge(what);
    if (status === before || !announced) this.report(`${what} sies ingenting nytt: «${status}»`);
    return this.state;
  }
}

const isField = ({ where }) => where === 'search_q';
const isBox = (field) => (state) => state.where === 'filter' && (!field || state.field === field);
const isChip = ({ where }) => where === 'chip';
const contains = (text) => (state) => state.text.includes(text);

/** Opens the filters, and a group of them, if they are not open. */
async function openGroup(hand, title) {
  const isOpen = () => hand.page.tab.evaluate(() => document.activeElement.parentElement.open);
  for (const [what, is] of [['filtrene', contains(hand.browse)], [title, (state) => state.text === title]]) {
    await hand.reach(what, (state) => state.where === 'summary' && is(state));
    if (!(await isOpen())) await hand.press('Enter', `når ${what} åpnes,`);
    if (!(await isOpen())) hand.report(`${what} åpner seg ikke med Enter`);
  }
}

// Search, choose, take the choice away again, and begin anew.
async function searchAndChoose(hand, words) {
  await hand.begin('');
  await hand.reach('søkefeltet', isField);
  for (const letter of 'jord') await hand.press(letter, 'under skrivingen');
  if (!/\d/.test(hand.state.status)) hand.report(`søket sier «${hand.state.status}»`);
  await hand.press('Enter');
  if (!isField(hand.state)) hand.report('Enter flytter fokus fra søkefeltet');
  await openGroup(hand, 'Slags hager');
  await hand.reach('et filter', isBox('type'));
  await hand.act('Space', 'når et filter velges,');
  if (!isBox('type')(hand.state)) hand.report('et valg flytter fokus fra filteret');
  await hand.reach('valget', isChip);
  await hand.act('Enter', 'når et valg tas bort,');
  await hand.reach('et treff', ({ where, text }) => where === 'a' && text, { most: 3 });

  await hand.reach('filteret igjen', isBox(), { back: true });
  await hand.act('Space', 'når et filter velges igjen,');
  await hand.reach('«Nullstill»', contains(words.clear));
  await hand.act('Enter', 'når alt nullstilles,');
}

// Past the head of the page and the filters, to what was found.
async function skipToHits(hand) {
  await hand.begin('?q=jord');
  await hand.reach('snarveien til treffene', ({ where, text }) => where === 'skip' && text === hand.skip, { most: 2 });
  const { where } = await hand.press('Enter', 'etter snarveien');
  if (where !== 'entries_status') hand.report(`snarveien til treffene fører til ${where}`);
  await hand.reach('et treff etter snarveien', ({ where, text }) => where === 'a' && text, { most: 3 });
}

/** A group of boxes says what it is a group of. */
async function checkGroups(page, report) {
  const groups = await page.tab.$$eval('[data-field]', (all) => all.map((group) => [
    group.querySelector('summary').textContent.trim(),
    group.querySelector('input').closest('fieldset, [role="group"]')?.getAttribute('aria-label'),
  ]));
  for (const [title, name] of groups) if (!name || name !== title) report(`gruppen «${title}» heter «${name}» for den som hører den`);
}

// What takes itself away when it is pressed must leave the focus somewhere.
async function whatGoesAway(hand, words) {
  await hand.begin('?q=og');
  for (const what of ['når mer vises,', 'når alt vises,']) {
    await hand.reach('«Vis … til»', contains(words.more.split('{')[0]));
    await hand.press('Enter', what);
  }

  await hand.begin('?emne=redskap&slag=rad');
  await hand.reach('en vei ut av det tomme svaret', contains(words.without.split('{')[0]));
  await hand.press('Enter', 'når et valg tas bort i det tomme svaret,');

  await hand.begin(`?q=${NONSENSE}&apent=stimulab`);
  await openGroup(hand, 'Åpen hage');
  await hand.reach('filteret', isBox('stimulab'));
  await hand.press('Space', 'når et filter uten treff tas bort,');

  await hand.begin('?q=kompsot');
  await hand.reach('veien tilbake', contains(words.literally.split('{')[0]));
  await hand.act('Enter', 'når søket ikke skal rettes,');
}

await test(async (report) => {
  const browser = await chromium();
  const site = buildSite(OWN);
  const runs = await checkStates(browser, site, report);
  let steps = 0;
  const walk = async (tab, width) => {
    const page = await SearchPage.in(tab, site);
    await tab.setViewport({ width, height: 900 });
    await page.go('');
    const words = await tab.$eval('#entries_list', (list) => ({ ...list.dataset }));
    const hand = new Keyboard(page, (text) => report(`${width} px`, text));
    hand.browse = await tab.$eval('#browse_title', (title) => title.textContent);
    hand.skip = await tab.$eval('.skip[href="#entries_status"]', (link) => link.textContent);
    await checkGroups(page, hand.report);
    await skipToHits(hand);
    await searchAndChoose(hand, words);
    await whatGoesAway(hand, words);
    (await page.complaints()).forEach((text) => report(`${width} px`, text));
    steps += hand.steps;
  };
  await eachPage(browser, WIDTHS, walk, { prepare: (tab) => tab.emulateFocusedPage(true) });
  return `${Object.keys(STATES).length} tilstander, ${runs} kjøringer av axe, ${steps} tastetrykk`;
});
