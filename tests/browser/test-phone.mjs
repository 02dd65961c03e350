#!/usr/bin/env node
// On a phone what a page is for is on the first screen: the header is low, and an entry begins, and
// the first hit is seen, without scrolling. The front page has pictures and examples.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './browsers.mjs';
import { test } from './report.mjs';
import { buildSite } from './site.mjs';

const PHONE = { width: 390, height: 844 };
const HEADER = 120, TARGET = 44, DRAWINGS = 5, EXAMPLES = 3;
const LONGEST = 12; // the entries that begin with most text are tried

/* Where the first sentence of an element ends, from the top of the page. */
function endOfSentence(selector) {
  const text = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT).nextNode();
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(text, text.data.match(/^[^]*?[.!?](?=\s|$)/)?.[0].length ?? text.data.length);
  return range.getBoundingClientRect().bottom + scrollY;
}

await test(async (report) => {
  const site = buildSite(), browser = await chromium(), tab = await browser.newPage();
  await tab.setViewport(PHONE);
  const open = async (page) => {
    await tab.goto(site.url(page));
    const height = await tab.$eval('.site-header', (header) => header.offsetHeight);
    if (height > HEADER) report(page, `toppen er ${height} px, skal være høyst ${HEADER}`);
  };

  await open('index.html');
  const drawings = await tab.$$eval('main img, main svg image', (images) => images.length);
  const examples = await tab.$$eval('.featured > li', (entries) => entries.length);
  const terms = await tab.$$eval('.cover', (covers) => covers.length);
  if (drawings < Math.min(DRAWINGS, terms)) report('index.html', `har ${drawings} tegninger, skal ha minst ${DRAWINGS}`);
  if (examples < Math.min(EXAMPLES, site.facts.entries.length)) report('index.html', `viser fram ${examples}, skal vise minst ${EXAMPLES}`);

  const begun = (page) => readFileSync(join(site.root, page), 'utf8').match(/<h1[^]*?(?=<\/p>)/)[0].length;
  const entries = site.entryPages().sort((a, b) => begun(b) - begun(a)).slice(0, LONGEST);
  for (const page of entries) {
    await open(page);
    const end = await tab.evaluate(endOfSentence, 'main .lead');
    if (end > PHONE.height) report(page, `den første setningen slutter ${Math.round(end)} px nede`);
  }

  const asked = await tab.$eval('h1', (heading) => heading.textContent.split(' ')[0]);
  await open(site.facts.pages.list);
  await tab.goto(`${site.url(site.facts.pages.list)}?q=${encodeURIComponent(asked)}`);
  await tab.waitForSelector('#entries_results:not([hidden]) h2');
  const hit = await tab.$eval('#entries_results h2', (heading) => heading.getBoundingClientRect().bottom);
  if (hit > PHONE.height) report(site.facts.pages.list, `det første treffet for «${asked}» slutter ${Math.round(hit)} px nede`);

  // What is chosen is told where the filters are folded away, and the way from them to the hits is in sight.
  await tab.click('#entries_filters > summary');
  await tab.click('#entries_filters details > summary');
  await tab.click('#entries_filters details label');
  await tab.waitForFunction(() => /\(1\)$/.test(document.querySelector('#entries_filters h2').textContent));
  const way = await tab.$eval('#entries_show button', (button) => ({ text: button.textContent, bottom: button.getBoundingClientRect().bottom }));
  const said = await tab.$eval('#entries_status', (status) => status.textContent);
  if (way.bottom > PHONE.height || !way.text.includes(parseInt(said))) report(site.facts.pages.list, `panelet: «${way.text}» ${way.bottom} px nede, «${said}»`);
  const small = await tab.$$eval('.site-header summary, #entries_filters summary, #entries_filters label, #entries_chips :is(a, button), #entries_list select, #entries_show button',
    (targets, least) => targets.filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < least).map((target) => target.textContent), TARGET);
  if (small.length) report(site.facts.pages.list, `lavere enn ${TARGET} px: ${small.join(', ')}`);
  await tab.click('#entries_show button');
  const stillOpen = await tab.$eval('#entries_filters', (panel) => panel.open);
  if (stillOpen || (await tab.evaluate(() => document.activeElement.id)) !== 'entries_status') report(site.facts.pages.list, 'knappen i panelet leder ikke til treffene');
  await browser.close();
  return `${entries.length} tekster, forsiden og et søk på ${PHONE.width} × ${PHONE.height}`;
});
