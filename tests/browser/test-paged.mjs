#!/usr/bin/env node
// A list over several pages: the search and the filters find what stands on another page, and show it as
// that page does; a card that does not come, or is of another edition, is told; and the pages can be
// used by keys, on a narrow screen and by those who hear them.

import { appendFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareAxe, runAxe } from './axe.mjs';
import { chromium } from './browsers.mjs';
import { test } from './report.mjs';
import { SearchPage, wait } from './search.mjs';
import { serve } from './server.mjs';
import { layCollection, readCollection } from '../tools/collection.mjs';
import { build, OWN, Site, temporaryFolder } from './site.mjs';

const SIZE = 10, TARGET = 44, LONGEST = 60_000;

function buildPaged() {
  const work = temporaryFolder(), facts = readCollection(OWN);
  layCollection(work, OWN);
  appendFileSync(join(work, 'content/site.yaml'), `page_size: ${SIZE}\n`);
  build(work, join(work, 'side'));
  return new Site(join(work, 'side'), undefined, facts);
}

/** What the page says of a question as soon as that is as it should be, or what it says at last. */
async function ask(page, text, isDue) {
  let state = await page.put(text);
  for (let waited = 0; !isDue(state) && waited < LONGEST; waited += 50) {
    await wait(50);
    state = await page.tab.evaluate(() => settled().then(lookAtAnswer));
  }
  return state;
}

/** The cards on the pages of the list after the first, in their order: { path, title, html }. */
async function cardsElsewhere(browser, site) {
  const tab = await browser.newPage(), { list } = site.facts.pages, all = [];
  await tab.setJavaScriptEnabled(false);
  for (let next = site.url(list); next;) {
    await tab.goto(next);
    const read = await tab.evaluate(() => ({
      cards: [...document.querySelectorAll('main .card')].map((card) => ({
        path: card.querySelector('a').href, title: card.querySelector('a').textContent,
        tags: [...card.querySelectorAll('.tags li, .meta')].map((tag) => tag.textContent),
      })),
      next: document.querySelector('.paging [rel="next"]')?.href,
    }));
    all.push(...read.cards);
    next = read.next;
  }
  await tab.close();
  return all.slice(SIZE);
}

async function checkSearch(browser, site, report, where) {
  const others = await cardsElsewhere(browser, site), page = await SearchPage.open(browser, site);
  for (const card of [others[0], others[SIZE + 1], others.at(-1)]) {
    const state = await ask(page, card.title, ({ results }) => results[0] === card.path);
    if (state.results[0] !== card.path) report(where, `«${card.title}» gir ${state.results[0]} først`);
    const tags = await page.tab.$$eval('#entries_results .card:first-child :is(.tags li, .meta)', (all) =>
      all.map((tag) => [...tag.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('').trim()));
    for (const tag of card.tags) if (!tags.some((text) => text.endsWith(tag.trim()))) report(where, `«${card.title}»: treffet mangler «${tag}»`);
  }
  const idle = await ask(page, '', ({ results }) => !results.length);
  if (idle.results.length || !(await page.tab.$eval('.paging', (nav) => nav.checkVisibility()))) report(where, 'uten spørsmål skal sidene stå der');
  const by_title = await page.tab.evaluate(() => {
    const order = document.getElementById('entries_order');
    order.value = 'title';
    order.dispatchEvent(new Event('change'));
    return settled().then(lookAtAnswer);
  });
  const titles = [...await page.tab.$$eval('#entries_results h2 a', (links) => links.map((link) => link.textContent))];
  if (by_title.results.length < SIZE || titles.join() !== titles.toSorted((a, b) => a.localeCompare(b, 'nb')).join()) report(where, `etter tittel: ${titles.join(', ')}`);
  for (const text of await page.complaints()) report(where, text);
  await page.tab.close();
  return others;
}

/** A card that is of another edition, or that is not there, is told; the next query asks for it again. */
async function checkFailures(browser, site, card, report) {
  const folder = join(site.root, site.facts.search);
  const files = readdirSync(folder).filter((name) => /^c\d+\.js$/.test(name)).map((name) => join(folder, name));
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const ways = {
    'en annen utgave': [() => files.forEach((file, i) => writeFileSync(file, texts[i].replace(/-[0-9a-f]{7}"\]/, '-0000000"]'))), () => files.forEach((file, i) => writeFileSync(file, texts[i]))],
    'en fil som mangler': [() => files.forEach((file) => renameSync(file, file + '-')), () => files.forEach((file) => renameSync(file + '-', file))],
  };
  for (const [name, [lose, find]] of Object.entries(ways)) {
    lose();
    const page = await SearchPage.open(browser, site), failed = await ask(page, card.title, ({ status }) => status === page.words.failed);
    if (failed.status !== page.words.failed || failed.results.length) report(name, `sier «${failed.status}» og viser ${failed.results.length}`);
    find();
    const found = await ask(page, card.title + ' ', ({ results }) => results[0] === card.path);
    if (found.results[0] !== card.path) report(name, `etterpå er ${found.results[0]} først`);
    await page.tab.close();
  }
}

async function checkPages(browser, site, report) {
  const { list } = site.facts.pages, tab = await browser.newPage();
  for (const page of [list, list.replace('.html', '/2.html')]) for (const [width, scheme] of [[320, 'light'], [1280, 'dark']]) {
    const where = `${page}, ${width} px`;
    await tab.setViewport({ width, height: 700 });
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await tab.goto(site.url(page));
    await prepareAxe(tab);
    for (const text of await runAxe(tab, true)) report(where, text);
    const seen = await tab.$eval('.paging', (nav) => ({
      wide: document.documentElement.scrollWidth,
      small: [...nav.querySelectorAll('a')].map((link) => [link.textContent, link.offsetWidth, link.offsetHeight]),
      current: nav.querySelectorAll('[aria-current="page"]').length,
    }));
    if (seen.wide > width) report(where, `siden er ${seen.wide} px bred`);
    if (seen.current !== 1) report(where, `${seen.current} sider er denne`);
    for (const [text, ...sides] of seen.small) if (Math.min(...sides) < TARGET) report(where, `«${text}» er ${sides.join(' × ')} px`);
  }
  await tab.focus('.paging [rel="prev"]');
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
  if (tab.url() !== site.url(list)) report('tastatur', `forrige side er ${tab.url()}`);
}

await test(async (report) => {
  const site = buildPaged(), browser = await chromium();
  const [card] = (await checkSearch(browser, site, report, 'file:')).slice(SIZE);
  const served = site.at(await serve(site.root, '/en/undermappe/'));
  await checkSearch(browser, served, report, 'http:');
  await checkFailures(browser, site, card, report);
  await checkPages(browser, site, report);
  return `${site.facts.entries.length} på ${Math.ceil(site.facts.entries.length / SIZE)} sider`;
});
