#!/usr/bin/env node
// Whoever is lost is shown a page with its style and with links that lead somewhere, wherever in the
// site they are: with and without a known address, in both browsers, at the root of a server and
// below a folder that is called what one of the site's own folders is. Without scripts the page of
// a site whose address is not known says what to do.

import { join } from 'node:path';
import { layCollection, TRIED } from '../tools/collection.mjs';
import { BROWSERS } from './browsers.mjs';
import { test } from './report.mjs';
import { serve } from './server.mjs';
import { build, Site, temporaryFolder } from './site.mjs';

const BASE_PATH = '/et/sted/';

/** What a reader meets there. */
function look() {
  const shown = (element) => element && !element.hidden && element.getBoundingClientRect().height > 0;
  const all = (name, selector) => [...document.querySelectorAll(selector)].map((element) => element[name]);
  return {
    styled: getComputedStyle(document.querySelector('.skip')).position === 'absolute',
    lost: Boolean(shown(document.getElementById('_lost'))),
    links: [...all('href', 'a'), ...all('action', 'form')].map((link) => link.split('#')[0]),
    heading: document.querySelector('h1').innerText,
  };
}

/** Addresses that are missing, each below a folder of the site or in none of them. */
function missing(site) {
  const folder = site.pages.find((page) => page.includes('/')).split('/')[0];
  return [
    'borte.html', `${folder}/borte.html`, `${folder}/${folder}/assets/borte.html`, 'sok/data/assets/borte.html',
    'ukjent/mappe/borte.html', `${'a/'.repeat(30)}borte.html`, `/${folder}//borte.html`, '%C3%A6/%22%3E/borte.html',
  ];
}

/** A tab that opens one address after another, and reads each page when it is whole. */
class Tab {
  static async open(browser, scripts) {
    const tab = await browser.newPage();
    if (!scripts) await tab.setJavaScriptEnabled(false);
    return new Tab(tab, scripts);
  }

  constructor(tab, scripts) {
    Object.assign(this, { tab, scripts, refused: [] });
    tab.on('console', (message) => /policy/i.test(message.text()) && this.refused.push(message.text()));
  }

  async look(address) {
    this.refused = [];
    const response = await this.tab.goto(address);
    if (this.scripts) await this.tab.waitForFunction(isDone, { timeout: 20_000 }).catch(() => {}); // a slow machine looks for the root still
    return { ...(await this.tab.evaluate(look)), refused: this.refused, status: response.status() };
  }
}

/** Whether the page has found the root, or says that it has not; a page that has loaded has its style. */
function isDone() {
  return Boolean(document.querySelector('link[rel="icon"]') || document.getElementById('_lost')?.hidden === false);
}

await test(async (report) => {
  const folder = temporaryFolder();
  layCollection(join(folder, 'samling'), TRIED);
  build(join(folder, 'samling'), join(folder, 'uten'));
  build(join(folder, 'samling'), join(folder, 'med'), '--base-url', `https://example.no${BASE_PATH}`);
  const site = new Site(join(folder, 'uten'));
  const below = site.pages.find((page) => page.includes('/')).split('/')[0];
  const rows = [
    ['uten adresse, ved roten', await serve(join(folder, 'uten'), '/', '404.html'), false],
    ['uten adresse, i en mappe', await serve(join(folder, 'uten'), `/${below}/sted/`, '404.html'), false],
    ['med adresse', await serve(join(folder, 'med'), BASE_PATH, '404.html'), true],
  ];
  let looked = 0;
  const check = async (tab, name, [what, base, known], page) => {
    const { scripts } = tab;
    const found = await tab.look(base + page);
    const say = (text) => report(page, `${name}, ${what}${scripts ? '' : ', uten skript'}: ${text}`);
    const targets = new Set([...site.pages.map((path) => base + path), base + page, (base + page).replace(/[^/]*$/, '')]);
    const astray = found.links.filter((link) => !/^(mailto|https):/.test(link) && !targets.has(link));
    const works = known || scripts;
    looked++;
    if (found.status !== 404) say(`status ${found.status}`);
    if (!found.styled) say('siden har ikke stil');
    if (found.refused.length) say(found.refused[0]);
    if (works && astray.length) say(`lenken leder bort: ${astray[0]}`);
    if (found.lost === works) say(works ? 'siden sier at lenkene ikke virker' : 'siden sier ikke hva en skal gjøre');
  };
  const tryAll = async ([name, open]) => {
    const browser = await open();
    const tab = await Tab.open(browser, true);
    for (const row of rows) for (const page of missing(site)) await check(tab, name, row, page);
    if (name !== 'Chromium') return; // BiDi cannot turn scripts off
    const plain = await Tab.open(browser, false);
    for (const row of rows) await check(plain, name, row, missing(site)[1]);
  };
  await Promise.all(Object.entries(BROWSERS).map(tryAll));
  return `${looked} ganger på villspor`;
});
