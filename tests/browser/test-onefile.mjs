#!/usr/bin/env node
// The site in one file, copied to another folder under another name and opened from there without a network: every
// page shows as a page of the site does, every link leads to one, the search and the filters find, Back goes back to
// where the reader was, keys and those who hear it get along, and without scripts all of it can be read.

import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { layCollection, OWN, readCollection } from '../tools/collection.mjs';
import { prepareAxe, runAxe } from './axe.mjs';
import { BROWSERS } from './browsers.mjs';
import { test } from './report.mjs';
import { build, temporaryFolder } from './site.mjs';

const LOOKS = [{ width: 1280, scheme: 'light' }, { width: 390, scheme: 'dark' }];

/** The address of the copy; the list of entries goes over several pages on the site. */
function makeCopy() {
  const work = temporaryFolder(), folder = 'samling-ut', schema = join(work, 'content/schema.yaml');
  layCollection(work, OWN);
  writeFileSync(schema, readFileSync(schema, 'utf8').replace(/^ +downloads:.*\n/m, '').replace(/^x-entries:\n/m, `$&  downloads: ${folder}\n`));
  appendFileSync(join(work, 'content/site.yaml'), 'page_size: 10\ndownloads: [html]\n');
  build(work, join(work, 'side'));
  const [name] = readdirSync(join(work, 'side', folder)), copy = join(work, 'Minnepenn (E)', 'Kopi av æøå #1.htm');
  mkdirSync(join(copy, '..'));
  copyFileSync(join(work, 'side', folder, name), copy);
  return pathToFileURL(copy).href;
}

/** Goes to every page by the end of the address, and says what is wrong there. */
async function lookAtPages() {
  const faults = [], settled = () => new Promise((done) => setTimeout(done));
  const places = new Set([...samling_pages].flatMap(([id, page]) => [id, ...[page, ...page.querySelectorAll('[id]')].map((part) => part.id)]));
  for (const [id, page] of samling_pages) {
    location.hash = id;
    await settled();
    const say = (text) => faults.push(`#${id}: ${text}`), heads = document.querySelectorAll('h1');
    if (document.querySelectorAll('.page').length !== 1 || !page.checkVisibility()) say('vises ikke alene');
    if (heads.length !== 1 || document.title !== page.dataset.title) say(`tittelen er ${document.title}, og overskriftene ${heads.length}`);
    for (const image of document.images) {
      await image.decode().catch(() => say('et bilde vises ikke'));
      if (image.checkVisibility() && !image.getBoundingClientRect().width) say('et bilde har ingen bredde');
    }
    for (const link of document.querySelectorAll('a[href]')) {
      const here = link.href.split(/[?#]/)[0] === location.href.split(/[?#]/)[0];
      if (here && !places.has(link.hash.slice(1)) && !document.getElementById(link.hash.slice(1))) say(`${link.getAttribute('href')} leder ingen steder`);
      if (!here && !/^(https?|mailto):/.test(link.href)) say(`${link.getAttribute('href')} leder til en fil`);
    }
    if (document.documentElement.scrollWidth > innerWidth) say('er for bred');
  }
  return faults;
}

const state = () => ({
  address: decodeURIComponent(location.search + location.hash), title: document.title, top: Math.round(scrollY), focus: document.activeElement.textContent.trim().slice(0, 60),
  hits: document.querySelectorAll('#entries_results > *').length, said: document.getElementById('entries_status')?.textContent,
  all: document.getElementById('entries_all')?.checkVisibility(), empty: document.getElementById('entries_empty')?.checkVisibility(),
});

async function checkSearch(tab, say, list) {
  const entry = await tab.evaluate(() => document.querySelector('#entries_all .card a')?.hash ?? [...samling_pages.values()].find((page) => page.querySelector('.card')).querySelector('.card a').hash);
  const word = await tab.evaluate((hash) => samling_pages.get(hash.slice(1)).querySelector('h1').textContent, entry);
  await tab.evaluate((hash) => { location.hash = hash; }, entry);
  await tab.type('header [name=q]', word);
  await tab.keyboard.press('Enter');
  const found = await tab.evaluate(state);
  if (!found.hits || found.address !== `?q=${word.replaceAll(' ', '+')}#${list}` || !found.title.includes(`«${word}»`)) say(`søket fra toppen gir ${JSON.stringify(found)}`);
  await tab.evaluate(() => scrollTo(0, 40));
  await tab.focus('#entries_results a');
  const before = await tab.evaluate(state);
  await tab.keyboard.press('Enter');
  const read = await tab.evaluate(state);
  if (read.address.split('#')[1] !== entry.slice(1) || read.focus !== word.slice(0, 60)) say(`treffet leder til ${JSON.stringify(read)}`);
  await tab.evaluate(() => history.back());
  await tab.waitForFunction((address) => decodeURIComponent(location.search + location.hash) === address, {}, before.address);
  await tab.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  const back = await tab.evaluate(state);
  if (JSON.stringify(back) !== JSON.stringify(before)) say(`tilbake er ${JSON.stringify(back)}, ikke ${JSON.stringify(before)}`);
  await tab.evaluate(() => { document.querySelector('main [name=q]').value = ''; });
  await tab.type('main [name=q]', 'xqzwvk');
  const none = await tab.evaluate(() => new Promise((done) => setTimeout(done, 400)).then()).then(() => tab.evaluate(state));
  if (!none.empty || none.hits) say(`det som ikke finnes, gir ${JSON.stringify(none)}`);
  await tab.evaluate((list) => document.querySelector(`header a[href="#${list}"]`).click(), list);
  await tab.evaluate((list) => { location.hash = 'index'; return new Promise((done) => setTimeout(done, 50)); });
  await tab.evaluate((list) => [...document.querySelectorAll('main a')].find((link) => link.getAttribute('href') === `#${list}`).click(), list);
  const all = await tab.evaluate(state);
  if (all.address !== `#${list}` || !all.all) say(`lenken til alt gir ${JSON.stringify(all)}`);
}

/** In each group one value: as many hits as it says. */
function tryFilters() {
  const faults = [], list = document.getElementById('entries_list');
  const groups = [...list.querySelectorAll('details[data-field]')].filter((group) => group.querySelector('input'));
  for (const group of groups) {
    const row = [...group.querySelectorAll('li')].find((row) => !row.hidden), due = row.querySelector('.count').textContent.replace(/\D/g, '');
    row.querySelector('input').click();
    if (list.dataset.hits !== due) faults.push(`${group.dataset.name}: ${list.dataset.hits} treff, ikke ${due}`);
    row.querySelector('input').click();
  }
  return groups.length ? faults : ['det er ingen filtre'];
}

async function checkKeys(tab, url, say) {
  await tab.goto(url);
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  const main = await tab.evaluate(() => [document.activeElement.tagName, location.hash]);
  if (main[0] !== 'MAIN') say(`hopplenken leder til ${main}`);
  const place = await tab.evaluate(() => [...samling_pages.values()].flatMap((page) => [...page.querySelectorAll('.prose [id]')].map((part) => part.id))[0]);
  await tab.goto('about:blank');
  await tab.goto(`${url}#${place}`);
  const there = await tab.evaluate((id) => document.activeElement.id === id && document.getElementById(id).checkVisibility(), place);
  if (!there) say(`lenken rett til ${place} når ikke frem`);
}

async function checkAxe(tab, url, say, list) {
  const entry = await tab.evaluate(() => [...samling_pages.keys()].find((id) => samling_pages.get(id).querySelector('article')));
  await prepareAxe(tab);
  for (const { width, scheme } of LOOKS) {
    await tab.setViewport({ width, height: 800 });
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    for (const id of ['index', list, entry]) {
      await tab.evaluate((id) => { location.hash = id; return new Promise((done) => setTimeout(done, 50)); }, id);
      for (const fault of await runAxe(tab, true)) say(`#${id} ${width} ${scheme}: ${fault}`);
    }
  }
}

/** What a reader has without scripts: all texts, and links that lead to them. */
function readWithout() {
  const pages = [...document.querySelectorAll('main > .page')];
  return {
    pages: pages.length, hidden: pages.filter((page) => !page.checkVisibility()).length,
    lost: [...document.querySelectorAll('a[href^="#"]')].filter((link) => !document.getElementById(link.hash.slice(1))).map((link) => link.hash),
    forms: [...document.forms].filter((form) => form.checkVisibility()).length,
  };
}

async function checkWithout(browser, url, say, count) {
  const tab = await browser.newPage();
  await tab.setJavaScriptEnabled(false);
  await tab.goto(url);
  const read = await tab.evaluate(readWithout);
  if (read.pages < count || read.hidden || read.lost.length || read.forms) say(`uten skript: ${JSON.stringify(read)}`);
}

function watch(tab, url, say) {
  tab.on('request', (request) => request.url().startsWith('data:') || request.url().split(/[?#]/)[0] === url || say(`henter ${request.url()}`));
  tab.on('pageerror', (error) => say(`unntak: ${error.message}`));
  tab.on('console', (message) => /^(error|warn|assert)/.test(message.type()) && say(`konsoll: ${message.text()}`));
}

test(async (report) => {
  const url = makeCopy(), list = readCollection(OWN).pages.list.replace('.html', '');
  let count = 0;
  await Promise.all(Object.entries(BROWSERS).map(async ([name, open]) => {
    const browser = await open(), tab = await browser.newPage(), say = (text) => report(name, text);
    watch(tab, url, say);
    await tab.setViewport({ width: 1280, height: 800 });
    await tab.evaluateOnNewDocument(() => addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.effectiveDirective} ${event.blockedURI}`)));
    await tab.setOfflineMode(true).catch(() => {}); // not every browser can
    await tab.goto(url);
    await tab.waitForFunction(() => globalThis.samling_pages);
    count = await tab.evaluate(() => new Set(samling_pages.values()).size);
    await checkSearch(tab, say, list);
    for (const fault of await tab.evaluate(tryFilters)) say(fault);
    for (const fault of await tab.evaluate(lookAtPages)) say(fault);
    if (name === 'Chromium') await checkAxe(tab, url, say, list);
    await checkKeys(tab, url, say);
    if (name === 'Chromium') await checkWithout(browser, url, say, count);
    await browser.close();
  }));
  return `${count} sider i én fil`;
});
