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

async function openAt(browser, address, scripts) {
  const tab = await browser.newPage();
  if (!scripts) await tab.setJavaScriptEnabled(false);
  const refused = [];
  tab.on('console', (message) => /policy/i.test(message.text()) && refused.push(message.text()));
  const response = await tab.goto(address, { waitUntil: 'networkidle0' });
  const isDone = () => document.querySelector('link[rel="icon"]') || document.getElementById('_lost')?.hidden === false;
  if (scripts) await tab.waitForFunction(isDone, { timeout: 20_000 }).catch(() => {}); // a slow machine looks for the root still
  const found = await tab.evaluate(look);
  await tab.close();
  return { ...found, refused, status: response.status() };
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
  const check = async (browser, name, [what, base, known], page, scripts) => {
    const found = await openAt(browser, base + page, scripts);
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
  for (const [name, open] of Object.entries(BROWSERS)) {
    const browser = await open();
    for (const row of rows) for (const page of missing(site)) await check(browser, name, row, page, true);
    if (name === 'Chromium') for (const row of rows) await check(browser, name, row, missing(site)[1], false); // BiDi cannot turn scripts off
  }
  return `${looked} ganger på villspor`;
});
