#!/usr/bin/env node
// The page that the form shows when a file has been made says what the built page says, text by text: title,
// summary, facts, sections and links, in both browsers. And what every visitor of the form loads is small.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Collection, everywhere, FormPage, LEAST } from './form.mjs';
import { test } from './report.mjs';

const SCRIPTS_MAX = 16_000; // bytes, compressed

const FILLINGS = [
  LEAST,
  {
    ...LEAST,
    title: 'Alt på én gang, <b>med</b> & tegn',
    themes: ['jord', 'barn'],
    relations: ['skole-nabo', 'ung-gammel'],
    agencies: ['frobanken', 'strandlaget'],
    'proposed.agencies': [{ name: 'Havnelaget', url: 'https://www.havnelaget.example/om' }],
    partners: ['Ås kommune', 'Bø hagelag'],
    years: ['2023', '2024'],
    figures: [{ label: 'Ruter i hagen', value: '30' }],
    links: [
      { title: 'Rapport', url: 'https://www.eksempel.no/rapport.pdf' },
      { title: 'Siden', url: 'https://nav.no/a?b=c.doc' },
      { title: 'Www', url: 'https://www.no/' },
    ],
    source: { document: 'Heftet', version: '2.0', page: '7' },
    stimulab: true,
    advice: 'Grav & vann <først>.',
    contact: 'post@etat.no',
    updated: '2024-04-17',
    text: ['Ett avsnitt\nover to linjer & <em>tegn</em>.\n\nSe [Nav](https://www.nav.no/).\n\n- a\n  1. b\n  2. c\n- d', '', '1. Ett\n2. To\n\nSlutt.'],
  },
  {
    ...LEAST,
    title: 'Flere tall enn det er plass til',
    figures: ['53 mill. kroner', '2024–2026', '1 200', '3,5 %', 'halvert', '40', '50', '6.'].map((value, i) => ({ label: `Tall nummer ${i}`, value })),
  },
  { ...LEAST, title: 'Med bare ett av hvert', updated: '2024', years: ['2024'], type: 'prove', text: ['*Stjerne* og _strek_', '• Ett\n• To'] },
];

/** In the browser: the texts in order, each with what it stands in. */
function readTexts(root) {
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const own = (li) => { const copy = li.cloneNode(true); copy.querySelectorAll('ul, ol').forEach((list) => list.remove()); return text(copy); };
  const kinds = { p: 'p', dt: 'dt', dd: 'dd', li: 'li', h1: 'h', h2: 'h', h3: 'h', h4: 'h' };
  const said = [...root.querySelectorAll(Object.keys(kinds).join())].filter((element) => !element.closest('nav, .cover, .actions'));
  return said.map((element) => [kinds[element.localName], element.localName === 'li' ? own(element) : text(element), ...(element.localName === 'li' ? [element.parentElement.localName] : [])]);
}

async function shown(page) {
  await page.tab.waitForFunction(() => document.getElementById('form_page').childElementCount);
  return page.tab.evaluate(`(${readTexts})(document.getElementById('form_page'))`);
}

const built = (page, html) => page.tab.evaluate(`(${readTexts})(new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html').querySelector('.entry'))`);

async function compare(page, filling, say) {
  const collection = new Collection();
  await page.again();
  const state = await page.try(filling);
  if (!state.ready) return say(`${filling.title}: ${state.summary}`);
  const inForm = await shown(page);
  collection.lay(state.path, state.file);
  const site = collection.build();
  const onPage = await built(page, readFileSync(join(site.root, state.path.replace(/^content\/gardens/, 'hager').replace(/md$/, 'html')), 'utf8'));
  onPage.forEach((due, i) => {
    if (JSON.stringify(due) !== JSON.stringify(inForm[i])) say(`${filling.title}: siden sier ${JSON.stringify(due)}, skjemaet ${JSON.stringify(inForm[i])}`);
  });
  if (inForm.length > onPage.length) say(`${filling.title}: skjemaet viser mer: ${JSON.stringify(inForm.slice(onPage.length))}`);
}

function weigh(site, report) {
  const page = readFileSync(join(site.root, site.facts.pages.form), 'utf8');
  const loaded = [...page.matchAll(/<script src="([^"]*)"/g)].map(([, src]) => gzipSync(readFileSync(join(site.root, src)), { level: 9 }).length);
  const bytes = loaded.reduce((sum, size) => sum + size, 0);
  if (!bytes || bytes > SCRIPTS_MAX) report(site.facts.pages.form, `skriptene er ${bytes} byte, og skal være høyst ${SCRIPTS_MAX}`);
  return bytes;
}

await test(async (report) => {
  const site = new Collection().build();
  const bytes = weigh(site, report);
  await everywhere(site, async (browser, where, name) => {
    if (name.endsWith('http:')) return; // it is the same
    const say = (text) => report(name, text);
    const page = await FormPage.open(browser, where);
    for (const filling of FILLINGS) await compare(page, filling, say);
    for (const text of await page.complaints()) say(text);
  });
  return `${FILLINGS.length} sider sammenlignet, ${bytes} byte skript`;
});
