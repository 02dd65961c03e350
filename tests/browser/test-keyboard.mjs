#!/usr/bin/env node
// Everything on a page can be reached, seen and left with the keyboard, and hit with a finger.
// One page of each family, wide and narrow; of other collections either wide or narrow.

import { chromium, eachPage, WIDTHS } from './browsers.mjs';
import { test } from './report.mjs';
import { buildSites } from './site.mjs';

const TRIES = 20, EACH_TRY = 100; // milliseconds

// Puts what the page's own checks need into the page: the elements that must be reached, in order.
function prepare() {
  const native = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, iframe, [contenteditable]';
  const isStop = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled;
  const isRadioOfGroup = (element) => {
    const group = element.type === 'radio' && [...document.getElementsByName(element.name)];
    return group && element !== (group.find((radio) => radio.checked) ?? group[0]);
  };
  window.stops = [...document.querySelectorAll(`${native}, [tabindex="0"]`)].filter(
    (element) => isStop(element) && !isRadioOfGroup(element),
  );
  window.nameOf = (element) => {
    const text = (element.innerText || element.name || element.id || '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.localName}> «${text}»`;
  };
  document.activeElement.blur();
  scrollTo(0, 0);
  return [...document.querySelectorAll('[tabindex]')].filter((element) => element.tabIndex > 0).map(nameOf);
}

// Where the focus is: its number among the stops, -1 for another element, null when it has left the page.
function whereFocusIs() {
  const element = document.activeElement;
  const faults = [];
  if (!element || element === document.body || element === document.documentElement) return { index: null, faults };

  const style = getComputedStyle(element);
  const transparent = /^rgba\(.*, 0\)$/.test(style.outlineColor);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !transparent;
  if (!outlined && style.boxShadow === 'none') faults.push('har ikke synlig fokus');

  // Not wholly hidden (2.4.11): the middle of what is on the screen of one of its boxes is its own.
  // Only in a region that scrolls by itself may a box be cut off at the side.
  const scroller = element.parentElement.closest('[tabindex="0"]');
  const frame = scroller?.getBoundingClientRect() ?? { left: 0, right: innerWidth };
  const isOwn = (box) => {
    if (box.bottom < 0 || box.top > innerHeight) return false;
    const x = (Math.max(box.left, frame.left) + Math.min(box.right, frame.right)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const hit = document.elementFromPoint(x, y);
    return element.contains(hit) || [...(element.labels ?? [])].some((label) => label.contains(hit));
  };
  const boxes = [...element.getClientRects()];
  if (!boxes.some(isOwn)) faults.push('er dekket eller utenfor skjermen når det har fokus');
  if (!scroller && boxes.some((box) => box.left < -1 || box.right > innerWidth + 1))
    faults.push('går utenfor skjermen til siden');
  return { index: stops.indexOf(element), name: nameOf(element), faults };
}

// WCAG 2.2, success criterion 2.5.8, with its exceptions for spacing and for targets in text.
// A link that is broken over lines is as many boxes, and as large as the largest.
function smallTargets() {
  const area = (box) => box.width * box.height;
  const targets = stops
    .filter((element) => !element.matches('.skip, [tabindex]:not(a, button, input)'))
    .map((element) => ({ element, boxes: [...element.getClientRects()].sort((a, b) => area(b) - area(a)) }));
  const isSmall = ({ boxes: [box] }) => box.width < 24 || box.height < 24;
  const middle = ({ boxes: [box] }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const distance = ([x, y], box) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const isApart = (a, b) => {
    const [[ax, ay], [bx, by]] = [middle(a), middle(b)];
    return b.boxes.every((box) => distance([ax, ay], box) >= 12) && (!isSmall(b) || Math.hypot(ax - bx, ay - by) >= 24);
  };
  const isInText = ({ element }) => {
    const around = element.closest('p, li, dd, td, h1, h2, h3, h4, figcaption, blockquote');
    const own = getComputedStyle(element).display === 'inline' && around;
    return own && [...around.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\w/.test(node.data));
  };
  return targets
    .filter((a) => isSmall(a) && !isInText(a))
    .map((a) => [a, targets.find((b) => a !== b && !isApart(a, b))])
    .filter(([, near]) => near)
    .map(([{ element, boxes: [box] }, near]) => {
      const size = `${Math.round(box.width)} × ${Math.round(box.height)} px`;
      return `${nameOf(element)} er bare ${size}, og for nær ${nameOf(near.element)}`;
    });
}

function skipLinkNow() {
  const element = document.activeElement;
  const { top, left, bottom } = element.getBoundingClientRect();
  return { isSkipLink: element.matches('a[href^="#"]'), isVisible: top >= 0 && left >= 0 && bottom <= innerHeight };
}

function isAtMain() {
  const main = document.querySelector('main');
  const { top } = main.getBoundingClientRect();
  const focused = document.activeElement;
  const follows = main.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING;
  return { scrolled: top >= -1 && top < innerHeight, focused: main.contains(focused) || Boolean(follows) };
}

/** What a function in the page says as soon as it is as it should be, or at last: the browser may still be scrolling. */
async function settled(tab, look, isDue) {
  let now = await tab.evaluate(look);
  for (let i = 0; i < TRIES && !isDue(now); i++) {
    await new Promise((resolve) => setTimeout(resolve, EACH_TRY));
    now = await tab.evaluate(look);
  }
  return now;
}

async function checkSkipLink(tab, say) {
  await tab.keyboard.press('Tab');
  const { isSkipLink, isVisible } = await settled(tab, skipLinkNow, ({ isVisible }) => isVisible);
  if (!isSkipLink) return say('det første stoppet er ikke en hopplenke');
  if (!isVisible) say('hopplenken blir ikke synlig når den har fokus');
  await tab.keyboard.press('Enter');
  if (!(await settled(tab, isAtMain, ({ scrolled }) => scrolled)).scrolled) say('hopplenken viser ikke hovedinnholdet');
  await tab.keyboard.press('Tab');
  if (!(await settled(tab, isAtMain, ({ focused }) => focused)).focused) say('etter hopplenken er neste stopp ikke i hovedinnholdet');
}

/** Walks until the focus leaves the page, or begins anew; returns the numbers of the stops as they came. */
async function walk(tab, press, count, say) {
  const reached = [];
  for (let i = 0; i < count + 5; i++) {
    await press();
    const { index, name, faults } = await settled(tab, whereFocusIs, ({ faults }) => !faults.length);
    if (reached.length && (index === null || index === reached[0])) return reached;
    if (index === null) continue;
    if (index < 0) say(`${name} får fokus uten å være en lenke eller et felt`);
    faults.forEach((fault) => say(`${name} ${fault}`));
    reached.push(index);
  }
  say('fokus slipper ikke ut av siden');
  return reached;
}

async function checkWalks(tab, say, alsoBack) {
  for (const element of await tab.evaluate(prepare)) say(`${element} har tabindex over 0`);
  const names = await tab.evaluate(() => stops.map(nameOf));
  const compare = (reached, expected, way) => {
    for (const index of expected) if (!reached.includes(index)) say(`${names[index]} nås ikke ${way}`);
    const inOrder = expected.filter((index) => reached.includes(index));
    if (reached.filter((index) => index >= 0).join() !== inOrder.join()) say(`rekkefølgen ${way} er ikke sidens`);
  };
  const order = names.map((_, index) => index);
  compare(await walk(tab, () => tab.keyboard.press('Tab'), names.length, say), order, 'med Tab');

  if (!alsoBack) return names.length;
  const back = async () => {
    await tab.keyboard.down('Shift');
    await tab.keyboard.press('Tab');
    await tab.keyboard.up('Shift');
  };
  compare(await walk(tab, back, names.length, () => {}), order.reverse(), 'med Shift+Tab');
  return names.length;
}

await test(async (report) => {
  const browser = await chromium();
  let pages = 0;
  let stops = 0;
  const work = async (tab, [url, page, widths]) => {
    for (const width of widths) {
      const say = (text) => report(page, `${width} px: ${text}`);
      await tab.setViewport({ width, height: 900 });
      await tab.goto(url);
      await checkSkipLink(tab, say);
      await tab.goto(url);
      const count = await checkWalks(tab, say, width === WIDTHS[0]);
      stops += count;
      for (const target of await tab.evaluate(smallTargets)) say(target);
    }
    pages++;
  };
  const tried = buildSites().flatMap((site) => {
    const ways = site.ways(WIDTHS);
    return site.families().map((page) => [site.url(page), page, ways.get(page)]);
  });
  await eachPage(browser, tried, work, { prepare: (tab) => tab.emulateFocusedPage(true) });
  return `${pages} sider, ${stops} stopp`;
});
