// Every page, opened in a real browser, loads all it needs from the folder and complains of nothing.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { eachPage, unfold } from './browsers.mjs';
import { Site, temporaryFolder, write } from './site.mjs';

const TOKEN = '--background'; // a custom property that the style sheet sets

/** Where the site is tried; over HTTP the browsers do not differ. */
export const PLACES = ['Chromium, file:', 'Firefox, file:', 'Chromium, http:'];

/** The pages that are tried at a place: the first of each family, and the place's share of the others. */
export function pagesAt(site, place) {
  return [...site.ways(PLACES)].filter(([, places]) => places.includes(place)).map(([page]) => page);
}

/** Checks these pages of the site; Firefox slows the tabs that are not in front, so it is given one. */
export async function checkPages(browser, site, report, { tabs = 4, pages = site.pages } = {}) {
  const watches = new Map();
  await eachPage(browser, pages, (tab, page) => checkPage(tab, site, page, report, watches.get(tab)), {
    tabs,
    prepare: async (tab) => {
      watches.set(tab, watch(tab));
      await tab.evaluateOnNewDocument(listen);
    },
  });
}

async function checkPage(tab, site, page, report, seen) {
  seen.requests = [];
  seen.complaints = [];
  await tab.goto(site.url(page));
  await judge(tab, site, seen, (text) => report(page, text));
}

// Judges the page that is open, and what has been seen since `seen` was emptied.
async function judge(tab, site, seen, say) {
  const state = await tab.evaluate(inspect, TOKEN);
  [...seen.complaints, ...state.complaints].forEach(say);
  for (const url of new Set([...seen.requests, ...state.loaded]))
    if (!url.startsWith(site.base) && !url.startsWith('data:')) say(`henter ${url}, utenfor mappen`);
  if (!state.styled) say('stilarket virker ikke');
  if (!state.title) say('mangler tittel');
  state.emptyImages.forEach((src) => say(`bildet ${src} vises ikke`));
  for (const href of state.links) if (!leadsToFile(site, tab.url(), href)) say(`lenken ${href} leder ingen steder`);
}

// What the browser tells from outside the page.
function watch(tab) {
  const seen = { requests: [], complaints: [] };
  tab.on('request', (request) => seen.requests.push(request.url()));
  tab.on('requestfailed', (request) => seen.complaints.push(`fikk ikke hentet ${request.url()}`));
  tab.on('response', (response) => {
    if (response.status() >= 400) seen.complaints.push(`fikk ikke hentet ${response.url()}: ${response.status()}`);
  });
  tab.on('pageerror', (error) => seen.complaints.push(`unntak: ${error.message}`));
  tab.on('console', (message) => {
    if (/^(error|warn|assert)/.test(message.type())) seen.complaints.push(`konsoll: ${message.text()}`);
  });
  return seen;
}

// What it tells only inside the page, from before the page begins. Firefox tells of files and of
// the content security policy nowhere else.
function listen() {
  window.complaints = [];
  const say = (text) => window.complaints.push(text);
  addEventListener('securitypolicyviolation', (event) =>
    say(`CSP: ${event.effectiveDirective} stoppet ${event.blockedURI || 'noe'}`),
  );
  addEventListener('unhandledrejection', (event) => say(`unntak: ${event.reason}`));
  addEventListener(
    'error',
    ({ message, target }) => say(message ? `unntak: ${message}` : `fikk ikke hentet ${target.src ?? target.href}`),
    true,
  );
}

async function inspect(token) {
  await new Promise((resolve) => setTimeout(resolve, 50));
  const images = [...document.images];
  return {
    complaints: window.complaints,
    loaded: [
      ...performance.getEntriesByType('resource').map((entry) => entry.name),
      ...[...document.styleSheets].map((sheet) => sheet.href),
      ...[...document.querySelectorAll('script[src], img[src]')].map((element) => element.src),
    ].filter(Boolean),
    styled: getComputedStyle(document.documentElement).getPropertyValue(token) !== '',
    title: document.title.trim(),
    emptyImages: images.filter((image) => !image.naturalWidth).map((image) => image.getAttribute('src')),
    links: [...document.links]
      .map((link) => link.getAttribute('href'))
      .filter((href) => !/^[a-z][a-z0-9+.-]*:/i.test(href)),
  };
}

function leadsToFile(site, from, href) {
  const url = new URL(href, from);
  url.hash = url.search = '';
  if (!url.href.startsWith(site.base)) return false;
  const file = join(site.root, decodeURIComponent(url.href.slice(site.base.length)));
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** From the front page through the list to an entry, back by the breadcrumb, and a search where there is one. */
export async function clickThrough(browser, site, report) {
  const tab = await browser.newPage();
  const seen = watch(tab);
  const { path, pages } = site.facts;
  await tab.evaluateOnNewDocument(listen);
  await tab.goto(site.url('index.html'));
  const follow = async (selector) => {
    if (!(await tab.$(selector))) return report(selector, `finnes ikke på ${tab.url()}`);
    const href = await tab.$eval(selector, (link) => link.href);
    await unfold(tab);
    await Promise.all([tab.waitForNavigation(), tab.click(selector)]);
    const title = await tab.$eval('h1', (heading) => heading.innerText.trim());
    if (tab.url() !== href || !title) report(selector, `et klikk førte til ${tab.url()}, ikke til ${href}`);
  };
  await follow(`a[href="${pages.list}"]`);
  await follow(`main a[href^="${path}/"]`);
  await follow('nav.breadcrumb a');
  if (tab.url() !== site.url('index.html')) report('brødsmulestien', `førte til ${tab.url()}`);
  if (await tab.$('form')) await search(tab, report);
  await judge(tab, site, seen, (text) => report(`underveis til ${tab.url().slice(site.base.length)}`, text));
  await tab.close();
}

async function search(tab, report) {
  const target = await tab.$eval('form', (form) => `${form.action}?${form.elements[0].name}=noe`);
  await unfold(tab);
  await tab.type('form input', 'noe');
  const arrived = tab.waitForNavigation().catch(() => {});
  await tab.keyboard.press('Enter');
  await arrived;
  if (tab.url() !== target) report('søkeskjemaet', `førte til ${tab.url()}, ikke til ${target}`);
}

// Pages that each have one fault, and what must be said of it: without them, silence proves nothing.
const FAULTS = {
  'feilfri.html': ['', null],
  'feil-i-konsollen.html': ['<script>console.error("her")</script>', /konsoll: her/],
  'advarsel-i-konsollen.html': ['<script>console.warn("her")</script>', /konsoll: her/],
  'unntak.html': ['<script>throw new Error("her")</script>', /unntak: .*her/],
  'løfte.html': ['<script>Promise.reject(new Error("her"))</script>', /unntak: .*her/],
  'bilde-mangler.html': ['<img alt="" src="mangler.png">', /bildet mangler.png vises ikke/],
  'stil-mangler.html': ['<link rel="stylesheet" href="mangler.css">', /fikk ikke hentet .*mangler.css/],
  'skript-mangler.html': ['<script src="mangler.js"></script>', /fikk ikke hentet .*mangler.js/],
  'utenfor.html': ['<link rel="stylesheet" href="../utenfor.css">', /utenfor.css, utenfor mappen/],
  'fremmed.html': ['<img alt="" src="http://127.0.0.1:9/fremmed.png">', /fremmed.png, utenfor mappen/],
  'stil-fra-roten.html': ['<link rel="stylesheet" href="/rot.css">', /rot.css, utenfor mappen/],
  'stil-i-siden.html': ['<p style="color: red">Rød</p>', /CSP: style-src/],
  'lenke-mangler.html': ['<a href="mangler.html">lenke</a>', /lenken mangler.html leder ingen steder/],
  'lenke-til-mappe.html': ['<a href="./">lenke</a>', /lenken .\/ leder ingen steder/],
  'lenke-ut.html': ['<a href="../utenfor.css">lenke</a>', /leder ingen steder/],
  'uten-stil.html': ['', /stilarket virker ikke/],
  'uten-tittel.html': ['', /mangler tittel/],
};

/** Reports each fault that `checkPages` does not see in this browser. */
export async function checkFaults(browser, report, tabs) {
  const parent = temporaryFolder();
  const root = join(parent, 'feil på feil');
  write(join(parent, 'utenfor.css'), 'p { color: red }');
  write(join(root, 'stil.css'), `:root { ${TOKEN}: white }`);
  for (const [page, [body]] of Object.entries(FAULTS)) write(join(root, page), faultPage(page, body));
  const said = {};
  await checkPages(browser, new Site(root), (page, text) => (said[page] = `${said[page] ?? ''}${text}\n`), { tabs });
  for (const [page, [, expected]] of Object.entries(FAULTS))
    if (expected ? !expected.test(said[page]) : said[page]) report(`kontrollside ${page}`, `testen sier ${said[page]}`);
}

function faultPage(page, body) {
  const style = page === 'uten-stil.html' ? '' : '<link rel="stylesheet" href="stil.css">';
  const title = page === 'uten-tittel.html' ? '' : page;
  return `<!DOCTYPE html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="style-src file: 'self'">${style}<title>${title}</title>${body}`;
}
