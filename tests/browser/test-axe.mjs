#!/usr/bin/env node
// axe finds nothing on any page, light or dark, wide or narrow.

import { prepareAxe, runAxe } from './axe.mjs';
import { chromium, eachLook, eachPage, LOOKS } from './browsers.mjs';
import { test } from './report.mjs';
import { buildSite } from './site.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

await test(async (report) => {
  const browser = await chromium();
  const site = buildSite();
  await eachPage(browser, site.pages, async (tab, page) => {
    await tab.goto(site.url(page));
    await prepareAxe(tab);
    await eachLook(tab, async (look) => {
      for (const found of await runAxe(tab, true, TAGS)) report(page, `${look}: ${found}`);
    });
  });
  return `${site.pages.length} sider × ${LOOKS} kontroller`;
});
