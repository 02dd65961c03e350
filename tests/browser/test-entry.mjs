#!/usr/bin/env node
// What can be done with the page of an entry: the link and the citation, in words and as records, are copied, or
// marked where the browser refuses. Few figures are large, and the ones left stay.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './browsers.mjs';
import { test } from './report.mjs';
import { buildSite } from './site.mjs';

const FIGURES = 4;

/** In the page: the clipboard keeps what it is given, or refuses, as do browsers for a file on a disk. */
function clipboard(refuses) {
  window.copied = [];
  const writeText = async (text) => { if (refuses) throw new DOMException('refused', 'NotAllowedError'); window.copied.push(text); };
  Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  document.execCommand = () => false;
}

async function press(tab, name) {
  await tab.evaluate((id) => { document.getElementById('entry_said').textContent = ''; document.getElementById(id).click(); }, `entry_${name}`);
  await tab.waitForFunction(() => document.getElementById('entry_said').textContent);
  return tab.evaluate(() => ({ said: document.getElementById('entry_said').textContent, copied: window.copied.at(-1), marked: String(getSelection()) }));
}

async function copies(browser, url, refuses, say) {
  const tab = await browser.newPage();
  await tab.evaluateOnNewDocument(clipboard, refuses);
  await tab.goto(url);
  const due = await tab.evaluate(() => ({
    copy: document.querySelector('link[rel="canonical"]')?.href ?? location.href,
    copy_citation: document.getElementById('entry_citation').textContent,
    copy_bibtex: document.getElementById('entry_bibtex').textContent,
    copy_ris: document.getElementById('entry_ris').textContent,
    says: { ...document.getElementById('entry_said').dataset },
    title: document.querySelector('h1').textContent,
  }));
  if (!due.copy_citation.includes(due.title) || !due.copy_citation.includes(due.copy)) say(`henvisningen er «${due.copy_citation}»`);
  for (const name of ['copy', 'copy_citation', 'copy_bibtex', 'copy_ris']) {
    const { said, copied, marked } = await press(tab, name);
    const got = refuses ? marked.trim() : copied.trim(), words = refuses ? due.says.notCopied : due.says.copied;
    if (got !== due[name].trim()) say(`${name}, ${refuses ? 'nektet' : 'tillatt'}: «${got}», skal være «${due[name]}»`);
    if (said !== words) say(`${name} sier «${said}»`);
  }
  await tab.close();
}

await test(async (report) => {
  const site = buildSite(), browser = await chromium();
  const pages = site.entryPages(), large = (page) => readFileSync(join(site.root, page), 'utf8').match(/<dl class="numbers"[^]*?<\/dl>/)?.[0].match(/<dt>/g).length ?? 0;
  for (const page of pages) if (large(page) > FIGURES) report(page, `har ${large(page)} store tall`);
  const [page] = pages.sort((a, b) => large(b) - large(a));
  const say = (text) => report(page, text);
  for (const refuses of [false, true]) await copies(browser, site.url(page), refuses, say);
  await browser.close();
  return `${pages.length} tekster, og ${page} kopiert og nektet`;
});
