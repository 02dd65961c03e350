#!/usr/bin/env node
// What `make pdf` makes of pages for paper is tagged, told in a language, titled, bookmarked and numbered, and its links
// can be followed; pdf-check.mjs finds nothing, and tells of each thing that a control page lacks. With SAMLING_WAYS=all
// every page for paper is tried, of all collections.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFaults } from '../../.release/pdf-check.mjs';
import { makePdfs, pagesForPaper } from '../../.release/pdf.mjs';
import { PROJECT } from '../tools/collection.mjs';
import { ALL_WAYS, chromium } from './browsers.mjs';
import { Skipped, test } from './report.mjs';
import { build, buildSite, buildSites, temporaryFolder } from './site.mjs';

const ADDRESS = 'https://example.org/sub/';

function hostileSite() {
  const folder = temporaryFolder(), root = join(folder, 'site');
  spawnSync(join(PROJECT, 'tests/tools/hostile-collection'), [join(folder, 'laid')]);
  build(join(folder, 'laid'), root, '--base-url', ADDRESS);
  return { root };
}

/** Of these pages the smallest, or all in the long form. */
function chosen(root) {
  const pages = pagesForPaper(root), size = (page) => statSync(join(root, page)).size;
  return ALL_WAYS ? pages : pages.sort((a, b) => size(a) - size(b)).slice(0, 1);
}

/** Each sheet of paper says which of how many it is; the first may be a cover. */
function numbers(file, report) {
  const { stdout, error } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  if (error) return console.log('hoppet over: pdftotext mangler (poppler-utils), så numrene på sidene er ikke lest');
  const sheets = stdout.split('\f').slice(0, -1);
  const wrong = sheets.findIndex((sheet, i) => i && !new RegExp(`(^|\\s)${i + 1} ?/ ?${sheets.length}$`).test(sheet.trimEnd()));
  if (wrong >= 0) report(file, `ark ${wrong + 1} av ${sheets.length} har ikke numrene sine nederst`);
}

async function trySite({ root }, report) {
  const folder = temporaryFolder(), pages = chosen(root), before = readFileSync(join(root, 'SHA256SUMS'), 'utf8');
  for (const fault of await makePdfs(root, folder, { pages })) report(root, fault);
  for (const page of pages) {
    const file = join(folder, page.replace(/html$/, 'pdf'));
    if (existsSync(file)) numbers(file, report);
    else report(page, 'er ikke blitt en PDF');
  }
  if (before !== readFileSync(join(root, 'SHA256SUMS'), 'utf8')) report(root, 'er endret');
  return pages.length;
}

/** A page with every kind of fault, and what is said of it. */
const BAD = `<title>Annet</title><h2>To</h2><h4>Fire</h4><svg role="img" width="9" height="9"><rect width="9" height="9"/></svg><a href="http://site.invalid/x">x</a><strong>s</strong>`;
const EXPECTED = { title: 'Tittel', lang: 'se' };
const TOLD = ['ventet «se»', 'ventet «Tittel»', 'ingen kan følge', 'ikke kjenner: Strong', 'bilder uten tekst', 'på nivå 2', 'fra nivå 2 til 4'];

async function control(report) {
  const browser = await chromium(), tab = await browser.newPage(), folder = temporaryFolder();
  await tab.setContent(BAD);
  const print = async (name, options) => {
    const file = join(folder, name);
    writeFileSync(file, await tab.pdf(options));
    return findFaults(file, EXPECTED).join('\n');
  };
  const bad = await print('bad.pdf', { tagged: true, outline: true }), bare = await print('bare.pdf', { tagged: false });
  for (const words of TOLD) if (!bad.includes(words)) report('kontroll', `det sies ikke «${words}», men «${bad}»`);
  for (const words of ['uten merker', 'uten bokmerker']) if (!bare.includes(words)) report('kontroll', `det sies ikke «${words}», men «${bare}»`);
  await browser.close();
}

await test(async (report) => {
  if (spawnSync('qpdf', ['--version']).error) throw new Skipped('qpdf mangler (make test-deps)');
  await control(report);
  let made = 0;
  for (const site of [...(ALL_WAYS ? buildSites() : [buildSite()]), hostileSite()]) made += await trySite(site, report);
  return `${made} sider ble PDF`;
});
