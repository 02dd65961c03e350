#!/usr/bin/env node
// Entries side by side, in both browsers, from a folder: the table says what the pages of the entries say, for all of
// them; what the address asks for and does not get is told; a box is ticked on cards and on hits, four at the most,
// and is still ticked after a search, after Back and on the way to add more. Axe finds nothing in any of these states.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareAxe, runAxe } from './axe.mjs';
import { BROWSERS, eachLook, looksOf } from './browsers.mjs';
import { Skipped, test } from './report.mjs';
import { say, wait } from './search.mjs';
import { buildSite } from './site.mjs';

const MOST = 4;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Put into each page: what is seen of the table, and of a page with boxes.
function prepare() {
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const link = (element) => [text(element), element.querySelector('a')?.getAttribute('href') ?? ''].join(' → ');

  window.lookAtTable = () => {
    const rows = [...document.querySelectorAll('#compare_table tbody tr')];
    const heads = [...document.querySelectorAll('#compare_table thead th')];
    const cell = (row, i) => row.querySelectorAll('td')[i];
    return {
      titles: heads.map((head) => text(head.querySelector('a'))),
      columns: heads.map((_, i) => rows.map((row) => {
        const items = [...cell(row, i).querySelectorAll('li')];
        return text(cell(row, i)) === '–' ? [] : (items.length ? items : [cell(row, i)]).map(link);
      })),
      alike: rows.map((row) => row.className === 'same'),
      said: text(document.getElementById('compare_said')),
      fields: document.getElementById('compare_fields').checkVisibility(),
      query: location.search,
    };
  };

  window.lookAtBoxes = () => ({
    count: document.querySelector('.picks p').textContent,
    ticked: [...document.querySelectorAll('.pick input:checked')].map((box) => box.value),
    names: [...document.querySelectorAll('.card')].map((card) => [text(card.querySelector('a')), text(card.querySelector('.pick'))]),
    seen: document.querySelector('.picks a').checkVisibility(),
    hash: location.hash,
    href: document.querySelector('.picks a').getAttribute('href'),
  });

  // The summary and the facts, as the page of an entry has them; its links begin at the root here, as the table's do.
  window.readEntry = (html, depth) => {
    const page = new DOMParser().parseFromString(html, 'text/html'), up = '../'.repeat(depth);
    for (const a of page.querySelectorAll('.facts a, .top a')) if (a.getAttribute('href').startsWith(up)) a.setAttribute('href', a.getAttribute('href').slice(up.length));
    return {
      title: text(page.querySelector('h1')),
      summary: page.querySelector('.lead') ? text(page.querySelector('.lead')) : undefined,
      facts: [...page.querySelectorAll('.top dd, .facts dl dd')].map(link)
        .concat([...page.querySelectorAll('.numbers > div')].map((figure) => `${text(figure.querySelector('dd'))} ${text(figure.querySelector('dt'))} → `)),
    };
  };
}

/** One page in a tab; every step waits for what it leads to. */
class Comparison {
  constructor(tab, site, browser, report) {
    Object.assign(this, { tab, site, browser, report });
    tab.on('pageerror', (error) => report(`unntak: ${error.message}`));
  }

  async compare(ids) {
    await this.tab.goto(this.site.url(this.site.facts.pages.compare) + (ids.length ? `?${new URLSearchParams(ids.map((id) => ['id', id]))}` : ''));
    return this.table();
  }

  async table() {
    await this.tab.waitForSelector('#compare_sides:not([hidden])');
    return this.tab.evaluate(() => lookAtTable());
  }

  async list(end = '') {
    await this.tab.goto('about:blank'); // else another hash is no new page
    await this.tab.goto(this.site.url(this.site.facts.pages.list) + end);
    return this.boxes();
  }

  async boxes() {
    await this.tab.waitForSelector('.pick');
    return this.tab.evaluate(() => lookAtBoxes());
  }

  /** Does what leads to another page, and waits for what only that one has. */
  async leave(selector, there) {
    await this.tab.$eval(selector, (link) => link.click());
    await this.tab.waitForSelector(there);
  }

  async tick(id) {
    await this.tab.waitForSelector(`.pick input[value="${id}"]`);
    await this.tab.$eval(`.pick input[value="${id}"]`, (box) => box.click());
    return this.boxes();
  }

  async back(there) {
    await this.tab.evaluate(() => history.back()).catch(() => {});
    for (let i = 0; i < 1000 && !(await this.tab.evaluate((there) => document.querySelector(there) !== null, there).catch(() => false)); i++) await wait(50);
  }

  expect(what, is, due) {
    if (JSON.stringify(is) !== JSON.stringify(due)) this.report(`${what}: ${JSON.stringify(is)}, skal være ${JSON.stringify(due)}`);
  }

  async axe(what, number) {
    if (this.browser !== 'Chromium') return; // Firefox has no looks to try
    await prepareAxe(this.tab);
    await eachLook(this.tab, async (look) => {
      for (const found of await runAxe(this.tab, true, TAGS)) this.report(`${what}, ${look}: ${found}`);
      if (await this.tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) this.report(`${what}, ${look}: siden kan rulles til siden`);
    }, looksOf(number));
  }
}

/** All entries, four at a time. What an entry in another language says, stands in that of the site here. */
async function checkValues(page) {
  const { entries, language } = page.site.facts;
  for (let from = 0; from < entries.length; from += MOST) {
    const some = entries.slice(from, from + MOST);
    const { titles, columns, alike } = await page.compare(some.map(({ id }) => id));
    const summaries = some[0].summary ? 1 : 0;
    for (const [i, { id, address, lang }] of some.entries()) {
      const html = readFileSync(join(page.site.root, address), 'utf8');
      const due = await page.tab.evaluate((html, depth) => readEntry(html, depth), html, address.split('/').length - 1);
      page.expect(`tittelen på ${id}`, titles[i], due.title);
      if (summaries) page.expect(`sammendraget til ${id}`, columns[i][0], [`${due.summary} → `]);
      const said = columns[i].slice(summaries).flat();
      if (lang === language) page.expect(`fakta om ${id}`, said.sort(), due.facts.sort());
      else page.expect(`antall fakta om ${id}`, said.length, due.facts.length);
    }
    alike.forEach((is, row) => {
      const same = some.length > 1 && new Set(columns.map((column) => JSON.stringify(column[row]))).size === 1;
      if (is !== same) page.report(`rad ${row} er ${is ? '' : 'ikke '}merket som lik`);
    });
  }
}

async function checkAddresses(page, words) {
  const ids = page.site.facts.entries.map(({ id }) => id), some = ids.slice(0, MOST);
  const none = await page.compare([]);
  page.expect('uten noen i adressen', [none.titles.length, none.fields, none.said], [0, true, '']);
  const unknown = await page.compare([ids[0], 'finnes-ikke']);
  page.expect('en ukjent i adressen', [unknown.titles.length, unknown.said], [1, say(words.unknown, 'finnes-ikke')]);
  const twice = await page.compare([ids[0], ids[0]]);
  page.expect('den samme to ganger', [twice.titles.length, twice.said], [1, '']);
  if (ids.length > MOST) {
    const many = await page.compare(ids.slice(0, MOST + 1));
    page.expect('fem i adressen', [many.titles.length, many.said], [MOST, words.many]);
  }
  const before = await page.compare(some);
  await page.tab.$$eval('#compare_table thead button', ([, second]) => { second.focus(); second.click(); });
  await page.tab.waitForFunction((count) => document.querySelectorAll('#compare_table thead th').length === count, {}, some.length - 1);
  const after = await page.table();
  page.expect('etter «fjern»', [after.titles, after.said], [before.titles.filter((_, i) => i !== 1), say(words.removed, before.titles[1])]);
  const focus = await page.tab.evaluate(() => [...document.querySelectorAll('#compare_table thead button')].indexOf(document.activeElement));
  page.expect('fokus etter «fjern»', focus, 1);
  await page.tab.evaluate(() => history.back());
  await page.tab.waitForFunction((count) => document.querySelectorAll('#compare_table thead th').length === count, {}, some.length);
  page.expect('Tilbake etter «fjern»', (await page.table()).titles, before.titles);
}

async function checkBoxes(page) {
  const { entries, pages, search } = page.site.facts;
  const ids = entries.map(({ id }) => id), some = ids.slice(0, MOST);
  const fresh = await page.list();
  page.expect('ingen er krysset av', [fresh.ticked, fresh.seen, fresh.hash], [[], false, '']);
  const word = await page.tab.$eval('script[data-pick]', ({ dataset }) => ({ ...dataset }));
  for (const [title, name] of fresh.names) if (name !== `${word.pick} ${title}`) page.report(`boksen til «${title}» heter «${name}»`);
  await page.tick(ids[0]);
  let now = await page.tick(ids[1]);
  page.expect('to er krysset av', [now.count, now.ticked.length, now.seen], [say(word.count, 2), 2, true]);
  page.expect('lenken', now.href, `${pages.compare}?id=${ids[0]}&id=${ids[1]}`);
  const next = await page.tab.evaluate((id) => document.querySelector(`.pick input[value="${id}"]`).parentNode.nextElementSibling.getAttribute('href'), ids[1]);
  page.expect('snarveien', next, now.href);

  if (search) { // a hit is a card, too, and the search makes the address anew
    await page.tab.$eval('main form input', (field, title) => { field.value = title; field.dispatchEvent(new Event('input', { bubbles: true })); }, entries[2].title);
    await page.tab.waitForFunction((id) => [...document.querySelectorAll('#entries_results input')].some((box) => box.value === id) && location.search, {}, ids[2]);
    now = await page.tick(ids[2]);
    page.expect('et treff er krysset av', [now.count, now.hash], [say(word.count, 3), `#${pages.compare.replace('.html', '')}=${ids.slice(0, 3)}`]);
    await page.tab.$eval('main form input', (field) => { field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true })); });
    await page.tab.waitForFunction(() => !location.search);
  } else await page.tick(ids[2]);
  await page.tick(ids[3]);
  if (ids[MOST]) {
    now = await page.tick(ids[MOST]);
    page.expect('en femte', [now.count, now.ticked.length], [`${word.full} ${say(word.count, MOST)}`, MOST]);
    await page.axe('listen med en femte', 0);
  }
  await page.leave('.picks a', '#compare_sides:not([hidden])');
  page.expect('siden som lenken fører til', (await page.table()).columns.length, MOST);
  await page.back('.pick');
  now = await page.boxes();
  page.expect('Tilbake til listen', [now.ticked.sort(), now.seen], [[...some].sort(), true]);
  await page.leave('.picks a', '#compare_sides:not([hidden])');
  await page.tab.$eval('#compare_table thead button', (button) => button.click());
  await page.tab.waitForSelector('#compare_more:not([hidden])');
  await page.leave('#compare_more', '.pick');
  now = await page.boxes();
  page.expect('«legg til flere»', now.ticked.sort(), some.slice(1).sort());
  await page.tab.$eval('.picks button', (button) => button.click());
  now = await page.boxes();
  page.expect('«fjern alle»', [now.ticked, now.seen, now.hash], [[], false, '']);
}

await test(async (report) => {
  const site = buildSite();
  if (!site.facts.pages.compare) throw new Skipped('samlingen har ingen side som sammenligner');
  await Promise.all(Object.entries(BROWSERS).map(async ([name, launch]) => {
    const browser = await launch();
    const tab = await browser.newPage();
    const page = new Comparison(tab, site, name, (text) => report(name, text));
    await tab.evaluateOnNewDocument(prepare);
    await page.compare([]);
    const words = await tab.$eval('#compare_sides', ({ dataset }) => ({ ...dataset }));
    await checkAddresses(page, words);
    await checkBoxes(page);
    if (name !== 'Chromium') return;
    await checkValues(page);
    for (const count of [2, MOST]) {
      await page.compare(site.facts.entries.slice(0, count).map(({ id }) => id));
      await page.axe(`${count} ved siden av hverandre`, count / 2);
    }
  }));
  return `${site.facts.entries.length} oppføringer`;
});
