#!/usr/bin/env node
// axe finds nothing on any page, light or dark, wide or narrow: on the first of each family in all four
// looks, on the others in one of them (site.mjs, `ways`).

import { prepareAxe, runAxe } from './axe.mjs';
import { chromium, eachLook, eachPage, LOOKS } from './browsers.mjs';
import { test } from './report.mjs';
import { buildSites } from './site.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

await test(async (report) => {
  const browser = await chromium();
  let pages = 0;
  let runs = 0;
  const work = async (tab, [url, page, looks]) => {
    await tab.goto(url);
    await prepareAxe(tab);
    const judge = async (look) => {
      for (const found of await runAxe(tab, true, TAGS)) report(page, `${look}: ${found}`);
      runs++;
    };
    await eachLook(tab, judge, looks);
    pages++;
  };
  const tried = buildSites().flatMap((site) => [...site.ways(LOOKS)].map(([page, looks]) => [site.url(page), page, looks]));
  await eachPage(browser, tried, work);
  return `${pages} sider, ${runs} kontroller`;
});
