#!/usr/bin/env node
// axe finds nothing on any page, light or dark, wide or narrow.

import { chromium, eachPage, load } from './browsers.mjs';
import { test } from './report.mjs';
import { buildSite } from './site.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [1280, 320];
const SCHEMES = ['light', 'dark'];

async function violations(tags) {
  document.querySelectorAll('details').forEach((details) => (details.open = true));
  const { violations } = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`),
  );
}

await test(async (report) => {
  const { default: axe } = await load('axe-core');
  const browser = await chromium();
  const site = buildSite();
  await eachPage(browser, site.pages, async (tab, page) => {
    await tab.goto(site.url(page));
    await tab.evaluate(axe.source);
    for (const width of WIDTHS) {
      await tab.setViewport({ width, height: 900 });
      for (const scheme of SCHEMES) {
        await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        for (const found of await tab.evaluate(violations, TAGS)) report(page, `${width} ${scheme}: ${found}`);
      }
    }
  });
  return `${site.pages.length} sider × ${WIDTHS.length * SCHEMES.length} kontroller`;
});
