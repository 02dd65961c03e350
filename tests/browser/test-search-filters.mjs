#!/usr/bin/env node
// The filters beside the search: every number is that of a count of content/ itself, every choice
// stands in the address, and the address, Back and Forward give the same state again.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_WAYS, chromium, eachPage, shareOf, unfold } from './browsers.mjs';
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

const has = (entry, { field, id }) => entry.has[field].includes(id);
const fieldsOf = (chosen) => [...new Set(chosen.map(({ field }) => field))];
const inField = (chosen, field) => chosen.filter((value) => value.field === field);
const outside = (chosen, field) => chosen.filter((value) => value.field !== field);

/** The values of one field are alternatives; of several fields each must have one. */
const fits = (entry, chosen) => fieldsOf(chosen).every((field) => inField(chosen, field).some((value) => has(entry, value)));
const within = (found, chosen) => found.filter((entry) => fits(entry, chosen));
const parameter = ({ path, id }) => `${path}=${id}`;
const address = (chosen, query) => '?' + [...(query ? [`q=${query}`] : []), ...chosen.map(parameter)].join('&');

/** The words on the button that gives up what is chosen in a field. */
const sayWithout = ({ words }, values, count) => say(words.without, values.map(({ name }) => name).join(', '), count);

/** The number beside a value: those that have it and what is chosen in the other fields. */
const numberBeside = (found, chosen, value) => within(found, [...outside(chosen, value.field), value]).length;

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
    const count = numberBeside(found, chosen, value);
    const checked = chosen.includes(value);
    const shown = state.boxes[value.field]?.[value.name];
    same(`tallet ved ${parameter(value)}`, shown?.[0] ?? 'skjult', count || checked ? count : 'skjult');
    same(`avkryssingen av ${parameter(value)}`, shown?.[1] ?? false, checked);
  }
  const rows = Object.values(state.boxes);
  if (rows.some((names) => !Object.keys(names).length)) faults.push('en gruppe uten verdier vises');
  const expected = values.filter((value) => chosen.includes(value) || numberBeside(found, chosen, value));
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
  const without = fieldsOf(chosen).flatMap((field) => {
    const count = within(found, outside(chosen, field)).length;
    return count ? [sayWithout(page, inField(chosen, field), count)] : [];
  });
  const unasked = within(modelOf(page).entries, chosen).length;
  if (query && chosen.length && unasked) without.push(say(words.without, query, unasked));
  same('det tomme svaret', state.empty?.join(), hits.length ? undefined : without.join());
  return faults;
}

/** Values alone, with another of the same field, and with one of another field. */
function choicesOf(values) {
  const next = (i, is) => [...values.slice(i + 1), ...values.slice(0, i)].find(is);
  return values.flatMap((value, i) => {
    const others = [(other) => other.field === value.field, (other) => other.field !== value.field].map((is) => next(i, is));
    return [[value], ...others.filter(Boolean).map((other) => [value, other])];
  });
}

// The number beside each of all values, and all that is listed.
async function checkChoices(inTabs, { entries, values }) {
  const tried = choicesOf(values).filter((_, i) => ALL_WAYS || i % 7 === 0);
  await inTabs(tried, async (page, chosen, say) => {
    await page.go(address(chosen));
    differences(await page.look(), page, chosen).forEach((text) => say(`${address(chosen)}: ${text}`));
    const listed = (await page.listAll()).sort().join();
    const expected = within(entries, chosen).map(({ id }) => id);
    if (listed !== expected.sort().join()) say(`${address(chosen)}: lister ${listed}, skal være ${expected}`);
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
    for (const value of there.filter((_, i) => i % (ALL_WAYS ? 3 : 9) === 0)) {
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
  const distinct = cases.filter((chosen) => new Set(chosen).size === chosen.length && !within(entries, chosen).length);
  await inTabs(distinct, async (page, chosen, say) => {
    await page.go(address(chosen));
    differences(await page.look(), page, chosen).forEach((text) => say(`${address(chosen)}: ${text}`));
    const field = fieldsOf(chosen).find((field) => within(entries, outside(chosen, field)).length);
    if (!field) return;
    const others = outside(chosen, field);
    const state = await page.click('#entries_without button', sayWithout(page, inField(chosen, field), within(entries, others).length));
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
  const other = values.find((value) => value.field === theme.field && value !== theme && numberBeside(found, [theme, type], value));
  if (other) {
    states.push(await page.choose(other.field, other.name));
    judge([theme, type, other], 'vann', found);
    states.push(await page.click('#entries_chips .chip', other.name));
    judge([theme, type], 'vann', found);
  }
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

// A value that is not there, and the one that was meant; a field by its name; an address that says nothing.
async function checkUnknown(page, report) {
  const { entries, values } = modelOf(page);
  const value = values.find(({ id }) => id.length > 4);
  const wrong = value.id.slice(0, -1) + 'x';
  await page.go(`?${value.path}=${wrong}`);
  const { status, results, chips } = await page.look();
  if (!status.includes(`«${wrong}»`) || results.length || chips.length) report(`«${wrong}» gir «${status}», ${results.length} treff og ${chips.length} valg`);
  const meant = await page.click('#entries_status button', value.name);
  differences(meant, page, [value]).forEach((text) => report(`«${wrong}» rettet: ${text}`));
  for (const asked of [`?${value.path}=${value.id.toUpperCase()}`, `?${value.path}=${encodeURIComponent(value.name)}`]) {
    await page.go(asked);
    differences(await page.click('#entries_status button', value.name), page, [value]).forEach((text) => report(`${asked} rettet: ${text}`));
  }
  await page.go(`?${value.path}=${wrong}&${parameter(value)}`); // the nearest is chosen already: nothing is offered that would drop it
  if (await page.tab.$('#entries_status button')) report(`«${wrong}» ved siden av det rette tilbyr noe`);
  if ((await page.look()).chips.length !== 1) report(`«${wrong}» ved siden av det rette gir noe annet enn ett valg`);
  await page.go(`?${value.field}=${value.id}`);
  if ((await page.look()).results.length !== Math.min(EACH, within(entries, [value]).length)) report(`?${value.field}= gir noe annet enn ?${value.path}=`);
  await page.click('#entries_chips .plain', page.words.clear);
  if (/[?]/.test(await page.tab.evaluate(() => location.href))) report('«Nullstill» lar et spørsmålstegn stå');
}

// In the order of the titles, of the folders and of the dates; the address says which.
async function checkSorting(page, report) {
  const { entries } = modelOf(page);
  const titles = () => page.tab.$$eval('#entries_results h2', (all) => all.map((heading) => heading.textContent));
  const listed = async (sort, query = '') => {
    await page.go(`?${query}sort=${sort}`);
    const { results } = await page.look();
    return results.map(idOf);
  };
  const known = await page.tab.$$eval('#entries_order option', (options) => options.map(({ value }) => value));
  await listed('title');
  const sorted = (await titles()).toSorted(new Intl.Collator('nb').compare);
  if ((await titles()).join('|') !== sorted.join('|')) report(`etter tittel: ${(await titles()).join(' | ')}`);
  const all = await page.tab.$$eval('#entries_all h3 a', (links) => links.map(({ href }) => href));
  if ((await listed('folder')).join() !== all.slice(0, EACH).map(idOf).join()) report('etter mappe er de i en annen rekkefølge enn på siden');
  const dates = (await listed('newest')).map((id) => entries.find((entry) => entry.id === id).updated ?? '');
  if (known.includes('newest') && dates.join() !== dates.toSorted().reverse().join()) report(`etter dato: ${dates.join(' ')}`);
  const best = await listed('', 'q=kompost&');
  await page.tab.select('#entries_order', 'title');
  const state = await page.look();
  if (state.address !== '?q=kompost&sort=title') report(`valgt rekkefølge gir adressen ${state.address}`);
  if (state.results.map(idOf).sort().join() !== best.sort().join()) report('sortert er det andre treff');
}

// From a value that is chosen to its page.
async function checkPages(page, report) {
  const value = modelOf(page).values.find(({ field }) => field === 'themes');
  await page.go(`?${parameter(value)}`);
  const links = await page.tab.$$eval('#entries_chips a', (all) => all.map((link) => [link.textContent, link.href]));
  const [[text, href]] = links.length ? links : [['', '']];
  if (text !== say(page.words.page, value.name) || !href.endsWith(`/${value.id}.html`)) report(`lenken til siden er «${text}» til ${href}`);
}

// Nothing is found: it says what for, words that are near, and where else to look; nothing has a heading over nothing.
async function checkNone(page, report) {
  await page.type('zzhumle');
  const found = await page.tab.evaluate(() => ({
    none: document.getElementById('entries_none').textContent,
    topics: document.querySelectorAll('#entries_empty .terms a').length,
    filters: document.getElementById('entries_filters').checkVisibility(),
    places: document.getElementById('entries_places').checkVisibility(),
    near: document.getElementById('entries_near').checkVisibility(),
  }));
  const due = say(page.words.none, say(page.words.quoted, 'zzhumle'));
  if (found.none !== due || !found.topics || found.filters || found.places || found.near) report(`et tomt svar sier ${JSON.stringify(found)}`);
  await page.type('hulme');
  const near = await page.tab.$$eval('#entries_near button', (all) => all.map((button) => button.textContent));
  if (near.length) await page.click('#entries_near button', near[0]);
  const { field, results } = await page.look();
  if (near.length && (field !== near[0] || !results.length)) report(`«${near[0]}» gir «${field}» og ${results.length} treff`);
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
    await unfold(page.tab);
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
  const pairs = await checkChoices(inTabs, model);
  const queried = await checkQueries(inTabs, model, frequent(site.facts, QUERIES));
  const empty = await checkEmpty(inTabs, model);
  await everywhere(async (browser, site, name) => {
    const checks = [checkHistory, checkHistoryOfTyping, checkMore, checkCorrection, checkForms, ...shareOf([checkUnknown, checkSorting, checkPages, checkNone], name, 1)];
    if (name === 'Chromium, http:') checks.push(checkEarly);
    for (const check of checks) {
      const page = await SearchPage.open(browser, site);
      const say = (text) => report(name, text);
      await check(page, say);
      (await page.complaints()).forEach(say);
      await page.tab.close();
    }
  }, buildSite(OWN));
  return `${model.entries.length} tiltak, ${pairs} tall ved verdier, ${queried} søk med en verdi, ${empty} tomme svar, 4 steder`;
});
