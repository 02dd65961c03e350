#!/usr/bin/env node
// Pictures of the main pages, and what they look like on paper, for people to look at. They are
// put into $SCREENSHOTS, or build/screenshots. The short form has two looks of each page.

import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, eachLook, eachPage, looksOf } from './browsers.mjs';
import { test } from './report.mjs';
import { buildSite, PROJECT } from './site.mjs';

const HIGHEST = 16_000; // pixels; Chromium takes no picture of a page that is much higher

// The pictures of one page have one name however the collection grows: «tema», not «tema-styring».
// Every page at the top is one, and the first of each kind of entry and term that has a list of its own.
function choose(site) {
  const { path, facets } = site.facts;
  const families = [path, ...facets.filter(({ index }) => index).map(({ path }) => path)].map((path) => `${path}/`);
  const firsts = families.map((family) => [family, site.pages.find((page) => page.startsWith(family))]);
  return [...site.pages.filter((page) => !page.includes('/')).map((page) => [page, page]), ...firsts].filter(([, page]) => page);
}

const isPrinted = ({ path, facets, pages }, key) =>
  ['index.html', pages.overview, pages.print, `${path}/`, ...facets.filter(({ field }) => field !== facets[0].field).slice(0, 1).map(({ path }) => `${path}/`)].includes(key);

function pictureName(key) {
  return key.endsWith('/') ? `${key.slice(0, -1)}-en` : key.replace('.html', '');
}

/** The page of the entry with the longest title. */
function longestTitle({ entries }) {
  return entries.reduce((longest, entry) => (entry.title.length > longest.title.length ? entry : longest)).address;
}

await test(async (report) => {
  const browser = await chromium();
  const site = buildSite();
  const folder = process.env.SCREENSHOTS ?? join(PROJECT, 'build/screenshots');
  mkdirSync(folder, { recursive: true });

  const chosen = [...choose(site), ['lang-tittel.html', longestTitle(site.facts)]];
  let made = 0;
  const take = async (tab, [key, page, looks]) => {
    const name = pictureName(key);
    await tab.goto(site.url(page));
    await eachLook(tab, async (look, width) => {
      const path = join(folder, `${name}-${look.replace(' ', '-')}.png`);
      const height = await tab.evaluate(() => document.documentElement.scrollHeight);
      await tab.screenshot({ path, clip: { x: 0, y: 0, width, height: Math.min(height, HIGHEST) } });
      made++;
      if (statSync(path).size < 1000) report(path, 'bildet er tomt');
    }, looks);
    if (!isPrinted(site.facts, key)) return;
    const pdf = await tab.pdf({ format: 'A4', preferCSSPageSize: true });
    writeFileSync(join(folder, `${name}.pdf`), pdf);
    made++;
    const sheets = Buffer.from(pdf).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    console.log(`${name}.pdf: ${sheets} ark`);
    if (!sheets) report(page, 'utskriften er tom');
  };
  await eachPage(browser, chosen.map(([key, page], i) => [key, page, looksOf(i)]), take, { tabs: 1 }); // only the tab in front can be pictured
  return `${made} bilder og utskrifter i ${folder}`;
});
