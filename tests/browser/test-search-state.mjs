#!/usr/bin/env node
// What a reader has found is there again: after Back, after a reload, and after a press that came before the
// address did, in both browsers, from a folder and over HTTP. What is found is said once when typing rests, the
// title and the heading say what is asked for, and nothing on the page jumps when the answer comes.

import { test } from './report.mjs';
import { everywhere, idOf, say, SearchPage, wait } from './search.mjs';
import { buildSite, OWN } from './site.mjs';

const SOON = 50; // ms after the last key: a press as soon as that
const PAUSE = 1200; // longer than typing rests before what is found is said
const PLACE = 2; // pixels
const SHIFT = 0.05;

/** Types what has one hit, and waits until it is seen, and no longer. */
async function typeSoon(page, text) {
  await page.tab.$eval('main form input', (field) => field.select());
  await page.tab.keyboard.type(text);
  for (let i = 0; i < 4000 && (await page.tab.$$('#entries_results a')).length !== 1; i++) await wait(5);
  await wait(SOON);
}

/** Presses a link, and waits until its page is there; a change of the address alone is no page. */
async function follow(page, selector) {
  await page.tab.evaluate((selector) => document.querySelector(selector).click(), selector);
  const isThere = () => page.tab.evaluate(() => !document.getElementById('entries_list') && document.readyState === 'complete').catch(() => false);
  for (let i = 0; i < 400 && !(await isThere()); i++) await wait(50);
}

/** Waits until the page is here again and has answered; until then it may be the one that is left, another, or none. */
async function returned(page) {
  const isHere = () => page.tab.evaluate(() => !window.isLeft && document.readyState === 'complete' && document.getElementById('entries_list') !== null && settled().then(() => true)).catch(() => false);
  for (let i = 0; i < 400 && !(await isHere()); i++) await wait(50);
}

async function goBack(page) {
  await page.tab.evaluate(() => history.back()).catch(() => {});
  await returned(page);
}

/** A press that comes before the address does. */
const presses = {
  async 'et treff'(page) {
    await follow(page, '#entries_results a');
    await goBack(page);
  },
  async 'hoppet til treffene'(page) {
    await page.tab.evaluate(() => document.querySelector('.skip[href="#entries_status"]').click());
    await page.settled();
  },
  async 'en ny lasting'(page) {
    await page.tab.evaluate(() => {
      window.isLeft = true;
      location.reload();
    }).catch(() => {});
    await returned(page);
  },
};

const pressChecks = Object.entries(presses).map(([what, press]) => async (page, report) => {
  await typeSoon(page, 'humlehotell');
  await press(page);
  const { field, results } = await page.look();
  if (field !== 'humlehotell' || idOf(results[0] ?? '') !== 'humlehotell')
    report(`${what} rett etter siste tast gir søket «${field}» og ${results.length} treff`);
});

/** More of the hits, far down: to one of them, and back. */
async function checkPlace(page, report) {
  await page.go('?q=og');
  await page.click('#entries_more', '');
  const last = await page.tab.evaluate(() => {
    const links = [...document.querySelectorAll('#entries_results a')];
    links.at(-3).scrollIntoView({ block: 'center' });
    links.at(-3).id = 'followed';
    return { shown: links.length, place: scrollY };
  });
  await follow(page, '#followed');
  await goBack(page);
  const now = await page.tab.evaluate(() => ({ shown: document.querySelectorAll('#entries_results a').length, place: scrollY }));
  if (now.shown !== last.shown) report(`Tilbake viser ${now.shown} treff, ikke ${last.shown}`);
  if (Math.abs(now.place - last.place) > PLACE || !last.place) report(`Tilbake gir stedet ${now.place}, ikke ${last.place}`);
}

/** The same without leaving the page: a choice far down among more of the hits, and back. */
async function checkPlaceWithin(page, report) {
  await page.go('?q=og');
  await page.click('#entries_more', '');
  const { name } = await page.tab.evaluate(() => {
    scrollTo(0, 3000);
    const row = [...document.querySelectorAll('[data-field] label')].find((label) => label.textContent.includes('('));
    return { name: row.textContent };
  });
  const before = await page.tab.evaluate(() => ({ shown: document.querySelectorAll('#entries_results a').length, place: scrollY }));
  await page.tab.evaluate((name) => [...document.querySelectorAll('[data-field] label')].find((label) => label.textContent === name).querySelector('input').click(), name);
  await page.settled();
  await page.travel(-1);
  await page.settled();
  const after = await page.tab.evaluate(() => ({ shown: document.querySelectorAll('#entries_results a').length, place: scrollY }));
  if (after.shown !== before.shown || Math.abs(after.place - before.place) > PLACE)
    report(`Tilbake fra et valg gir ${JSON.stringify(after)}, ikke ${JSON.stringify(before)}`);
}

/** A blank more changes no search, and what is written after it is a new one. */
async function checkBlank(page, report) {
  await page.type('jord');
  await page.tab.keyboard.press('Enter');
  await page.tab.keyboard.type(' vann');
  await page.settled();
  const { field } = await page.travel(-1);
  if (field !== 'jord') report(`Tilbake fra «jord vann» gir «${field}»`);
}

async function checkSaid(page, report) {
  await wait(PAUSE);
  await page.tab.evaluate(() => {
    window.heard = [];
    const listen = (element) =>
      new MutationObserver(() => element.textContent && window.heard.push(element.textContent)).observe(element, {
        childList: true, characterData: true, subtree: true,
      });
    document.querySelectorAll('[role="status"], [aria-live]').forEach(listen);
  });
  await page.tab.evaluate(async () => {
    const field = document.querySelector('main form input');
    for (const letter of 'kompostering') {
      field.value += letter;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  });
  await wait(PAUSE);
  await page.tab.waitForFunction(() => window.heard.length).catch(() => {});
  const { status } = await page.look();
  const heard = await page.tab.evaluate(() => window.heard.splice(0));
  if (heard.join('|') !== status) report(`tolv taster sier «${heard.join('|')}», skal være «${status}»`);
}

async function checkTitle(page, report) {
  const read = () => page.tab.evaluate(() => [document.querySelector('h1').textContent, document.title]);
  await page.go('');
  const [heading, title] = await read();
  await page.go('?q=jord&emne=jord&emne=barn');
  const names = await page.tab.$$eval('#entries_chips .chip', (chips) => chips.map((chip) => chip.textContent.replace(/^.*?: /, '')));
  const due = say(page.words.title, [say(page.words.quoted, 'jord'), ...names].join(', '));
  const [asked, named] = await read();
  if (asked !== due || named !== title.replace(heading, due)) report(`overskriften er «${asked}» og tittelen «${named}», skal si «${due}»`);
  await page.click('#entries_chips .plain', page.words.clear);
  if ((await read()).join() !== [heading, title].join()) report('overskriften og tittelen blir ikke som før når alt nullstilles');
}

const WIDTHS = [1280, 390];
const ADDRESSES = ['', '?q=jord', '?emne=jord', '?q=jord&emne=barn&slag=kurs', '?q=zzzzqq', '?emne=ukjent'];

async function checkShifts(page, report) {
  await page.tab.evaluateOnNewDocument(() => {
    window.shifted = 0;
    const add = (list) => list.getEntries().forEach(({ value }) => (window.shifted += value));
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  });
  for (const width of WIDTHS)
    for (const address of ADDRESSES) {
      await page.tab.setViewport({ width, height: 844 });
      await page.go(address);
      await wait(SOON);
      const shifted = await page.tab.evaluate(() => window.shifted);
      if (!(shifted <= SHIFT)) report(`${address || 'siden'} på ${width} px flytter seg ${shifted}`);
    }
}

await test(async (report) => {
  let count = 0;
  await everywhere(async (browser, site, name) => {
    const checks = [checkSaid, checkTitle, checkBlank, checkPlaceWithin, checkPlace, ...pressChecks];
    if (name.startsWith('Chromium')) checks.push(checkShifts);
    for (const check of checks) {
      // a tab for each, since puppeteer loses a page that Firefox takes out of its memory
      const page = await SearchPage.open(browser, site);
      await check(page, (text) => report(name, text));
      (await page.complaints()).forEach((text) => report(name, text));
      await page.tab.close();
      count++;
    }
  }, buildSite(OWN));
  return `${count} forløp på 4 steder`;
});
