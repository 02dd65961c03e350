#!/usr/bin/env node
// The colours of the theme have the contrast that WCAG 2.2 asks for, light and dark.

import { chromium } from './browsers.mjs';
import { test } from './report.mjs';
import { buildSite } from './site.mjs';

// [foreground, background, ratio]: 4.5 for text (1.4.3), 3 for what is not text (1.4.11).
const PAIRS = [
  ...['text', 'subtle', 'link', 'visited'].flatMap((token) => [
    [token, 'background', 4.5],
    [token, 'tinted', 4.5],
  ]),
  ['field', 'background', 3],
  ['field', 'tinted', 3],
  ['focus-outer', 'background', 3],
  ['focus-outer', 'tinted', 3],
  ['focus-inner', 'focus-outer', 3],
];
// Judged where the theme has them.
const OPTIONAL = [['bar', 'background', 3]];
// The parts of a column, on the page of pictures: the number in each is of the text or of the background.
const DRAWN = (scheme) =>
  [1, 2, 3, 4, 5, 6, 7].map((part) => [part < (scheme === 'dark' ? 4 : 5) ? 'text' : 'background', `part-${part}`, 7]);

// Reads tokens as red, green, blue and alpha, whatever way they are written.
function read(tokens) {
  const probe = document.body.appendChild(document.createElement('span'));
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const style = getComputedStyle(document.documentElement);
  const color = (token) => {
    if (!style.getPropertyValue(`--${token}`)) return null;
    probe.style.color = `var(--${token})`;
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  return Object.fromEntries(tokens.map((token) => [token, color(token)]));
}

// WCAG 2.2, «relative luminance» and «contrast ratio».
function luminance(rgb) {
  const [r, g, b] = rgb.map((value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [dark, light] = [luminance(a.slice(0, 3)), luminance(b.slice(0, 3))].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

await test(async (report) => {
  const browser = await chromium();
  const site = buildSite();
  const tab = await browser.newPage();
  let judged = 0;
  let lowest = Infinity;
  for (const scheme of ['light', 'dark']) {
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const { overview } = site.facts.pages;
    await tab.goto(site.url(overview ?? 'index.html'));
    const pairs = [...PAIRS, ...OPTIONAL, ...(overview ? DRAWN(scheme) : [])];
    const colors = await tab.evaluate(read, [...new Set(pairs.flatMap(([a, b]) => [a, b]))]);
    for (const pair of pairs) {
      const [a, b, least] = pair;
      const missing = [a, b].filter((token) => !colors[token]);
      if (missing.length && OPTIONAL.includes(pair)) continue;
      judged++;
      if (missing.length) {
        report(scheme, `--${missing.join(' og --')} mangler`);
        continue;
      }
      if (colors[a][3] !== 255 || colors[b][3] !== 255) report(scheme, `--${a} eller --${b} er gjennomsiktig`);
      const ratio = contrast(colors[a], colors[b]);
      lowest = Math.min(lowest, ratio / least);
      if (ratio < least) report(scheme, `--${a} på --${b}: ${ratio.toFixed(2)}, skal være minst ${least}`);
    }
  }
  return `${judged} fargepar, det svakeste ${lowest.toFixed(2)} ganger kravet`;
});
