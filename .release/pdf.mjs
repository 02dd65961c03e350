#!/usr/bin/env node
// make pdf: the pages of a built site that are made for paper, as PDF: tagged, with bookmarks and numbered pages.
//
//     .release/pdf.mjs SITE [FOLDER]
//
// FOLDER gets them (build/pdf without), at the paths that the pages have; the site stays as it is. Needs Chromium and
// puppeteer-core (make test-deps), and qpdf. Each file is looked at when it is made, as pdf-check.mjs tells.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, eachPage } from '../tests/browser/browsers.mjs';
import { findFaults, readPdf, runQpdf } from './pdf-check.mjs';

const MADE_FOR_PAPER = /<article class="sheet"/; // an entry, whole, among others
const NOWHERE = 'http://site.invalid/'; // where a site is that does not tell its address
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp' };

/** What Chromium writes that PDF 1.7 has no name for, by what it is there. */
const ROLES = { '/Strong': '/Span', '/Em': '/Span' };

/** The site as it is told: where it lives, what it is called, and who is behind it. */
function readSite(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'site.webmanifest'), 'utf8'));
  const main = readFileSync(join(root, manifest.start_url), 'utf8');
  const [, graph = '{"@graph":[]}'] = main.match(/<script type="application\/ld\+json">(.*?)<\/script>/s) ?? [];
  const self = JSON.parse(graph)['@graph'].find((node) => node['@type'] === 'WebSite');
  return { root, manifest, base: self?.url ?? NOWHERE, publisher: self?.publisher?.name };
}

export function pagesForPaper(root) {
  const pages = readdirSync(root, { recursive: true }).filter((path) => path.endsWith('.html'));
  return pages.filter((path) => MADE_FOR_PAPER.test(readFileSync(join(root, path), 'utf8'))).sort();
}

/** What is asked for, out of the folder: nothing is fetched. A font that comes late is waited for. */
function answer(request, { root, base }) {
  const url = request.url().split(/[?#]/)[0];
  if (!url.startsWith(base)) return request.abort();
  const file = join(root, decodeURIComponent(url.slice(base.length)));
  const body = readFileSync(file), type = extname(file);
  const text = () => body.toString().replaceAll(/font-display: *optional/g, 'font-display: block');
  return request.respond({ body: type === '.css' ? text() : body, contentType: TYPES[type] ?? 'application/octet-stream' });
}

/**
 * In the page: what only a screen can do goes, and a link that leads nowhere from paper becomes what it says. Returns
 * the language and the title: that of the page, but a page about all of the site is called what the site is called.
 */
function forPaper(nowhere, { name, short_name }) {
  const here = location.href.split('#')[0];
  for (const link of document.querySelectorAll('a[href]'))
    if (link.href.startsWith(nowhere) && !link.href.startsWith(`${here}#`)) link.removeAttribute('href');
  if (document.querySelector('h1')?.textContent.trim().startsWith(short_name)) document.title = name;
  return { title: document.title, lang: document.documentElement.lang };
}

async function print(tab, page, site) {
  await tab.goto(site.base + page.split('/').map(encodeURIComponent).join('/'), { waitUntil: 'load' });
  const expected = await tab.evaluate(forPaper, NOWHERE, site.manifest);
  const pdf = await tab.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true, timeout: 0 });
  return { expected, pdf };
}

/** Says what tags that PDF 1.7 does not know are, and who made the file; and packs it, to half the size. */
function finish(raw, file, { publisher }) {
  const { objects, root, at } = readPdf(raw);
  const changed = {};
  const change = (reference, more) => (changed[`obj:${reference}`] = { value: { ...at(reference), ...more } });
  change(root['/StructTreeRoot'], { '/RoleMap': ROLES });
  change(objects.trailer.value['/Info'], { '/Creator': 'u:samling', ...(publisher && { '/Author': `u:${publisher}` }) });
  const update = `${raw}.json`;
  const [head] = JSON.parse(runQpdf('--json', '--json-key=qpdf', '--json-object=trailer', raw)).qpdf;
  writeFileSync(update, JSON.stringify({ qpdf: [head, changed] }));
  runQpdf(`--update-from-json=${update}`, '--object-streams=generate', '--recompress-flate', '--compression-level=9', '--min-version=1.7', raw, file);
}

/** Makes them all, or those pages; returns what is wrong with which. `said(file, pages)` is called for each. */
export async function makePdfs(root, folder, { pages = pagesForPaper(root), said = () => {} } = {}) {
  const site = readSite(root), faults = [];
  const work = mkdtempSync(join(tmpdir(), 'samling-pdf-'));
  const browser = await chromium();
  const prepare = async (tab) => {
    await tab.setJavaScriptEnabled(false);
    await tab.setRequestInterception(true);
    tab.on('request', (request) => answer(request, site));
  };
  const make = async (tab, page) => {
    const file = join(folder, page.replace(/html$/, 'pdf')), raw = join(work, page.replaceAll('/', '-'));
    const { expected, pdf } = await print(tab, page, site);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(raw, pdf);
    finish(raw, file, site);
    faults.push(...findFaults(file, expected).map((fault) => `${file}: ${fault}`));
    said(file);
  };
  await eachPage(browser, pages, make, { tabs: 2, prepare });
  await browser.close();
  rmSync(work, { recursive: true });
  return faults;
}

async function main([root, folder = 'build/pdf', ...more]) {
  if (!root || more.length) throw new Error('bruk: .release/pdf.mjs NETTSTED [MAPPE]');
  if (spawnSync('qpdf', ['--version']).error) throw new Error('qpdf mangler: apt-get install qpdf');
  if (!pagesForPaper(root).length) throw new Error(`${root} har ingen sider til utskrift: x-entries: print i content/schema.yaml`);
  const faults = await makePdfs(root, folder, { said: (file) => console.log(`${file} (${statSync(file).size} byte)`) });
  faults.forEach((fault) => console.error(fault));
  return faults.length ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  main(process.argv.slice(2)).then((status) => process.exit(status), (error) => {
    console.error(error.message);
    process.exit(1);
  });
