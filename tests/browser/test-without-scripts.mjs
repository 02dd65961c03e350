#!/usr/bin/env node
// Every page is whole without scripts: what scripts add is only another way to what is there. Only the page
// with the search says that it needs them.

import { chromium, eachPage } from './browsers.mjs';
import { test } from './report.mjs';
import { buildSite } from './site.mjs';

const ASKS_FOR_SCRIPTS = /\b(krever|slå på|skru på|aktiver\w*|requires?|enable) +(java)?s[kc]ript/i;

function read() {
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  document.querySelectorAll('details').forEach((details) => (details.open = true));
  return {
    text: document.body.innerText.replace(/\s+/g, ' '),
    main: document.querySelector('main')?.innerText.trim() ?? '',
    foot: Boolean(document.querySelector('body > footer')),
    scripts: document.scripts.length,
    links: all('a[href]').map((link) => ({ href: link.href.replace(/#.*/, ''), text: link.innerText.trim() })),
    needing: all('[data-needs-script]').map((element) => element.outerHTML.slice(0, 80)),
  };
}

await test(async (report) => {
  const browser = await chromium();
  const site = buildSite();
  const entries = site.entryPages().map((page) => site.url(page));
  const states = { with: {}, without: {} };
  for (const [state, enabled] of [['with', true], ['without', false]])
    await eachPage(
      browser,
      site.pages,
      async (tab, page) => {
        await tab.goto(site.url(page));
        states[state][page] = await tab.evaluate(read);
      },
      { prepare: (tab) => tab.setJavaScriptEnabled(enabled) },
    );

  const needy = [site.facts.search && site.facts.pages.list, site.facts.pages.compare];
  for (const page of site.pages) {
    const [scripted, plain] = [states.with[page], states.without[page]];
    const say = (text) => report(page, text);
    if (!plain.main || !plain.foot) say('siden er ikke hel uten skript');
    if (ASKS_FOR_SCRIPTS.test(plain.text)) say('siden ber om skript');
    if (/javascript/i.test(plain.text) !== needy.includes(page)) say('skript nevnes der det ikke skal, eller ikke der det skal');
    plain.needing.forEach((element) => say(`vises uten skript: ${element}`));
    const there = new Set(plain.links.map(({ href }) => href));
    for (const { href } of scripted.links) if (!there.has(href)) say(`lenken til ${href} finnes bare med skript`);
    if (!scripted.scripts && scripted.text !== plain.text) say('teksten er en annen uten skript');
  }
  // The list may go on over further pages: tiltak/2.html and so on.
  const further = site.facts.pages.list.replace(/\.html$/, '/');
  const listing = site.pages.filter((page) => page === site.facts.pages.list || (page.startsWith(further) && /^\d+\.html$/.test(page.slice(further.length))));
  const titled = new Set(listing.flatMap((page) => states.without[page].links.filter(({ text }) => text).map(({ href }) => href)));
  for (const entry of entries) if (!titled.has(entry)) report(site.facts.pages.list, `${entry} mangler uten skript`);
  return `${site.pages.length} sider, ${entries.length} tiltak`;
});
