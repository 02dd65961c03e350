#!/usr/bin/env node
// When a file of the search does not come, the page says so and goes on working: the next query, or
// the button, asks for it again. And a field without a noun has its filter like all others.

import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, firefox } from './browsers.mjs';
import { test } from './report.mjs';
import { SearchPage, wait } from './search.mjs';
import { serve } from './server.mjs';
import { layCollection, readCollection } from '../tools/collection.mjs';
import { build, buildSite, OWN, PROJECT, Site, temporaryFolder, write } from './site.mjs';

const ENTRIES = 2000; // so many that the index is split
const LONGEST = 60_000;

// The only one of its year.
const RARE = `---
title: En sjelden jord
summary: Jord som bare denne hagen har.
type: rad
status: apen
themes: [jord]
years: [1999]
---

En setning om jord.
`;

function run(program, ...args) {
  const done = spawnSync(program, args, { cwd: PROJECT, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program}: ${done.error ?? done.stderr}`);
}

function buildLargeSite() {
  const work = temporaryFolder();
  layCollection(work, OWN);
  run('node', 'tests/search/grow.mjs', OWN, work, ENTRIES);
  write(join(work, 'content/gardens/lin/sjelden.md'), RARE);
  build(work, join(work, 'side'));
  return new Site(join(work, 'side'), undefined, readCollection(OWN));
}

/** Moves files of the index, or of another folder, away; gives what brings them back. */
function lose(site, pattern, folder = site.facts.search) {
  const away = temporaryFolder();
  const index = join(site.root, folder);
  const names = readdirSync(index).filter((name) => pattern.test(name));
  if (!names.length) throw new Error(`${pattern} finnes ikke`);
  const move = (from, to) => names.forEach((name) => renameSync(join(from, name), join(to, name)));
  move(index, away);
  return () => move(away, index);
}

/** The state of the page as soon as it is as it should be, or as it is at last. */
async function awaited(page, isDue) {
  for (let waited = 0; ; waited += 50) {
    const state = await page.tab.evaluate(() => settled().then(lookAtAnswer));
    if (isDue(state) || waited > LONGEST) return state;
    await wait(50);
  }
}

async function expect(page, report, what, isDue) {
  const state = await awaited(page, isDue);
  if (!isDue(state)) report(what, JSON.stringify(state).slice(0, 400));
}

const saysFailure = (page) => (state) => state.status === page.words.failed && !state.results.length && !state.more;
const saysHits = (page) => (state) => /^\d+ /.test(state.status) && state.results.length > 0;

/** What the browser itself says of a file that is missing is no fault of the page. */
async function checkComplaints(page, report, name) {
  for (const text of await page.complaints()) if (!/fikk ikke hentet|^konsoll: Failed to load resource/.test(text)) report(name, text);
}

const press = (page) => page.tab.evaluate(() => document.querySelector('main form button').click());

async function checkStart(browser, site, report, name) {
  const bringBack = lose(site, /^start-/);
  const page = await SearchPage.open(browser, site);
  if (!page.words.failed) report(name, 'siden har ikke ord for det');
  await expect(page, report, `${name}: uten begynnelsen`, (state) => saysFailure(page)(state) && state.all);
  await expectNote(page.tab, report, `${name}: uten begynnelsen`, site, '');
  await page.put('jor');
  await expect(page, report, `${name}: fortsatt uten begynnelsen`, (state) => saysFailure(page)(state) && state.all);
  bringBack();
  await page.put('jord');
  await expect(page, report, `${name}: begynnelsen er tilbake`, saysHits(page));
  await checkComplaints(page, report, name);
  await page.tab.close();
}

async function checkParts(browser, site, report, name) {
  for (const [kind, pattern] of Object.entries({ ord: /^w\d/, lister: /^p\d/ })) {
    const page = await SearchPage.open(browser, site);
    const bringBack = lose(site, pattern);
    await page.put('hagen');
    await expect(page, report, `${name}: uten ${kind}`, saysFailure(page));
    bringBack();
    await press(page);
    await expect(page, report, `${name}: ${kind} er tilbake, og knappen trykket`, saysHits(page));
    await page.put('jord');
    await expect(page, report, `${name}: neste søk`, saysHits(page));
    await checkComplaints(page, report, `${name}, ${kind}`);
    await page.tab.close();
  }
  const bringBack = lose(site, /^f\d/);
  const page = await SearchPage.open(browser, site);
  await expect(page, report, `${name}: uten fasetter`, saysFailure(page));
  bringBack();
  await page.put('jord');
  await expect(page, report, `${name}: fasettene er tilbake`, saysHits(page));
  await checkComplaints(page, report, `${name}, fasetter`);
  await page.tab.close();
}

const LATE = 60_000; // much longer than the page waits for what should come
const ASKED = 'jord';

/** What a reader sees of the page when the search is not here. */
function lookWithout() {
  const seen = (element) => Boolean(element?.checkVisibility({ visibilityProperty: true })) && element.getBoundingClientRect().height > 0;
  const note = document.getElementById('entries_note');
  return {
    note: seen(note) ? note.textContent.replace(/\s+/g, ' ').trim() : '',
    links: [...note.querySelectorAll('a')].filter(seen).length,
    field: document.querySelector('main form input').value,
    all: [...document.querySelectorAll('#entries_all h3 a')].filter(seen).length,
    hits: document.querySelectorAll('#entries_results a').length,
  };
}

/** The page says that the search is not here, what was asked for, where to go; nothing is a hit. */
async function expectNote(tab, report, what, site, asked = ASKED) {
  const isDue = ({ note, links, all, hits, field }) =>
    note && links && all === site.facts.entries.length && !hits && (!asked || (field === asked && note.includes(asked)));
  let state = await tab.evaluate(lookWithout);
  for (let waited = 0; waited <= LATE && !isDue(state); waited += 200) {
    await wait(200);
    state = await tab.evaluate(lookWithout);
  }
  if (!isDue(state)) report(what, JSON.stringify(state).slice(0, 400));
}

async function checkScripts(browser, site, report, name) {
  const address = site.url(site.facts.pages.list) + `?q=${ASKED}`;
  for (const script of ['search', 'entries']) {
    const bringBack = lose(site, new RegExp(`^${script}\\..*js$`), 'assets');
    const tab = await browser.newPage();
    await tab.goto(address);
    await expectNote(tab, report, `${name}: uten ${script}.js`, site);
    await tab.close();
    bringBack();
  }
  const tab = await browser.newPage();
  if (name.startsWith('Chromium')) {
    await tab.setJavaScriptEnabled(false);
    await tab.goto(address);
    await tab.setJavaScriptEnabled(true); // for the test to look; the page is loaded
    await expectNote(tab, report, `${name}: uten JavaScript`, site, '');
  }
  if (address.startsWith('http:')) {
    const strict = site.at(await serve(site.root, '/', undefined, { 'Content-Security-Policy': "script-src 'none'" }));
    await tab.goto(strict.url(site.facts.pages.list) + `?q=${ASKED}`);
    await expectNote(tab, report, `${name}: skript er stengt ute`, site, '');
  }
  await tab.close();
}

function copyOf(site) {
  const root = join(temporaryFolder(), 'side');
  cpSync(site.root, root, { recursive: true });
  return new Site(root, undefined, site.facts);
}

/** More of what is found, and then less. */
async function checkMore(browser, site, report, name) {
  const page = await SearchPage.open(browser, site);
  await page.put('jord');
  const { results } = await awaited(page, (state) => saysHits(page)(state) && state.more);
  await page.click('#entries_more', '');
  await expect(page, report, `${name}: flere tiltak`, (state) => state.results.length > results.length);
  await page.tab.evaluate(() => {
    const isFew = (label) => /\([1-5]\)$/.test(label.textContent.trim());
    [...document.querySelectorAll('[data-field] label')].find(isFew).querySelector('input').click();
  });
  await expect(page, report, `${name}: færre tiltak`, (state) => state.results.length > 0 && state.results.length < results.length);
  await checkComplaints(page, report, `${name}, flere`);
  await page.tab.close();
}

const says = (count) => ({ status }) => parseInt(status) === count;

/** Beside each value stands how many of the hits have it, and so many are left when it is chosen. */
async function checkCounts(browser, site, report, name) {
  const page = await SearchPage.open(browser, site);
  await page.look(); // opens the fields
  await page.put('jord');
  const all = parseInt((await awaited(page, saysHits(page))).status);
  let boxes;
  for (let waited = 0; waited < LONGEST && !boxes?.every(([, rows]) => Object.values(rows).every(([count]) => count !== undefined)); waited += 50)
    boxes = Object.entries((await page.look()).boxes);
  for (const [field, rows] of boxes.slice(0, 2)) {
    const [term, [count]] = Object.entries(rows).toSorted(([, [a]], [, [b]]) => b - a)[0];
    if (!(count > 0 && count <= all)) report(name, `${field}, ${term}: ${count} av ${all} treff`);
    await page.choose(field, term);
    await expect(page, report, `${name}: ${field}, ${term} skal gi ${count}`, says(count));
    await page.choose(field, term);
    await expect(page, report, `${name}: ${field}, uten ${term}`, says(all));
  }
  await checkComplaints(page, report, `${name}, tall`);
  await page.tab.close();
}

/** When the set of what is chosen does not come, that is told. */
async function checkSets(browser, site, report, name) {
  const page = await SearchPage.open(browser, site), [field, rows] = Object.entries((await page.look()).boxes)[0];
  const [term, [count]] = Object.entries(rows).toSorted(([, [a]], [, [b]]) => b - a)[0], bringBack = lose(site, /^p\d/);
  await page.choose(field, term);
  await expect(page, report, `${name}: uten settet til ${term}`, saysFailure(page));
  bringBack();
  await press(page);
  await expect(page, report, `${name}: settet til ${term} er tilbake`, (state) => saysHits(page)(state) && says(count)(state));
  await checkComplaints(page, report, `${name}, sett`);
  await page.tab.close();
}

/** As a schema whose names of a field are empty would make it. */
function withoutNoun(site) {
  const copy = copyOf(site);
  const list = join(copy.root, site.facts.pages.list);
  const page = readFileSync(list, 'utf8');
  writeFileSync(list, page.replace(/(data-field="themes"[^>]*data-name=")[^"]+"/, '$1"'));
  if (readFileSync(list, 'utf8') === page) throw new Error('feltet themes finnes ikke');
  return copy;
}

async function checkNoun(browser, site, report, name) {
  const page = await SearchPage.open(browser, site);
  await page.go('?emne=jord');
  await expect(page, report, `${name}: felt uten navn`, (state) => state.results.length > 0 && state.chips.length === 1 && !/:/.test(state.chips[0]));
  await checkComplaints(page, report, name);
  await page.tab.close();
}

await test(async (report) => {
  const sites = [buildSite(OWN), buildLargeSite()];
  sites.push(withoutNoun(sites[0]));
  let count = 0;
  const checkIn = async ([name, launch]) => {
    const browser = await launch();
    const [small, large, nounless] = sites.map(copyOf); // files are taken away from them
    for (const [way, at] of [['file:', (site) => site], ['http:', async (site) => site.at(await serve(site.root, '/en/undermappe/'))]]) {
      const where = `${name}, ${way}`;
      await checkStart(browser, await at(small), report, where);
      await checkNoun(browser, await at(nounless), report, where);
      await checkScripts(browser, await at(small), report, where);
      count += 5;
      if ((name === 'Firefox') !== (way === 'http:')) continue; // the longest part, so each way in one browser
      await checkParts(browser, await at(large), report, where);
      await checkMore(browser, await at(large), report, where);
      await checkCounts(browser, await at(large), report, where);
      await checkSets(browser, await at(large), report, where);
      count += 7;
    }
  };
  await Promise.all([['Chromium', chromium], ['Firefox', firefox]].map(checkIn));
  return `${count} tilfeller`;
});
