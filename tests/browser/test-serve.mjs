#!/usr/bin/env node
// What is saved is shown: `samling serve` and Chromium, with an edit of each kind. A page that was whole stays
// while its file has an error, which is told over it. Whether nothing else on a page is touched is test-live.mjs's.

import { join } from 'node:path';
import { chromium } from './browsers.mjs';
import { editsOf, Preview } from './preview.mjs';
import { test } from './report.mjs';
import { temporaryFolder } from './site.mjs';
import { layCollection, readCollection } from '../tools/collection.mjs';

const until = (tab, work, ...values) => tab.waitForFunction(work, { polling: 20, timeout: 15_000 }, ...values);
const tellsOf = (file) => document.querySelector('samling-findings')?.shadowRoot.querySelector('section').checkVisibility() && document.querySelector('samling-findings').shadowRoot.textContent.includes(file);
const tellsNothing = () => !document.querySelector('samling-findings')?.checkVisibility();

async function tryEdit(tab, preview, { name, file, page, change, shows, extra }, report) {
  const text = preview.read(file);
  const answer = await tab.goto(preview.base + page);
  if (answer.status() !== 200) report(page, `svarer ${answer.status()}`);
  if (await tab.evaluate(shows, 1, extra)) report(page, `${name}: vises før det er skrevet`);
  preview.write(file, change(text, 1));
  await until(tab, shows, 1, extra).catch(() => report(page, `${name}: vises ikke`));
  preview.write(file, text);
  await until(tab, `!(${shows})(1, ${JSON.stringify(extra)})`).catch(() => report(page, `${name}: blir stående`));
}

/** An error is told over the page, which stays as it was, and goes when it is mended, with what else was written. */
async function tryError(tab, preview, { file, page, change, shows }, report) {
  const text = preview.read(file);
  await tab.goto(preview.base + page);
  preview.write(file, change(text.replace(/^title:/m, 'titel:'), 2));
  await until(tab, tellsOf, file).catch(() => report(page, 'feilen vises ikke'));
  const isAsBefore = await tab.evaluate((n) => !document.body.textContent.includes(`Prøve nummer ${n}.`) && Boolean(document.querySelector('main h1')), 2);
  if (!isAsBefore) report(page, 'siden er ikke som før feilen');
  await tab.goto(preview.base);
  await until(tab, tellsOf, file).catch(() => report('index.html', 'feilen vises ikke på en annen side'));
  await tab.goto(preview.base + page);
  preview.write(file, change(text, 2));
  await until(tab, shows, 2).catch(() => report(page, 'det som er rettet, vises ikke'));
  await until(tab, tellsNothing).catch(() => report(page, 'feilen blir stående'));
  preview.write(file, text);
}

async function tryEditorPage(tab, preview, report) {
  const answer = await tab.goto(`${preview.base}_samling`);
  const title = await tab.evaluate(() => document.querySelector('h1')?.textContent);
  if (answer.status() !== 200 || !title) report('_samling', `svarer ${answer.status()}: ${title}`);
}

await test(async (report) => {
  const folder = join(temporaryFolder(), 'samling'), launched = chromium();
  layCollection(folder);
  const preview = await new Preview(folder).start('--lang', 'nb');
  const edits = await editsOf(preview, readCollection(folder)), tab = await (await launched).newPage();
  tab.on('pageerror', (error) => report(tab.url(), `feil i et script: ${error.message}`));
  for (const edit of edits) await tryEdit(tab, preview, edit, report);
  await tryError(tab, preview, edits[0], report);
  await tryEditorPage(tab, preview, report);
  const status = await preview.stop();
  if (status !== 0) report('samling serve', `endte med ${status}`);
  return `${edits.length} slags endringer`;
});
