#!/usr/bin/env node
// The filters beside the search: every number is that of a count of content/ itself, every choice
// stands in the address, and the address, Back and Forward give the same state again.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_WAYS, chromium, eachPage } from './browsers.mjs';
import { count_in, frequent } from '../search/counts.mjs';
import { test } from './report.mjs';
import { buildSearchSite, everywhere, idOf, say, saysHits, SearchPage } from './search.mjs';
import { buildSite, OWN } from './site.mjs';

const QUERIES = 5;
const EACH = 20;

/** What the filters are to say of a collection: its entries, and every value that one of them has. */
class Model {
  constructor({ entries, facets }) {
    this.entries = entries;
    this.values = facets.flatMap(({ field, path, names }) =>
      [...new Set(entries.flatMap(({ has }) => has[field]))].map((id) => ({ field, path, id, name: names[id] })),
    );
  }
}

const models = new Map();

/** The model of the collection that a page is made of. */
function modelOf({ site: { facts } }) {
  if (!models.has(facts)) models.set(facts, new Model(facts));
  return models.get(facts);
}

const hasAll = (entry, chosen) => chosen.every(({ field, id }) => entry.has[field].includes(id));
const within = (found, chosen) => found.filter((entry) => hasAll(entry, chosen));
const parameter = ({ path, id }) => `${path}=${id}`;
const address = (chosen, query) => '?' + [...(query ? [`q=${query}`] : []), ...chosen.map(parameter)].join('&');

/** The words on the button that gives one choice up. */
const sayWithout = ({ words }, value, count) => say(words.without, value.name, count);

/** What of the page's state is not as counted, when `found` are the entries that answer the query. */
function differences(state, page, chosen, found = modelOf(page).entries, query = '') {
  const { words } = page;
  const { values } = modelOf(page);
  const hits = within(found, chosen);
  const faults = [];
  const same = (what, got, expected) => {
    if (got !== expected) faults.push(`${what} er «${got}», skal være «${expected}»`);
  };
  for (const value of values) {
    const count = within(hits, [value]).length;
    const checked = chosen.includes(value);
    const shown = state.boxes[value.field]?.[value.name];
    same(`tallet ved ${parameter(value)}`, shown?.[0] ?? 'skjult', count || checked ? count : 'skjult');
    same(`avkryssingen av ${parameter(value)}`, shown?.[1] ?? false, checked);
  }
  const rows = Object.values(state.boxes);
  if (rows.some((names) => !Object.keys(names).length)) faults.push('en gruppe uten verdier vises');
  const expected = values.filter((value) => chosen.includes(value) || within(hits, [value]).length);
  same('tallet på rader', rows.flatMap(Object.keys).length, expected.length);
  same('valgene', state.chips.map((text) => text.replace(/^.*?: /, '')).join(), chosen.map(({ name }) => name).join());
  same('«Nullstill»', state.clear, chosen.length ? 1 : 0);
  same('adressen', state.address || '?', address(chosen, query));
  if (!query && !chosen.length) {
    same('statusen', state.status, words.all);
    same('hele listen vises', state.all, true);
    return faults;
  }
  const number = saysHits(words, hits.length);
  if (!state.status.includes(number)) faults.push(`statusen er «${state.status}», ikke om ${number}`);
  same('hele listen vises', state.all, false);
  same('tallet på viste treff', state.results.length, Math.min(hits.length, EACH));
  for (const id of state.results.map(idOf))
    if (!hits.some((hit) => hit.id === id)) faults.push(`${id} er blant treffene`);
  same('knappen', state.more, hits.length > EACH ? say(words.more, Math.min(EACH, hits.length - EACH)) : '');
  const without = chosen.map((value) => {
    const others = chosen.filter((other) => other !== value);
    return sayWithout(page, value, within(found, others).length);
  });
  same('det tomme svaret', state.empty?.join(), hits.length ? undefined : without.join());
  return faults;
}

// Every other value chosen: the number beside each of all, and all that is listed. What two have in common
// is the same whichever of them is chosen, so only pairs of those that are left out are not seen.
async function checkPairs(inTabs, { entries, values }) {
  const tried = values.filter((_, i) => ALL_WAYS || i % 2 === 0);
  await inTabs(tried, async (page, value, say) => {
    await page.go(address([value]));
    differences(await page.look(), page, [value]).forEach((text) => say(`${address([value])}: ${text}`));
    const listed = (await page.listAll()).sort().join();
    const expected = within(entries, [value]).map(({ id }) => id);
    if (listed !== expected.sort().join()) say(`${address([value])}: lister ${listed}, skal være ${expected}`);
  });
  return tried.length * values.length;
}

// What answers a query is the page's own list, which test-search-table.mjs judges.
async function checkQueries(inTabs, { entries, values }, queries) {
  let count = 0;
  await inTabs(queries, async (page, query, say) => {
    await page.go(address([], query));
    const state = await page.look();
    const listed = await page.listAll();
    const found = entries.filter(({ id }) => listed.includes(id));
    differences(state, page, [], found, query).forEach((text) => say(`«${query}»: ${text}`));
    await page.go(address([], query)); // with the first of them, and no more
    await page.look();
    const there = values.filter((value) => within(found, [value]).length);
    for (const value of there.filter((_, i) => i % (ALL_WAYS ? 3 : 6) === 0)) {
      const chosen = await page.choose(value.field, value.name);
      for (const text of differences(chosen, page, [value], found, query))
        say(`«${query}», ${parameter(value)}: ${text}`);
      await page.choose(value.field, value.name);
      count++;
    }
  });
  return count;
}

// Choices that nothing has, two and three together: the numbers without each, and the buttons.
async function checkEmpty(inTabs, { entries, values }) {
  const pairs = values.flatMap((a, i) => values.slice(i + 1).map((b) => [a, b]));
  const empty = pairs.filter((pair) => !within(entries, pair).length).filter((_, i) => i % 170 === 0);
  const cases = empty.flatMap((pair, i) => [pair, [...pair, values[(i * 17) % values.length]]]);
  const distinct = cases.filter((chosen) => new Set(chosen).size === chosen.length);
  await inTabs(distinct, async (page, chosen, say) => {
    await page.go(address(chosen));
    differences(await page.look(), page, chosen).forEach((text) => say(`${address(chosen)}: ${text}`));
    const [gone, ...others] = chosen;
    const state = await page.click('#entries_without button', sayWithout(page, gone, within(entries, others).length));
    differences(state, page, others).forEach((text) => say(`${address(chosen)} uten den første: ${text}`));
  });
  return distinct.length;
}

// One reader's way through the page of tests/collection, in every browser and place.

async function checkHistory(page, say) {
  const { entries, values } = modelOf(page);
  const states = [await page.look(), await page.type('vann')];
  const found = entries.filter(({ id }) => states[1].results.map(idOf).includes(id));
  const judge = (chosen, query, of) =>
    differences(states.at(-1), page, chosen, of, query).forEach((text) => say(`trinn ${states.length}: ${text}`));
  const among = (field, of) => values.filter((value) => value.field === field).find((value) => within(of, [value]).length);
  judge([], 'vann', found);
  const theme = among('themes', found);
  states.push(await page.choose(theme.field, theme.name));
  judge([theme], 'vann', found);
  const type = among('type', within(found, [theme]));
  states.push(await page.choose(type.field, type.name));
  judge([theme, type], 'vann', found);
  states.push(await page.click('#entries_chips .chip', theme.name));
  judge([type], 'vann', found);
  states.push(await page.click('#entries_chips .plain', page.words.clear));
  judge([], '', entries);

  const compare = (way, state, i) => {
    for (const key of Object.keys(state)) {
      const [got, expected] = [state[key], states[i][key]].map((value) => JSON.stringify(value));
      if (got !== expected) say(`${way} gir ikke trinn ${i + 1} igjen: ${key} er ${got}, skal være ${expected}`);
    }
  };
  const last = states.length - 1;
  for (let i = last - 1; i >= 0; i--) compare('Tilbake', await page.travel(-1), i);
  for (let i = 1; i <= last; i++) compare('Frem', await page.travel(1), i);
  compare('Tre steg tilbake', await page.travel(2 - last), 2);
  for (let i = 0; i < states.length; i++) {
    await page.go(states[i].address);
    compare('Adressen', await page.look(), i);
  }
}

// To an entry and back; the last a tab does, for puppeteer loses a page that Firefox takes out of its memory.
async function checkReturn(page, report) {
  await page.go(`?q=vann&${parameter(modelOf(page).values[0])}`);
  const before = await page.look();
  await Promise.all([page.tab.waitForNavigation(), page.tab.click('#entries_results a')]);
  await page.tab.evaluate(() => history.back());
  const isHere = () => page.tab.evaluate(() => document.getElementById('entries_status') !== null).catch(() => false);
  for (let i = 0; i < 100 && !(await isHere()); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  const after = await page.look();
  if (JSON.stringify(after) !== JSON.stringify(before)) report(`Tilbake fra en side gir ${JSON.stringify(after)}`);
}

// After Back the next letters are a new search, not a part of the one that was left.
async function checkHistoryOfTyping(page, say) {
  await page.type('kompost');
  await page.tab.keyboard.press('Enter');
  await page.type('vann');
  await page.travel(-1);
  await page.type('barn');
  const { field } = await page.travel(-1);
  if (field !== 'kompost') say(`søk, Tilbake, nytt søk, Tilbake gir «${field}», ikke «kompost»`);
}

async function checkMore(page, say) {
  await page.go('?q=og');
  const lengths = [];
  for (let state = await page.look(); ; state = await page.click('#entries_more', '')) {
    lengths.push(state.results.length);
    if (new Set(state.results).size !== state.results.length) say('«Vis … til» viser noe to ganger');
    if (!state.more) break;
  }
  const { count } = count_in(page.site.facts).count('og');
  const expected = Array.from({ length: count }, (_, i) => i + 1).filter((i) => i % EACH === 0 || i === count);
  if (lengths.join() !== expected.join()) say(`«Vis … til» viser ${lengths}, skal være ${expected}`);
}

async function checkCorrection(page, report) {
  const [first, second] = ['kompsot', 'redksap'];
  await page.type(first);
  await page.tab.keyboard.press('Enter');
  const corrected = await page.type(second);
  if (!corrected.status.includes(say(page.words.instead, 'redskap'))) report(`«${second}» gir «${corrected.status}»`);
  const literal = await page.click('#entries_status button', say(page.words.literally, second));
  differences(literal, page, [], [], second).forEach((text) => report(`«${second}» likevel: ${text}`));
  if (literal.results.length || !literal.empty) report(`«${second}» likevel gir ikke det tomme svaret`);
  const { field, status } = await page.travel(-1);
  if (field !== first) report(`Tilbake gir søket «${field}», ikke «${first}»`);
  else if (!status.includes(say(page.words.instead, 'kompost'))) report(`Tilbake fra «likevel» gir «${status}»`);
}

// From other pages: a search is answered on the page it leads to, on the screen.
async function checkForms(page, report) {
  const { site } = page;
  const asked = 'jord vann';
  const hasForm = (other) => readFileSync(join(site.root, other), 'utf8').includes('role="search"');
  const others = site.families().filter((other) => other !== site.facts.pages.list && hasForm(other));
  const pages = [others.find((other) => !other.includes('/')), others.find((other) => other.includes('/'))];
  for (const other of pages) {
    await page.tab.goto(site.url(other));
    await page.tab.type('form input', asked);
    await Promise.all([page.tab.waitForNavigation(), page.tab.keyboard.press('Enter')]);
    await page.settled();
    const { bottom, height } = await page.tab.$eval('#entries_status', (element) => ({
      bottom: element.getBoundingClientRect().bottom,
      height: innerHeight,
    }));
    if (bottom > height) report(`${other}: svaret er nedenfor skjermen`);
    const { address, status, results, field } = await page.look();
    const count = status.match(/\d+/)?.[0];
    if (address !== `?q=${asked}` || field !== asked) report(`${other}: skjemaet ga ${address}`);
    if (!results.length || Number(count) < results.length)
      report(`${other}: søket ga «${status}» og ${results.length} treff`);
  }
}

// The index may come late: what is typed before it is here is kept, and answered.
async function checkEarly(page, report) {
  await page.tab.setRequestInterception(true);
  let release;
  const held = new Promise((resolve) =>
    page.tab.on('request', (request) => {
      if (!request.url().includes(`/${page.site.facts.search}/start-`)) return request.continue();
      release = () => request.continue();
      resolve();
    }),
  );
  page.tab.goto(page.site.url(page.site.facts.pages.list)).catch(() => {});
  await held;
  await page.tab.type('main form input', 'humlehotell');
  release();
  const { field, results } = await page.look();
  if (field !== 'humlehotell') report(`det som er skrevet før registeret er her, blir til «${field}»`);
  else if (idOf(results[0] ?? '') !== 'humlehotell') report('det som er skrevet før registeret er her, blir ikke søkt etter');
}

await test(async (report) => {
  const site = buildSearchSite();
  const browser = await chromium();
  const inTabs = async (list, work) => {
    const pages = new Map();
    const say = (text) => report(site.facts.pages.list, text);
    await eachPage(browser, list, (tab, item) => work(pages.get(tab), item, say), {
      prepare: async (tab) => pages.set(tab, await SearchPage.in(tab, site)),
    });
  };
  const model = modelOf({ site });
  const pairs = await checkPairs(inTabs, model);
  const queried = await checkQueries(inTabs, model, frequent(site.facts, QUERIES));
  const empty = await checkEmpty(inTabs, model);
  await everywhere(async (browser, site, name) => {
    const checks = [checkHistory, checkHistoryOfTyping, checkMore, checkCorrection, checkForms, checkReturn];
    if (name === 'Chromium, http:') checks.push(checkEarly);
    for (const check of checks) {
      const page = await SearchPage.open(browser, site);
      const say = (text) => report(name, text);
      await check(page, say);
      (await page.complaints()).forEach(say);
      await page.tab.close();
    }
  }, buildSite(OWN));
  return `${model.entries.length} tiltak, ${pairs} par av verdier, ${queried} søk med en verdi, ${empty} tomme svar, 4 steder`;
});
