#!/usr/bin/env node
// The page answers every query of tests/search/queries.tsv as it should, finds every entry
// by its title, and makes nothing but text of what is asked for: in both browsers, on file: and http:.

import { rows_for, told } from '../search/table.mjs';
import { shareOf } from './browsers.mjs';
import { test } from './report.mjs';
import { buildSearchSite, everywhere, idOf, say, saysHits, SearchPage } from './search.mjs';

const EACH = 20; // results on the page before «Vis … til»
const FIRST = 5;
const FEW = 8; // over HTTP, in each browser

const HOSTILE = [
  '<script>window.hit = 1</script>',
  '<img src=x onerror="window.hit = 1">',
  '"><svg onload=window.hit=1>',
  "'-(window.hit=1)-'",
  '<b onmouseover="window.hit = 1">rapportreing</b>',
  '</mark></a></p></li><iframe src="javascript:top.hit=1"></iframe> krav',
  '<mark>krav</mark><style>*{display:none}</style>',
  '&lt;img src=x onerror=window.hit=1&gt; krav',
  'javascript:window.hit=1',
  '${window.hit=1}{{window.hit=1}}{0}{1}$& krav',
  'data:text/html,<script>top.hit=1</script>',
  '<template><img src=x onerror=window.hit=1></template> krav',
];

// Everything that the answer may be made of; texts have nothing but <mark> in them.
function foreign() {
  const made = '#entries_status, #entries_chips, #entries_places > ul, #entries_results, #entries_without, #entries_near > ul';
  const allowed = {
    entries_status: '.plain',
    entries_chips: 'li, li > .chip, li > .plain, li > a',
    entries_places: 'li, li > a, mark, li > .meta',
    entries_near: 'li, li > .plain',
    entries_results: 'li.card, .card > .stamp, .stamp > img, .card > h2, h2 > a, .card > p, mark, .card > .tags, .tags > li, .meta > .pick, .pick > :is(input, .unseen)',
    entries_without: 'li, li > .plain',
  };
  const attributes = ['class', 'type', 'value', 'href', 'lang', 'aria-label', 'src', 'alt', 'width', 'height'];
  const isOwn = (element, id) =>
    element.matches(allowed[id]) &&
    [...element.attributes].every(({ name }) => attributes.includes(name)) &&
    (!element.href || /^(file|http):.*\.html$/.test(element.href));
  const elements = [...document.querySelectorAll(made)].flatMap((part) =>
    [...part.querySelectorAll('*')].filter((element) => !isOwn(element, part.id || part.parentNode.id)),
  );
  const titles = Object.fromEntries([...document.querySelectorAll('#entries_all h3 a')].map((a) => [a.href, a.textContent]));
  const wrong = [...document.querySelectorAll('#entries_results h2 a')].filter((a) => titles[a.href] !== a.textContent);
  return [
    ...elements.map((element) => `et fremmed element: ${element.outerHTML.slice(0, 80)}`),
    ...wrong.map((a) => `en annen tittel: ${a.textContent.slice(0, 80)}`),
    ...(window.hit === undefined ? [] : ['noe av søket ble kjørt']),
  ];
}

// What of a row the page says otherwise, the way that is nearest to what it says.
function differences(row, state, words) {
  const ways = (row.insteads ?? [row]).map((due) => differencesFrom({ ...row, ...due }, state, words));
  return ways.sort((a, b) => a.length - b.length)[0];
}

function differencesFrom({ query, mode, count: counted, entry, instead, wordless }, state, words) {
  const count = counted ?? state.results.length; // a query that may be taken apart is not counted
  if (wordless) return state.status === `${words.short} ${words.all}` && !state.results.length ? [] : [state.status];
  let status = mode ? saysHits(words, count) : state.status;
  if (mode === 'any') status = say(words.any, status);
  if (instead) status += `${mode === 'any' ? '' : '.'} ${say(words.instead, instead)} ${say(words.literally, query.replace(/\s+/g, ' '))}`;
  const read = (text) => (instead ? text.toLowerCase() : text); // a name stands with its capital
  const expected = {
    status: read(status),
    found: true,
    listed: Math.min(count, EACH),
    more: !mode ? state.more : count > EACH ? say(words.more, Math.min(EACH, count - EACH)) : '',
    empty: count === 0,
  };
  const { results, more, empty } = state;
  const got = {
    status: read(state.status),
    found: entry === '-' || count > EACH || results.map(idOf).includes(entry),
    listed: results.length,
    more,
    empty: empty !== null,
  };
  return Object.keys(got)
    .filter((key) => got[key] !== expected[key])
    .map((key) => `${key} er «${got[key]}», skal være «${expected[key]}»`);
}

async function checkTable(page, rows, report) {
  for (const row of rows) {
    const state = await page.put(row.query);
    for (const text of [...differences(row, state, page.words), ...(await page.tab.evaluate(foreign))])
      report(`«${row.query}»: ${text}`);
  }
}

async function checkTitles(page, report, place) {
  const all = await page.tab.$$eval('#entries_all h3 a', (links) => links.map((a) => [a.textContent, a.href]));
  const titles = shareOf(all, place, FEW);
  for (const [title, href] of titles) {
    const words = title.match(/[\p{L}\p{N}]+/gu).reverse().join(' ');
    const place = (await page.put(words)).results.indexOf(href);
    if (place < 0 || place >= FIRST) report(`«${words}» finner ikke ${idOf(href)} blant de ${FIRST} første`);
  }
  if (!all.length) report('siden har ingen tiltak');
  return titles.length;
}

// Typed, and in the address, also where a value of a filter is expected.
async function checkHostile(page, report, hostile) {
  const { facets, entries } = page.site.facts;
  const [last, ...others] = facets.filter(({ field }) => entries[0].has[field].length).reverse();
  const paths = others.map(({ path }) => path);
  const right = `${last.path}=${entries[0].has[last.field][0]}`;
  for (const text of hostile) {
    await page.go('');
    const typed = await page.put(text);
    const judge = async (way) =>
      (await page.tab.evaluate(foreign)).forEach((found) => report(`«${text}», ${way}: ${found}`));
    await judge('skrevet');
    const asked = encodeURIComponent(text);
    await page.go(`?q=${asked}`);
    await judge('i adressen');
    const { status } = await page.look();
    if (status !== typed.status) report(`«${text}» gir «${status}» i adressen, «${typed.status}» skrevet`);
    await page.go(`?${paths.map((path) => `${path}=${asked}`).join('&')}&${asked}=${asked}&${right}`);
    await judge('som filter');
    const { chips } = await page.look();
    if (chips.length !== 1) report(`«${text}» som filter gir ${chips.length} valg`);
  }
}

await test(async (report) => {
  const site = buildSearchSite();
  const { rows, left_out } = rows_for(site.facts);
  let titles = 0;
  let searches = 0;
  await everywhere(async (browser, site, name) => {
    const say = (text) => report(name, text);
    const inTab = async (work) => {
      const page = await SearchPage.open(browser, site); // a new tab for each: browsers stop what changes its address often
      const counted = await work(page);
      (await page.complaints()).forEach(say);
      await page.tab.close();
      return counted;
    };
    const asked = shareOf(rows, name, FEW);
    await inTab((page) => checkTable(page, asked, say));
    searches += asked.length;
    titles += await inTab((page) => checkTitles(page, say, name));
    await inTab((page) => checkHostile(page, say, shareOf(HOSTILE, name, 1)));
  }, site);
  told(left_out).forEach((line) => console.log(line));
  return `${searches} søk, ${titles} titler og ${HOSTILE.length} angrep på 4 steder`;
});
