#!/usr/bin/env node
// The site works in Firefox from a folder: the first page of each family, and this place's share of the
// others (offline.mjs).

import { firefox } from './browsers.mjs';
import { checkFaults, checkPages, clickThrough, pagesAt } from './offline.mjs';
import { test } from './report.mjs';
import { buildSite } from './site.mjs';
import { checkTraps } from './traps.mjs';

await test(async (report) => {
  const browser = await firefox();
  await checkTraps(browser, report);
  await checkFaults(browser, report, 1);
  const site = buildSite();
  const pages = pagesAt(site, 'Firefox, file:');
  await checkPages(browser, site, report, { tabs: 1, pages });
  await clickThrough(browser, site, report);
  return `${pages.length} av ${site.pages.length} sider`;
});
