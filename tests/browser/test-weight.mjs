#!/usr/bin/env node
// What a reader waits for fits in the first round trip: page and style, compressed, and scripts that
// the page waits for. Those it does not wait for (`defer`) are told beside it.

import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from './report.mjs';
import { buildSite } from './site.mjs';

const FIRST_ROUND_TRIP = 14336;
const SEEN = 10; // entries of the list of all: those below are not in its first view
const STYLE = 6144; // of all that one page has

const WAITED_FOR = /<(?:link\b(?![^>]*\bmedia="print")[^>]*\brel="stylesheet"[^>]*\bhref|script\b(?![^>]*\bdefer)[^>]*\bsrc)="([^"]*)"/g;
const DEFERRED = /<script\b(?=[^>]*\bdefer)[^>]*\bsrc="([^"]*)"/g;

await test(async (report) => {
  const site = buildSite();
  const read = (file) => readFileSync(join(site.root, file));
  const compressed = (file) => gzipSync(read(file), { level: 9 }).length;
  const loaded = (page, pattern) =>
    [...read(page).toString().matchAll(pattern)].map(([, href]) => normalize(join(dirname(page), href)));
  const sum = (files) => files.reduce((total, file) => total + compressed(file), 0);
  const { list } = site.facts.pages;
  const firstView = (page) => read(page).toString().split('<li class="card">').slice(0, page === list ? SEEN + 1 : undefined).join('');
  const weight = (page) => gzipSync(firstView(page), { level: 9 }).length + sum(loaded(page, WAITED_FOR));

  const heaviest = site.entryPages()
    .reduce((most, page) => (weight(page) > weight(most) ? page : most));
  const { overview } = site.facts.pages;
  const weighed = ['index.html', '404.html', list, heaviest, ...(overview ? [overview] : [])];
  for (const page of weighed) {
    const later = sum(loaded(page, DEFERRED));
    console.log(`${page}: ${weight(page)} byte av ${FIRST_ROUND_TRIP}, hele siden ${compressed(page)}${later ? `, og ${later} som siden ikke venter på` : ''}`);
    if (weight(page) > FIRST_ROUND_TRIP) report(page, `${weight(page)} byte, skal være høyst ${FIRST_ROUND_TRIP}`);
  }
  const seen = new Set();
  for (const page of site.pages) {
    const styles = loaded(page, WAITED_FOR).filter((file) => file.endsWith('.css')), size = sum(styles);
    if (!seen.has(`${styles}`)) console.log(`${styles}: ${size} byte av ${STYLE}`);
    if (!seen.has(`${styles}`) && size > STYLE) report(page, `stilarkene er ${size} byte, skal være høyst ${STYLE}`);
    seen.add(`${styles}`);
    const tags = read(page).toString().replace(/="[^"]*"/g, '=""');
    // 404.html is shown where no style sheet can be found for certain (theme/README.md).
    if (/<style\b/i.test(tags) && page !== '404.html') report(page, 'har et style-element');
    if (/<[^>]*\sstyle=/i.test(tags)) report(page, 'har en style-egenskap');
  }
  return `${weighed.length} sider veid, ${site.pages.length} sider sett gjennom`;
});
