#!/usr/bin/env node
// The site works in Chromium, from a folder and below a path on a web server.

import { chromium } from './browsers.mjs';
import { checkFaults, checkPages, clickThrough } from './offline.mjs';
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
  for (const place of [site, served]) {
    await checkPages(browser, place, report);
    await clickThrough(browser, place, report);
  }
  return `${site.pages.length} sider × 2 steder`;
});
