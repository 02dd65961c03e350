#!/usr/bin/env node
// What a page of the preview does when something is saved: only what differs is exchanged, and what
// a reader has done stays. And what is wrong is shown, whatever stands in it. The server here is a
// small one that says what it is told to say.

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareAxe, runAxe } from './axe.mjs';
import { chromium, eachLook, firefox, looksOf, shareOf } from './browsers.mjs';
import { atEnd, test } from './report.mjs';
import { PROJECT } from './site.mjs';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'";
const TYPES = { js: 'text/javascript', css: 'text/css', json: 'application/json' };
const WORDS = { title: 'Dette må rettes', told: '1 feil og 1 advarsel', warnings: '1 advarsel', more: '', help: 'hjelp', open: 'Åpne i editoren', close: 'Lukk' };
const HOSTILE = '<img src=x onerror="document.title=1"></pre><script>document.title=2</script>';

/** Says to all who listen that there is something new, and serves what is in `pages` and `found`. */
class Preview {
  pages = {};
  found = { language: 'nb', words: WORDS, findings: [] };
  edition = 1;
  listeners = new Set();
  asked = [];

  async start(port = 0) {
    this.server = createServer((request, response) => this.answer(request, response));
    await new Promise((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    this.port = this.server.address().port;
  }

  stop() {
    this.listeners.clear();
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  answer(request, response) {
    const path = new URL(request.url, 'http://host').pathname, [, own] = path.match(/^\/_samling\/([a-z]+\.[a-z]+)$/) ?? [];
    this.asked.push(path);
    response.setHeader('Cache-Control', 'no-store');
    if (path === '/_samling/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write('retry: 50\n\n');
      this.listeners.add(response);
      request.on('close', () => this.listeners.delete(response));
      this.say(response);
    } else if (own === 'findings.json') response.end(JSON.stringify({ edition: this.edition, ...this.found }));
    else if (own) {
      response.setHeader('Content-Type', TYPES[own.split('.')[1]]);
      response.end(readFileSync(join(PROJECT, 'src/live', own)));
    } else if (path.endsWith('.css')) {
      response.setHeader('Content-Type', TYPES.css);
      setTimeout(() => response.end(this.pages[path] ?? ''), 30);
    } else if (path.endsWith('.js')) {
      response.setHeader('Content-Type', TYPES.js);
      response.end(this.pages[path] ?? '');
    } else {
      response.writeHead(this.pages[path] ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(this.pages[path] ?? document_of('<h1>Borte</h1>', { script: 'lost.js' }));
    }
  }

  say(listener) {
    const count = (severity) => this.found.findings.filter((finding) => finding.severity === severity).length;
    const change = { edition: this.edition, errors: count('error'), warnings: count('warning'), advice: 0 };
    listener.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
  }

  change() {
    this.edition++;
    this.listeners.forEach((listener) => this.say(listener));
  }

  put(path, html) {
    this.pages[path] = html;
    this.change();
  }
}

function document_of(body, { title = 'Side', style = 'a.css', script = 'page.js', lang = 'nb' } = {}) {
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
<script src="/_samling/live.js" defer></script></head>
<body>
<header><form><label>Søk <input id="q" name="q"></label></form><noscript><p>Uten</p></noscript></header>
<main>
${body}
</main>
<script src="${script}" defer></script>
</body>
</html>
`;
}

const rows = (count) => Array.from({ length: count }, (_, i) => `<p id="p${i}">Avsnitt ${i}</p>`).join('\n');
const BODY = `<h1>Tittel</h1>\n<details><summary>Mer</summary><p>Skjult</p></details>\n<p class="a">Tekst &amp; <em>mer</em></p>\n<ul><li>en</li>\n<li>to</li></ul>\n${rows(80)}`;

/** In the page: what was touched, and nodes that must be the same ones. */
function watch() {
  window.same = [...document.querySelectorAll('h1, p, li, details, input')];
  window.touched = 0;
  new MutationObserver((records) => (touched += records.length)).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  document.addEventListener('samling:changed', () => (window.changed = (window.changed ?? 0) + 1));
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const alike = () => window.same?.filter((node) => node.isConnected).length;
const until = (tab, work, ...values) => tab.waitForFunction(work, { polling: 20, timeout: 15_000 }, ...values);

async function open(browser, preview) {
  const tab = await browser.newPage();
  await load(tab, preview);
  return tab;
}

/** A change that loads the page asks for it: for the change, anew, and to compare. */
const ASKED_WHEN_LOADED = 3;

/** Waits until the page has been asked for so many times since there were `before` questions. */
async function untilAsked(preview, before, times) {
  for (const end = Date.now() + 15_000; preview.asked.slice(before).filter((path) => path === '/side.html').length < times; await wait(10))
    if (Date.now() > end) throw new Error(`siden ble ikke hentet ${times} ganger`);
}

/** Opens the page anew, and waits until its script has compared it with what the server gives. */
async function load(tab, preview) {
  const asked = preview.asked.length;
  await tab.goto(`http://127.0.0.1:${preview.port}/side.html`);
  await untilAsked(preview, asked, 2);
  await tab.evaluate(watch);
}

/** Each kind of change, and how it is seen. `kept` says how many of the watched nodes are gone; all else reloads. */
const CHANGES = [
  ['tekst', BODY.replace('Avsnitt 7<', 'Endret 7<'), {}, () => document.getElementById('p7').textContent === 'Endret 7'],
  ['et nytt avsnitt', BODY.replace('<p id="p3">', '<p>Nytt</p>\n<p id="p3">'), {}, () => document.getElementById('p3').previousElementSibling.textContent === 'Nytt'],
  ['et avsnitt borte', BODY.replace('<p id="p79">Avsnitt 79</p>', ''), { gone: 1 }, () => !document.getElementById('p79')],
  ['et attributt', BODY.replace('class="a"', 'class="b" lang="en"'), {}, () => document.querySelector('.b[lang="en"]')],
  ['språk og tittel', BODY, { title: 'Ny tittel', lang: 'nn' }, () => document.title === 'Ny tittel' && document.documentElement.lang === 'nn'],
  ['i en lenke og i en liste', BODY.replace('<em>mer</em>', '<em>mye <strong>mer</strong></em>').replace('<li>to</li>', '<li>halvannen</li>\n<li>to</li>'), {}, () => document.querySelector('em strong') && document.querySelectorAll('li').length === 3],
  ['et nytt stilark', BODY, { style: 'b.css' }, () => document.querySelectorAll('link[rel=stylesheet]').length === 1 && getComputedStyle(document.body).color === 'rgb(0, 0, 255)'],
  ['et nytt script', BODY, { script: 'other.js' }, () => window.same === undefined],
  ['noe et script leser', BODY.replace('<ul>', '<ul data-words="a">'), {}, () => window.same === undefined],
];

async function tryChanges(browser, name, preview, report) {
  preview.pages['/side.html'] = document_of(BODY);
  const tab = await open(browser, preview);
  const share = shareOf(CHANGES, name, CHANGES.length);
  for (const [what, body, options, seen] of share) {
    await tab.evaluate(() => { document.getElementById('q').value = 'skrevet'; document.getElementById('q').focus({ preventScroll: true }); document.querySelector('details').open = true; scrollTo(0, 500); });
    const before = await tab.evaluate(() => window.same.length), asked = preview.asked.length;
    preview.put('/side.html', document_of(body, options));
    await until(tab, seen).catch(() => report(name, `${what}: kom ikke`));
    const is_new = seen.toString().includes('same === undefined');
    await tab.waitForFunction(() => document.readyState === 'complete');
    if (is_new) await untilAsked(preview, asked, ASKED_WHEN_LOADED);
    const state = await tab.evaluate(() => ({ top: scrollY, typed: document.getElementById('q').value, focus: document.activeElement.id, open: document.querySelector('details').open }));
    if (Math.abs(state.top - 500) > 60) report(name, `${what}: stedet på siden er ${state.top}`);
    if (!is_new && (state.typed !== 'skrevet' || state.focus !== 'q' || !state.open)) report(name, `${what}: ${JSON.stringify(state)}`);
    if (!is_new && (await tab.evaluate(alike)) !== before - (options.gone ?? 0)) report(name, `${what}: noder er byttet`);
    preview.pages['/side.html'] = document_of(BODY);
    await load(tab, preview);
  }
  return { tab, count: share.length };
}

async function tryQuiet(tab, name, preview, report) {
  const touched = await tab.evaluate(() => window.touched), asked = preview.asked.length;
  preview.change();
  await untilAsked(preview, asked, 1);
  await wait(100);
  const state = await tab.evaluate(() => [window.touched, window.changed]);
  if (state[0] !== touched || state[1]) report(name, `like byte rører siden: ${state}`);
}

/** Each of the two pages is loaded, and must have been compared before the server may be taken away from it. */
async function tryLost(tab, name, preview, report) {
  let asked = preview.asked.length;
  delete preview.pages['/side.html'];
  preview.change();
  await until(tab, () => document.querySelector('h1')?.textContent === 'Borte').catch(() => report(name, 'en side som er borte, sier det ikke'));
  await untilAsked(preview, asked, ASKED_WHEN_LOADED);
  asked = preview.asked.length;
  preview.put('/side.html', document_of(BODY));
  await until(tab, () => document.querySelector('h1')?.textContent === 'Tittel').catch(() => report(name, 'en side som er tilbake, vises ikke'));
  await untilAsked(preview, asked, ASKED_WHEN_LOADED);
}

async function tryRestart(tab, name, preview, report) {
  await preview.stop();
  preview.pages['/side.html'] = document_of(BODY.replace('Avsnitt 5<', 'Etter omstart<'));
  await preview.start(preview.port);
  await until(tab, () => document.getElementById('p5').textContent === 'Etter omstart').catch(() => report(name, 'finner ikke tilbake etter omstart'));
}

const FINDING = { severity: 'error', rule: 'unknown-term', message: `Ukjent ${HOSTILE}`, help: 'skriv et annet', file: `content/${HOSTILE}.md`, line: 3, column: 9, before: 'tema: [', marked: HOSTILE, after: ']', open: 'vscode://file/a/b.md:3:9' };
const isShown = () => Boolean(document.querySelector('samling-findings')?.checkVisibility());
const isGone = () => !document.querySelector('samling-findings')?.checkVisibility();

async function tryFindings(tab, name, preview, report, { axe }) {
  preview.found.findings = [FINDING, { severity: 'warning', rule: 'long', message: 'For lang', file: 'content/b.md', line: 1 }];
  await tab.evaluate(() => document.getElementById('q').focus());
  preview.change();
  await until(tab, isShown).catch(() => report(name, 'funnene vises ikke'));
  const seen = await tab.evaluate(() => {
    const { shadowRoot } = document.querySelector('samling-findings');
    return { text: shadowRoot.textContent, mark: shadowRoot.querySelector('mark').textContent, elements: shadowRoot.querySelectorAll('img, script').length, title: document.title, focus: document.activeElement.id, link: shadowRoot.querySelector('a').href };
  });
  if (seen.mark !== HOSTILE || seen.elements || seen.title !== 'Side') report(name, `funn leses som kode: ${JSON.stringify(seen)}`);
  if (!seen.text.includes(`content/${HOSTILE}.md:3:9`) || seen.link !== FINDING.open) report(name, `sted eller lenke mangler: ${seen.text}`);
  if (seen.focus !== 'q') report(name, 'funnene tar fokus');
  if (axe) {
    await prepareAxe(tab);
    await eachLook(tab, async (look) => {
      for (const open of [true, false]) {
        await tab.evaluate((open) => (document.querySelector('samling-findings').shadowRoot.querySelector('details').open = open), open);
        for (const found of await runAxe(tab, open)) if (found.includes('samling-findings')) report(`${name} ${look}`, found);
      }
      const wide = await tab.evaluate(() => { const { scrollWidth, clientWidth } = document.querySelector('samling-findings').shadowRoot.querySelector('section'); return scrollWidth - clientWidth; });
      if (wide > 0) report(`${name} ${look}`, `funnene er ${wide} px for brede`);
    }, looksOf(0));
  }
  await tab.keyboard.press('Escape');
  await until(tab, isGone).catch(() => report(name, 'Escape lukker ikke'));
  await tab.reload();
  await wait(300);
  if (!(await tab.evaluate(isGone))) report(name, 'det som er lukket, kommer igjen');
  preview.found.findings[0] = { ...FINDING, line: 4 };
  preview.change();
  await until(tab, isShown).catch(() => report(name, 'nye funn vises ikke'));
  const stops = [];
  for (let i = 0; i < 8 && !stops.includes('summary'); i++) {
    await tab.keyboard.press('Tab');
    stops.push(await tab.evaluate(() => document.querySelector('samling-findings').shadowRoot.activeElement?.localName));
  }
  if (!['button', 'a', 'summary'].every((stop) => stops.includes(stop))) report(name, `tastaturet når ${stops}`);
  preview.found.findings = [];
  preview.change();
  await until(tab, isGone).catch(() => report(name, 'funn som er rettet, blir stående'));
}

async function tryAll(launch, name, report, options) {
  const preview = new Preview(), browser = await launch();
  await preview.start();
  atEnd(() => preview.stop());
  preview.pages['/b.css'] = 'body { color: rgb(0, 0, 255) }';
  const { tab, count } = await tryChanges(browser, name, preview, report);
  tab.on('pageerror', (error) => report(name, `feil i et script: ${error.message}`));
  await tryQuiet(tab, name, preview, report);
  await tryLost(tab, name, preview, report);
  await tryRestart(tab, name, preview, report);
  await tryFindings(tab, name, preview, report, options);
  return count;
}

await test(async (report) => {
  const counts = await Promise.all([tryAll(chromium, 'Chromium', report, { axe: true }), tryAll(firefox, 'Firefox', report, {})]);
  return `${counts.reduce((sum, count) => sum + count)} endringer`;
});
