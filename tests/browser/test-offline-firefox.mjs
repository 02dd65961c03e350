#!/usr/bin/env node
// The site works in Firefox from a folder.

import { firefox } from './browsers.mjs';
import { checkFaults, checkPages, clickThrough } from './offline.mjs';
import { test } from './report.mjs';
import { buildSite } from './site.mjs';
import { checkTraps } from './traps.mjs';

await test(async (report) => {
  const browser = await firefox();
  await checkTraps(browser, report);
  await checkFaults(browser, report, 1);
  const site = buildSite();
  await checkPages(browser, site, report, 1);
  await clickThrough(browser, site, report);
  return `${site.pages.length} sider`;
});
