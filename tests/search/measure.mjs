/*
 * Shows how fast the search of a built site answers in Chromium, from a folder,
 * while queries are typed letter by letter. It judges nothing.
 *
 *     node tests/search/measure.mjs SITE [ROUNDS [LIST]]
 *
 * «motor» is a page with the search alone, «side» the list of all entries with all
 * that it does. Cold is a new page; warm is the same query typed in it once more. A
 * key comes PAUSE ms after the one before it was first answered: what still loads
 * for earlier keys is in the way, as it is for whoever types. Last, how many of all the
 * cold keys were first answered within SOON.
 */
import fs from 'node:fs';
import {dirname} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from '../browser/browsers.mjs';

const QUERIES = ['krav', 'styring', 'tillit', 'medbestemmelse', 'kommune', 'ing', 'forsøk', 'nav', 'en', 'ledelse',
  'medbestemelsne', 'mindre rapportering', 'tillit i staten', 'departementet', 'xyz'];
const PAUSE = 100, SOON = 50, ALONE = 'samling-measure.html';

const [site, rounds = 3, list = 'tiltak.html'] = process.argv.slice(2);
const page_text = fs.readFileSync(`${site}/${list}`, 'utf8');
const [, start_file] = page_text.match(/data-index="([^"]*)"/);
const engine = page_text.match(/<script src="[^"]*search[^"]*\.js"[^>]*><\/script>/g).join('').replaceAll(' defer', '');

/* The rest of this file's functions run in the browser, but the last ones. */

/* Asks, and calls back with each answer: whether it is the final one. */
function ways(folder) {
  const opened = typeof samling_opened === 'object' ? samling_opened : null;
  if (opened) return {opened, ask: (text, done) => samling_search.find(text, answer => done(answer.final))};
  const [status, results] = ['status', 'results'].map(name => document.getElementById('entries_' + name));
  const field = document.querySelector('main form').elements.q;
  const watch = done => {
    const observer = new MutationObserver(seen => done(seen.some(({target}) => target === status)));
    for (const element of [status, results]) observer.observe(element, {childList: true});
    return observer;
  };
  let observer;
  return {
    opened: new Promise(done => status.textContent ? done() : watch(done)),
    ask(text, done) {
      observer?.disconnect();
      observer = watch(done);
      field.value = text;
      field.dispatchEvent(new Event('input', {bubbles: true}));
    },
  };
}

/* Types a query, and gives for each key: ms to the first answer, to the frame that shows it, to the final one; the files loaded for it. */
async function type(query, pause) {
  const {opened, ask} = window.search_ways ??= window.make_ways();
  await opened;
  const files = () => [...document.scripts].map(script => script.src).filter(src => /\/[wpf]\d*-\w+\.js$/.test(src));
  const before = files().length, keys = [];
  let seen = before;
  let final;
  for (let length = 1; length <= query.length; length++) {
    const key = {}, start = performance.now(), at = () => performance.now() - start;
    final = new Promise(whole => {
      key.answered = new Promise(done => ask(query.slice(0, length), is_final => {
        key.first ??= at();
        if (is_final) key.last = at(), whole();
        requestAnimationFrame(() => setTimeout(() => { key.frame ??= at(); done(); }));
      }));
    });
    await key.answered;
    key.files = files().slice(seen);
    seen = files().length;
    keys.push(key);
    await new Promise(done => setTimeout(done, pause));
  }
  await Promise.race([final, new Promise(done => setTimeout(done, 5000))]);
  return {keys, files: files().slice(before)};
}

const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const kilobytes = files => [...new Set(files)].reduce((sum, file) => sum + fs.statSync(new URL(file)).size, 0) / 1000;

async function tries(browser, name, query) {
  const page = await browser.newPage(), found = {};
  await page.goto(pathToFileURL(`${site}/${name}`).href, {timeout: 60_000});
  await page.evaluate(`window.make_ways = ${ways}`);
  for (const state of ['cold', 'warm']) found[state] = await page.evaluate(type, query, PAUSE);
  await page.close();
  return found;
}

/* One line: what was worst of the keys in each round, and of it the median of the rounds. */
function summary(runs) {
  const over = (runs, of) => median(runs.map(of));
  const worst = name => run => Math.max(...run.keys.map(key => key[name] ?? 0));
  const cold = runs.map(run => run.cold), warm = runs.map(run => run.warm), [{keys, files}] = cold;
  const most = keys.map(key => key.files).toSorted((a, b) => kilobytes(b) - kilobytes(a))[0];
  return {
    first: over(cold, worst('first')), end: over(cold, run => run.keys.at(-1).first), frame: over(cold, worst('frame')),
    last: over(cold, worst('last')), warm: over(warm, worst('first')), warm_frame: over(warm, worst('frame')),
    kb: kilobytes(most), files: most.length, kb_all: kilobytes(files), files_all: files.length,
  };
}

function show(name, row) {
  const number = (value, width, digits = 0) => value.toFixed(digits).padStart(width);
  console.log(`${name.padEnd(22)}${number(row.first, 7, 1)}${number(row.end, 8, 1)}${number(row.frame, 8, 1)}` +
    `${number(row.last, 8, 1)}${number(row.warm, 8, 1)}${number(row.warm_frame, 8, 1)}` +
    `${number(row.kb, 8)}${number(row.files, 6)}${number(row.kb_all, 8)}${number(row.files_all, 6)}`);
}

fs.writeFileSync(`${site}/${ALONE}`, `<!doctype html><meta charset="utf-8"><title>.</title>${engine}<script>
var samling_opened = new Promise(done =>
  samling_search.open('${start_file}', () => ({title: '', summary: ''}), () => samling_search.facets(done)));</script>`);
const browser = await chromium();
const index = dirname(`${site}/${start_file}`);
const opening = kilobytes(fs.readdirSync(index).filter(name => /^(start-|f\d)/.test(name)).map(name => pathToFileURL(`${index}/${name}`).href));
console.log(`ved åpningen: ${opening.toFixed(0)} kB av indeksen. Millisekunder, verste tast, midtverdi av ${rounds} runder:
første svar, på siste tast, til bildet vises, endelig svar; varm: første svar, bildet; kB og filer: til ett første svar, i alt`);
for (const [name, page] of [['motor', ALONE], ['side', list]]) {
  const rows = [], firsts = [];
  console.log(`${name.padEnd(22)}  først   sist  bilde  endelig   varm   bilde      kB filer   i alt filer`);
  for (const query of QUERIES) {
    const runs = [];
    for (let i = 0; i < rounds; i++) runs.push(await tries(browser, page, query));
    rows.push(summary(runs));
    firsts.push(...runs.flatMap(run => run.cold.keys.map(key => key.first)));
    show(query, rows.at(-1));
  }
  const all = of => Object.fromEntries(Object.keys(rows[0]).map(key => [key, of(rows.map(row => row[key]))]));
  show('midtverdi', all(median));
  show('dårligst', all(values => Math.max(...values)));
  console.log(`${firsts.filter(first => first <= SOON).length} av ${firsts.length} taster fikk det første svaret innen ${SOON} ms`);
}
await browser.close();
fs.rmSync(`${site}/${ALONE}`);
