#!/usr/bin/env node
// On paper there are no controls, but the address and the day: of an entry, of two that are compared and of a
// search, which says what was asked and has all its hits, also those that wait for a press on the screen.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './browsers.mjs';
import { test } from './report.mjs';
import { buildSite } from './site.mjs';

const CONTROLS = 'main :is(button, input, select, summary, nav, form)';

/** In the page: what a printer gets of it. What is chosen in a search is a button on the screen, and words on paper. */
function printed(controls) {
  dispatchEvent(new Event('beforeprint'));
  const shown = [...document.querySelectorAll(controls)].filter((element) => !element.matches('.chip') && element.checkVisibility());
  const texts = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).map((element) => element.innerText);
  return {
    controls: shown.map((element) => element.textContent.trim() || element.outerHTML),
    foot: texts('.paper').join(),
    heading: texts('h1').join(),
    chips: texts('.chip'),
    hits: texts('#entries_results > li').length,
  };
}

async function onPaper(browser, url, ready) {
  const tab = await browser.newPage();
  await tab.goto(url);
  if (ready) await tab.waitForSelector(ready, { visible: true });
  await tab.emulateMediaType('print');
  const seen = await tab.evaluate(printed, CONTROLS);
  await tab.evaluate(() => dispatchEvent(new Event('afterprint')));
  await tab.close();
  return seen;
}

/** What an address says of a value that can be ticked: tema=styring. The scripts put boxes in place of the links. */
function firstValue({ root }, list) {
  const [, key, id] = readFileSync(join(root, list), 'utf8').match(/data-key="([^"]*)"[^]*?<a href="[^"]*?([^"\/]*)\.html"/);
  return `${key}=${id}`;
}

async function search(browser, site, report) {
  const { list } = site.facts.pages, { entries } = site.facts, url = site.url(list);
  const [{ title }] = entries, query = `?q=${encodeURIComponent(title)}&${firstValue(site, list)}`;
  const asked = await onPaper(browser, url + query, '.chip');
  if (!asked.heading.includes(title)) report(list, `på papir står det ikke hva det er søkt etter, men «${asked.heading}»`);
  if (asked.chips.length !== 1) report(list, `på papir er det ${asked.chips.length} valg`);
  const all = await onPaper(browser, `${url}?sort=title`, '#entries_results');
  if (all.hits !== entries.length) report(list, `på papir er det ${all.hits} treff av ${entries.length}`);
  return { [list + query]: asked, [`${list}?sort=title`]: all };
}

await test(async (report) => {
  const site = buildSite(), browser = await chromium();
  const { search: searched, pages: { compare } } = site.facts;
  const [page, other] = site.entryPages(), ids = [page, other].map((path) => path?.match(/([^/]*)\.html$/)[1]);
  const sheets = { [page]: await onPaper(browser, site.url(page)) };
  if (compare && other) sheets[compare] = await onPaper(browser, `${site.url(compare)}?id=${ids.join('&id=')}`, '#compare_table table');
  if (searched) Object.assign(sheets, await search(browser, site, report));
  for (const [at, { controls, foot }] of Object.entries(sheets)) {
    if (controls.length) report(at, `på papir: ${controls.join(', ')}`);
    if (!/\.html\b.*\d/s.test(foot)) report(at, `foten på papir er «${foot}»`);
  }
  await browser.close();
  return `${Object.keys(sheets).length} sider på papir`;
});
