// The form for a new entry, as its tests use it: filled in as its reader would, in Chromium and in
// Firefox, from a folder and from a server, and what comes out of it laid into a copy of content/.

import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSERS } from './browsers.mjs';
import { layCollection, OWN, readCollection } from '../tools/collection.mjs';
import { serve } from './server.mjs';
import { PROJECT, Site, temporaryFolder, write } from './site.mjs';

const PROGRAM = process.env.SAMLING ?? join(PROJECT, 'build/samling');

/** A copy of tests/collection, in a folder whose path has spaces and Norwegian letters. */
export class Collection {
  constructor(settings = '') {
    this.root = join(temporaryFolder(), 'En mappe med æøå');
    layCollection(this.root, OWN);
    appendFileSync(join(this.root, 'content/site.yaml'), settings);
  }

  lay(path, text) {
    write(join(this.root, path), text);
  }

  samling(command, ...words) {
    return spawnSync(PROGRAM, [command, '-C', this.root, ...words], { encoding: 'utf8', maxBuffer: 1 << 26 });
  }

  build() {
    const output = join(this.root, 'side');
    const done = this.samling('build', '--no-sync', '--output', output);
    if (done.status !== 0) throw new Error(`samling build: ${done.stderr}`);
    return new Site(output, undefined, readCollection(this.root));
  }

  /** What `samling check` finds: errors, or what has the severity named. */
  findings(wanted = 'error') {
    const { findings } = JSON.parse(this.samling('check', '--format', 'json').stdout);
    return findings.filter(({ severity }) => severity === wanted);
  }
}

/** Calls `work(browser, site, name)` in both browsers, on file: and below a folder of a server. */
export async function everywhere(site, work) {
  const served = site.at(await serve(site.root, '/en/undermappe/'));
  await Promise.all(
    Object.entries(BROWSERS).map(async ([name, launch]) => {
      const downloads = join(temporaryFolder(), 'lastet ned');
      mkdirSync(downloads);
      const browser = await launch({ downloads });
      browser.downloads = downloads;
      await work(browser, site, `${name}, file:`);
      await work(browser, served, `${name}, http:`);
    }),
  );
}

// Put into each page before it begins.
function prepare() {
  window.complaints = [];
  const complain = (text) => window.complaints.push(text);
  addEventListener('securitypolicyviolation', (event) => complain(`CSP: ${event.effectiveDirective}`));
  addEventListener('unhandledrejection', (event) => complain(`unntak: ${event.reason}`));
  addEventListener('error', ({ message, target }) => complain(message ?? `fikk ikke hentet ${target.src}`), true);
  // The ways out are followed as far as their address.
  addEventListener('click', (event) => {
    if (event.target.closest?.('#form_open, #form_mail')) event.preventDefault();
  });

  const part = (name) => document.getElementById(`form_${name}`);
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const fieldOf = (name) => document.querySelector(`[data-field="${name}"]`);
  const boxOf = (element) => element.querySelector('input, select, textarea');
  const put = (box, value) => {
    if (box.type === 'checkbox') box.checked = value;
    else box.value = value;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const putParts = (element, values) => {
    for (const [name, value] of Object.entries(values)) put(boxOf(element.querySelector(`[data-name="${name}"]`)), value);
  };
  const putRows = (field, values) => {
    const rows = field.querySelector('.rows');
    for (const button of rows.querySelectorAll('.plain')) button.click();
    for (const value of values) {
      field.querySelector('.other').click();
      const row = rows.lastElementChild;
      if (typeof value === 'object') putParts(row, value);
      else put(boxOf(row), value);
    }
  };
  const putField = (name, value) => {
    const field = fieldOf(name);
    if (field.dataset.kind === 'single') put(boxOf(field), value);
    else if (field.dataset.kind === 'group') putParts(field, value);
    else if (field.dataset.kind === 'list') putRows(field, value);
    else for (const box of field.querySelectorAll('input')) put(box, value.includes(box.value));
  };
  const sections = () => [...document.querySelectorAll('[data-for]:not([hidden]):not(.left) textarea')];

  // { title: …, themes: […], figures: [{ label, value }], text: [one for each section] }
  window.fillIn = ({ text = [], ...fields }) => {
    for (const [name, value] of Object.entries(fields)) putField(name, value);
    text.forEach((value, i) => put(sections()[i], value));
  };

  const twice = () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  };

  window.look = () => {
    const shown = (element) => element && element.checkVisibility();
    const fieldsAtFault = [...document.querySelectorAll('#form_fields .error')].filter((error) => error.textContent);
    return {
      summary: shown(part('errors')) ? [...part('errors').querySelectorAll('a')].map(text) : [],
      heading: text(part('errors').querySelector('h3')),
      focused: document.activeElement.id,
      faults: fieldsAtFault.map((error) => ({
        field: error.closest('[data-field]')?.dataset.field ?? 'text',
        text: error.textContent,
        id: error.id,
      })),
      status: part('status').textContent,
      said: part('said').textContent,
      ready: shown(part('result')),
      path: part('place').textContent,
      file: part('file').value,
      open: part('open')?.href,
      openHelp: part('open_help')?.textContent ?? '',
      mail: part('mail')?.href,
      advice: shown(part('advice')) ? [...part('advice').querySelectorAll('a')].map(text) : [],
      left: [...document.querySelectorAll('.left .control')].filter(shown).map((control) => ({ title: control.dataset.section, text: boxOf(control).value })),
      twice: twice(),
    };
  };
}

/** The page with the form in a tab of its own. */
export class FormPage {
  static async open(browser, site) {
    return FormPage.in(await browser.newPage(), site);
  }

  static async in(tab, site) {
    const page = new FormPage(tab, site);
    await page.tab.evaluateOnNewDocument(prepare);
    await page.again();
    return page;
  }

  constructor(tab, site) {
    Object.assign(this, { tab, site, outside: [], visits: 0 });
    tab.on('pageerror', (error) => this.outside.push(`unntak: ${error.message}`));
    tab.on('dialog', (dialog) => dialog.accept()); // what is written will be lost, and may be
    tab.on('console', (message) => {
      if (/^(error|warn|assert)/.test(message.type())) this.outside.push(`konsoll: ${message.text()}`);
    });
  }

  /** Comes to the form anew; to load it again would bring back what was written. */
  async again() {
    await this.tab.goto(`${this.site.url(this.site.facts.pages.form)}?${++this.visits}`);
    await this.ready();
  }

  /** Waits for the form to come forth. Nothing of the page is held on to: Firefox forgets what it has lent out. */
  ready() {
    return this.tab.waitForFunction(() => Boolean(document.querySelector('#form_fields:not([hidden])')));
  }

  /** Waits, as a writer does before leaving, until what stands in the boxes is kept. */
  kept() {
    const isKept = () => {
      const boxes = [...document.querySelectorAll('#form_fields :is(input, select, textarea)')], written = history.state?.written;
      return written?.length === boxes.length && boxes.every((box, i) => written[i][1] === (box.type === 'checkbox' ? box.checked : box.value));
    };
    return this.tab.waitForFunction(isKept).catch(() => {}); // what comes of it then, the test sees
  }

  fill(filling) {
    return this.tab.evaluate((filling) => fillIn(filling), filling);
  }

  look() {
    return this.tab.evaluate(() => look());
  }

  /** Presses «Lag filen». */
  async make() {
    await this.tab.evaluate(() => document.querySelector('#form_fields button:not([type])').click());
    return this.look();
  }

  async try(filling) {
    await this.fill(filling);
    return this.make();
  }

  async complaints() {
    return [...this.outside, ...(await this.tab.evaluate(() => window.complaints))];
  }
}

/** What must be there, and no more. */
export const LEAST = {
  ministry: 'lin',
  title: 'Én dør inn for alle på Ås',
  summary: 'Et sammendrag som er langt nok til å si noe.',
  type: 'stotte',
  status: 'apen',
  themes: ['jord'],
};
