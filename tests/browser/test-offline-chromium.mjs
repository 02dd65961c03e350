#!/usr/bin/env node
// The site works in Chromium, from a folder and below a path on a web server: the first page of each family
// at both places, the others at one of the places that offline.mjs has.

import { chromium } from './browsers.mjs';
import { checkFaults, checkPages, clickThrough, pagesAt } from './offline.mjs';
import { test } from './report.mjs';
import { serve } from './server.mjs';
import { buildSite } from './site.mjs';
import { checkTraps } from './traps.mjs';

await test(async (report) => {
  const browser = await chromium();
  await checkTraps(browser, report);
  await checkFaults(browser, report);
  const site = buildSite();
  const served = site.at(await serve(site.root, '/en/under/mappe/'));
  let tried = 0;
  for (const [name, place] of [['Chromium, file:', site], ['Chromium, http:', served]]) {
    const pages = pagesAt(site, name);
    await checkPages(browser, place, report, { pages });
    await clickThrough(browser, place, report);
    tried += pages.length;
  }
  return `${site.pages.length} sider, åpnet ${tried} ganger`;
});
