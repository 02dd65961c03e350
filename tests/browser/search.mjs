// The page with the search, as its tests use it: opened in Chromium and in Firefox, from a folder
// and from a server, and read as its reader sees it.

import { BROWSERS } from './browsers.mjs';
import { Skipped } from './report.mjs';
import { serve } from './server.mjs';
import { buildSite } from './site.mjs';

const MOMENT = 20; // milliseconds without a change, and with nothing on its way: the answer is here
const LONGEST = 60_000;
const TRIES = 1000, EACH_TRY = 20; // until the address is as it will be, and the milliseconds between

/** Builds the collection that is tried, if it has a search. */
export function buildSearchSite() {
  const site = buildSite();
  if (!site.facts.search) throw new Skipped('samlingen har ikke noe søk');
  return site;
}

/** Calls `work(browser, site, name)` in both browsers, on file: and below a folder of a server. */
export async function everywhere(work, folder = buildSite()) {
  const served = folder.at(await serve(folder.root, '/en/undermappe/'));
  await Promise.all(
    Object.entries(BROWSERS).map(async ([name, launch]) => {
      const browser = await launch();
      await work(browser, folder, `${name}, file:`); // Firefox slows the tabs that are not in front
      await work(browser, served, `${name}, http:`);
    }),
  );
}

// Put into each page before it begins: what it complains of, and functions to call later.
function prepare(moment, longest) {
  window.complaints = [];
  const complain = (text) => window.complaints.push(text);
  addEventListener('securitypolicyviolation', (event) => complain(`CSP: ${event.effectiveDirective}`));
  addEventListener('unhandledrejection', (event) => complain(`unntak: ${event.reason}`));
  addEventListener('error', ({ message, target }) => complain(message ?? `fikk ikke hentet ${target.src}`), true);

  const part = (name) => document.getElementById(`entries_${name}`);
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const seen = (element) => Boolean(element?.checkVisibility({ visibilityProperty: true })); // of a large collection not all are there
  const texts = (element, selector) => [...element.querySelectorAll(selector)].map(text);

  // Scripts that have been asked for and have neither come nor failed: until then what is seen is an earlier answer.
  const coming = new Set();
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) if (node.localName === 'script' && node.src) coming.add(node);
  }).observe(document, { subtree: true, childList: true });
  for (const end of ['load', 'error']) document.addEventListener(end, ({ target }) => coming.delete(target), true);

  window.settled = () =>
    new Promise((resolve, reject) => {
      let timer;
      const late = setTimeout(() => reject(new Error('svaret kom ikke')), longest);
      const observer = new MutationObserver(() => wait());
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(isHere, moment);
      };
      const isHere = () => {
        if (coming.size || !part('status')?.textContent) return wait();
        clearTimeout(late);
        resolve(observer.disconnect());
      };
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      wait();
    });

  // The boxes that are seen when all groups of them are open: { themes: { name: [count, chosen] } }. Where a
  // split index is not here yet, there is no count.
  const boxes = () => {
    const all = {};
    for (const group of document.querySelectorAll('[data-field]')) {
      const rows = [...group.querySelectorAll('li')].filter(seen).map((row) => {
        const [, name, count] = text(row).match(/^(.*?)(?: \((\d+)\))?$/);
        return [name, [count && Number(count), row.querySelector('input')?.checked]];
      });
      if (rows.length) all[group.dataset.field] = Object.fromEntries(rows);
      else if (seen(group)) all[group.dataset.field] = {};
    }
    return all;
  };

  window.look = () => {
    document.querySelectorAll('#entries_list details').forEach((details) => (details.open = true));
    return { ...lookAtAnswer(), boxes: boxes() };
  };

  window.lookAtAnswer = () => ({
    status: text(part('status')),
    chips: texts(part('chips'), 'li .chip'),
    clear: seen(part('chips')) ? part('chips').querySelectorAll('li > .plain').length : 0,
    results: seen(part('results')) ? [...part('results').querySelectorAll('h2 a')].map((a) => a.href) : [],
    all: seen(part('all')),
    more: seen(part('more')) ? text(part('more')) : '',
    empty: seen(part('empty')) ? texts(part('without'), 'button') : null,
    field: document.querySelector('main form').elements.q.value,
    address: decodeURIComponent(location.search.replaceAll('+', ' ')),
  });
}

/** The page in a tab of its own. Every step waits for the answer. */
export class SearchPage {
  static async open(browser, site) {
    return SearchPage.in(await browser.newPage(), site);
  }

  static async in(tab, site) {
    const page = new SearchPage(tab, site);
    await tab.evaluateOnNewDocument(prepare, MOMENT, LONGEST);
    await page.go('');
    page.words = await tab.$eval('#entries_list', (list) => ({ ...list.dataset }));
    return page;
  }

  constructor(tab, site) {
    Object.assign(this, { tab, site, outside: [] });
    tab.on('pageerror', (error) => this.outside.push(`unntak: ${error.message}`));
    tab.on('console', (message) => {
      if (/^(error|warn|assert)/.test(message.type())) this.outside.push(`konsoll: ${message.text()}`);
    });
  }

  async go(query) {
    await this.tab.goto(this.site.url(this.site.facts.pages.list) + query);
    await this.settled();
  }

  settled() {
    return this.tab.evaluate(() => settled());
  }

  look() {
    return this.tab.evaluate(() => settled().then(look));
  }

  /** Sets the whole of the field at once; what it leads to is told without the filters. */
  put(text) {
    return this.tab.evaluate((text) => {
      const field = document.querySelector('main form').elements.q;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return settled().then(lookAtAnswer);
    }, text);
  }

  /** Writes it letter by letter, in the place of what was there; the address follows when the hand rests. */
  async type(text) {
    await this.tab.$eval('main form input', (field) => field.select());
    await this.tab.keyboard.type(text);
    await this.tab.evaluate(async (text, tries, each) => {
      const isInAddress = () => (new URLSearchParams(location.search).get('q') ?? '') === text;
      for (let i = 0; i < tries && !isInAddress(); i++) await new Promise((resolve) => setTimeout(resolve, each));
    }, text, TRIES, EACH_TRY);
    return this.look();
  }

  /** Clicks what has this text, among what is seen and fits the selector. */
  click(selector, text) {
    return this.tab.evaluate(
      (selector, text) => {
        const found = [...document.querySelectorAll(selector)].find(
          (element) => element.checkVisibility() && element.textContent.includes(text),
        );
        if (!found) throw new Error(`${selector} med «${text}» finnes ikke`);
        found.click();
        return settled().then(look);
      },
      selector,
      text,
    );
  }

  choose(field, name) {
    return this.click(`[data-field="${field}"] label`, ` ${name} (`);
  }

  /** Goes in the history of the tab, and waits until the address is another. */
  async travel(steps) {
    await this.tab.evaluate(async (steps, tries, each) => {
      const before = location.href;
      history.go(steps);
      for (let i = 0; i < tries && location.href === before; i++) await new Promise((resolve) => setTimeout(resolve, each));
    }, steps, TRIES, EACH_TRY);
    return this.look();
  }

  /** Everything that is found, page after page. */
  async listAll() {
    let state = await this.look();
    while (state.more) state = await this.click('#entries_more', '');
    return state.results.map(idOf);
  }

  async complaints() {
    return [...this.outside, ...(await this.tab.evaluate(() => window.complaints))];
  }
}

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A text of the page's with values in it: say("{0} treff", 3). */
export function say(text, ...values) {
  return text.replace(/\{(\d)\}/g, (_, i) => values[i]);
}

/** How the page says a number of hits. */
export function saysHits(words, count) {
  return say(count === 1 ? words.one : words.many, count);
}

/** An entry's id is its file's name. */
export function idOf(href) {
  return decodeURIComponent(href).replace(/^.*\/|\.html$/g, '');
}
