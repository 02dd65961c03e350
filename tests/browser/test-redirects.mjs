#!/usr/bin/env node
// A former address leads on to the page: from a folder as from a server, in both browsers, by
// itself and by its link.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, firefox } from './browsers.mjs';
import { test } from './report.mjs';
import { serve } from './server.mjs';
import { build, PROJECT, Site, temporaryFolder } from './site.mjs';

/** The site, and where each former address leads: { from: [language, to] }. */
function buildWithRedirects() {
  const folder = join(temporaryFolder(), 'En mappe med æøå');
  const root = join(folder, 'side');
  const done = spawnSync('tests/tools/with-redirects', [folder], { cwd: PROJECT, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`with-redirects: ${done.error ?? done.stderr}`);
  build(folder, root);
  return [root, JSON.parse(done.stdout)];
}

/** The page as it stands in the file: a browser would be gone before it could be asked. */
function read(tab, root, page) {
  const html = readFileSync(join(root, page), 'utf8');
  return tab.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    return {
      lang: parsed.documentElement.lang,
      title: parsed.title,
      headings: parsed.querySelectorAll('main h1').length,
      robots: parsed.querySelector('meta[name=robots]')?.content,
      links: [...parsed.querySelectorAll('main a')].map((link) => link.getAttribute('href')),
      refresh: parsed.querySelector('meta[http-equiv=refresh]')?.content,
    };
  }, html);
}

await test(async (report) => {
  const [root, expected] = buildWithRedirects();
  const base = await serve(root);
  const sites = [new Site(root), new Site(root, base)];
  let followed = 0;
  for (const [name, open] of Object.entries({ Chromium: chromium, Firefox: firefox })) {
    const browser = await open();
    const tab = await browser.newPage();
    for (const [page, [lang, target]] of Object.entries(expected)) {
      const say = (text) => report(page, `${name}: ${text}`);
      await tab.goto('about:blank');
      const found = await read(tab, root, page);
      const way = '../'.repeat(page.split('/').length - 1);
      const path = found.links[0]?.slice(way.length);
      if (found.lang !== lang) say(`språket er ${found.lang}`);
      if (found.headings !== 1 || !/flytt[ae]|moved/.test(found.title)) say(`siden sier ikke at den er flyttet: ${found.title}`);
      if (found.robots !== 'noindex') say('siden kan bli indeksert');
      if (found.links.length !== 1 || path !== target) say(`lenkene er ${found.links}`);
      if (found.refresh !== `0; url=${found.links[0]}`) say(`siden sender til ${found.refresh}`);
      for (const site of sites) {
        await tab.goto(site.url(page)).catch(() => {}); // the browser may leave while it loads
        const arrived = await tab
          .waitForFunction((address) => location.href === address && document.readyState === 'complete', { timeout: 30_000 }, site.url(path))
          .then(() => true, () => false);
        if (arrived) followed++;
        else say(`${site.base.split(':')[0]}: kom til ${await tab.evaluate(() => location.href)}`);
      }
    }
  }
  return `${Object.keys(expected).length} tidligere adresser, fulgt ${followed} ganger`;
});
