#!/usr/bin/env node
// Nothing is lost on narrow screens, with large text or with wide spacing: no page scrolls
// sideways, no text is cut off, and no text lies on other text. The first page of each family is seen in
// all views, the others in the narrowest and in another one (site.mjs, `ways`).

import { chromium, eachPage } from './browsers.mjs';
import { test } from './report.mjs';
import { buildSites } from './site.mjs';

// WCAG 2.2, success criterion 1.4.12.
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;
const VIEWS = [
  { name: '320 px', width: 320 },
  { name: '1280 px', width: 1280 },
  { name: '200 % tekst, 1280 px', width: 1280, text: 2 },
  { name: '200 % tekst, 640 px', width: 640, text: 2 },
  { name: 'tekstavstand, 320 px', width: 320, css: SPACING },
];

// The page's policy forbids style elements, but not style sheets that are constructed.
function dress({ text = 1, css = '' }) {
  document.querySelectorAll('details').forEach((details) => (details.open = true));
  document.adoptedStyleSheets = [];
  const size = parseFloat(getComputedStyle(document.documentElement).fontSize) * text;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text === 1 ? css : `html { font-size: ${size}px !important } ${css}`);
  document.adoptedStyleSheets = [sheet];
}

function look() {
  const found = [];
  const root = document.documentElement;
  const name = (element) => {
    const text = element.innerText.trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.localName}${element.className && `.${element.className}`}> «${text}»`;
  };
  const ancestors = function* (element) {
    for (let e = element; e; e = e.parentElement) yield e;
  };

  // Kept for screen readers, or until it has focus: no larger than a pixel, cut to nothing, or above the page.
  const isOutOfSight = (element) =>
    [...ancestors(element)].some((e) => {
      const { width, height, bottom } = e.getBoundingClientRect();
      const { position, clipPath, clip, display } = getComputedStyle(e);
      const cut = clipPath.startsWith('inset(50%') || /^rect\((0px,? ){3}0px\)|^rect\((1px,? ){3}1px\)/.test(clip);
      const lifted = /absolute|fixed/.test(position);
      return display !== 'inline' && (cut || (lifted && ((width <= 1 && height <= 1) || bottom + scrollY <= 0)));
    });
  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isOutOfSight(element);
  // Lies over what can be scrolled away from under it.
  const staysInSight = (element) => [...ancestors(element)].some((e) => getComputedStyle(e).position === 'sticky');
  const scrollsItself = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX) && element !== root;

  if (root.scrollWidth > root.clientWidth) found.push(`siden er ${root.scrollWidth} px bred`);

  const leaves = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !isSeen(element) || staysInSight(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    leaves.set(element, [...(leaves.get(element) ?? []), ...range.getClientRects()]);
  }

  const isOutside = (box) => box.left < -1 || box.right > root.clientWidth + 1;
  const outside = [...leaves].filter(
    ([element, boxes]) => boxes.some(isOutside) && ![...ancestors(element)].some(scrollsItself),
  );
  outside.slice(0, 3).forEach(([element]) => found.push(`${name(element)} går utenfor skjermen`));

  for (const element of document.body.querySelectorAll('*')) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const wider = element.scrollWidth > element.clientWidth + 1;
    const higher = element.scrollHeight > element.clientHeight + 1;
    if (!element.innerText?.trim() || !isSeen(element)) continue;
    if ((/hidden|clip/.test(overflowX) && wider) || (/hidden|clip/.test(overflowY) && higher))
      found.push(`${name(element)} er klippet`);
    if (scrollsItself(element) && wider && element.tabIndex < 0)
      found.push(`${name(element)} ruller, men kan ikke få fokus`);
  }

  // A box of text is as high as the font may reach; letters seldom fill the outer quarters.
  const lines = [...leaves].flatMap(([element, boxes]) =>
    boxes.map(({ left, right, top, bottom, height }) => ({
      element,
      left: left + 1,
      right: right - 1,
      top: top + height / 4,
      bottom: bottom - height / 4,
    })),
  );
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((a, i) => {
    for (let j = i + 1; j < lines.length && lines[j].top < a.bottom; j++) {
      const b = lines[j];
      if (a.element !== b.element && a.left < b.right && b.left < a.right)
        found.push(`${name(a.element)} og ${name(b.element)} ligger på hverandre`);
    }
  });
  return [...new Set(found)];
}

await test(async (report) => {
  const browser = await chromium();
  let pages = 0;
  let looks = 0;
  const work = async (tab, [url, page, views]) => {
    await tab.goto(url);
    for (const { name, width, ...style } of new Set([VIEWS[0], ...views])) {
      await tab.setViewport({ width, height: 900 });
      await tab.evaluate(dress, style);
      for (const found of await tab.evaluate(look)) report(page, `${name}: ${found}`);
      looks++;
    }
    pages++;
  };
  const tried = buildSites().flatMap((site) => [...site.ways(VIEWS)].map(([page, views]) => [site.url(page), page, views]));
  await eachPage(browser, tried, work);
  return `${pages} sider, ${looks} visninger`;
});
