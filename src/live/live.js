/*
 * What the preview adds to each page: when something has been saved, the page that is shown becomes
 * what the server now has. Only what differs is exchanged, so that the place on the page, what is
 * written in its fields, and what its own scripts have made, stay as they were.
 *
 * It compares what the server gave before with what it gives now, never with what is shown, and
 * carries the differences over. Where the page is no longer as the server gave it, or where a
 * script may have read what now differs, it is loaded again, when the rest has been exchanged.
 */
(() => {
'use strict';
/* So many comparisons are made to find which children are the same; beyond that their order decides. */
const COMPARED = 40_000;
const DATA = 'script[type="application/ld+json"]';
/* What a script of the page may hold on to. */
const HELD = `script:not(${DATA}), template, form, button, input, select, textarea`;
const LISTENER = new URL('listen.js', document.currentScript.src);

/* What the server gave: nodes that load nothing and that no other script sees; and what each is on the page. */
let served;
const shown = new WeakMap();
/* A script that runs while the page is read may have changed it before this one came. */
const is_changed_early = [...document.scripts].some(script => !script.defer && !script.matches(DATA));
let text, listener, findings;

function pair(node, live) {
  shown.set(node, live);
  if (node.localName === 'noscript') node.replaceChildren();
  else node.childNodes.forEach((child, i) => pair(child, live.childNodes[i]));
}

function read(html) {
  const root = new DOMParser().parseFromString(html, 'text/html').documentElement;
  for (const element of root.querySelectorAll('noscript')) element.replaceChildren();
  return root;
}

/* Which children are the same. */

const is_blank = node => node.nodeType === Node.TEXT_NODE && !node.data.trim();
const as_text = node => (node.id ? `${node.localName}#${node.id}` : node.outerHTML ?? node.data);
const kind = node => [node.nodeName, ...['rel', 'name', 'property', 'type'].map(name => node.getAttribute?.(name))].join(' ');

/* Gives every text a number of its own, so that they are compared fast. */
function numbers() {
  const known = new Map();
  return node => known.get(as_text(node)) ?? known.set(as_text(node), known.size).size - 1;
}

/* The longest common part of two lists, as pairs in order. Blank text alone makes no likeness. */
function common(old, next) {
  if (old.length * next.length > COMPARED) return [];
  const number = numbers(), before = old.map(number), after = next.map(number);
  const width = next.length + 1, best = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = next.length - 1; j >= 0; j--)
      best[i * width + j] = before[i] === after[j]
        ? best[(i + 1) * width + j + 1] + (is_blank(old[i]) ? 1 : 100)
        : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
  const pairs = [];
  for (let i = 0, j = 0; i < old.length && j < next.length;)
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) i++;
    else j++;
  return pairs;
}

/* Returns which old child each new one is: the same, or between the same ones the next of its kind. */
function match(old, next) {
  const matches = new Map();
  let i = 0, j = 0;
  for (const [same, now] of [...common(old, next), [old.length, next.length]]) {
    for (; j < now; j++) {
      const found = old.slice(i, same).findIndex(node => kind(node) === kind(next[j]));
      if (found < 0) continue;
      matches.set(next[j], old[i + found]);
      i += found + 1;
    }
    if (now < next.length) matches.set(next[now], old[same]);
    [i, j] = [same + 1, now + 1];
  }
  return matches;
}

/* What differs, as a list of acts; whether it `is_all`, or the page must be loaded again for the rest. */

const is_held = node => node.matches?.(HELD) || node.querySelector?.(HELD);

function put(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function compare_attributes(old, next, live, changes) {
  for (const name of new Set([...old.getAttributeNames(), ...next.getAttributeNames()])) {
    const before = old.getAttribute(name), after = next.getAttribute(name), is_own = live.getAttribute(name) !== before;
    if (before === after) continue;
    if (name.startsWith('data-') || (is_own && name !== 'open')) changes.is_all = false;
    else changes.acts.push(() => [old, ...is_own ? [] : [live]].forEach(element => put(element, name, after)));
  }
}

/* The old style stays until the new one is there, or the page would be seen without. */
function exchange_style(old, next, live) {
  const link = document.importNode(next);
  link.onload = link.onerror = () => live.remove();
  live.after(link);
  for (const name of old.getAttributeNames()) old.removeAttribute(name);
  for (const name of next.getAttributeNames()) put(old, name, next.getAttribute(name));
  shown.set(old, link);
}

function insert(node, parent, previous) {
  const live = document.importNode(node, true);
  pair(node, live);
  if (previous) {
    previous.after(node);
    shown.get(previous).after(live);
  } else {
    parent.prepend(node);
    shown.get(parent).prepend(live);
  }
}

function remove(node) {
  shown.get(node).remove();
  node.remove();
}

function compare_children(old, next, changes) {
  const before = [...old.childNodes], after = [...next.childNodes], least = Math.min(before.length, after.length);
  let first = 0, last = 0;
  while (first < least && before[first].isEqualNode(after[first])) first++;
  while (last < least - first && before.at(-1 - last).isEqualNode(after.at(-1 - last))) last++;
  const gone = before.slice(first, before.length - last), come = after.slice(first, after.length - last);
  const matches = match(gone, come), kept = new Set(matches.values()), live = shown.get(old);
  const is_alone = gone.length === 1 && come.length === 1; // which then differ, and need no other look
  const is_there = node => shown.get(node).parentNode === live;
  let previous = before[first - 1];
  for (const node of gone) {
    if (kept.has(node)) continue;
    if (is_there(node) && !is_held(node)) changes.acts.push(() => remove(node));
    else changes.is_all = false;
  }
  for (const node of come) {
    const same = matches.get(node), place = previous;
    if (same && (is_alone || !same.isEqualNode(node))) compare(same, node, changes);
    else if (!same && (is_held(node) || (before.includes(place) && !is_there(place)))) {
      changes.is_all = false;
      continue;
    } else if (!same) changes.acts.push(() => insert(node, old, place));
    previous = same ?? node;
  }
}

function compare(old, next, changes) {
  const live = shown.get(old), is_element = old.nodeType === Node.ELEMENT_NODE;
  if (!live.isConnected || (is_element ? old.matches(`script:not(${DATA}), template, meta[http-equiv]`) : live.data !== old.data)) {
    changes.is_all = false;
  } else if (!is_element) changes.acts.push(() => { live.data = old.data = next.data; });
  else if (old.matches('link[rel="stylesheet"]')) changes.acts.push(() => exchange_style(old, next, live));
  else {
    compare_attributes(old, next, live, changes);
    compare_children(old, next, changes);
  }
}

/* A page that does not become the same by being loaded is not loaded for ever. */
function load_again(edition, is_first) {
  const reason = `${edition} ${text.length} ${location.pathname}`;
  try {
    if (is_first && sessionStorage.samling_loaded === reason) return;
    sessionStorage.samling_loaded = reason;
  } catch {
    if (is_first) return;
  }
  location.reload();
}

function show_page({ edition, html }) {
  const is_first = text === undefined, changes = { acts: [], is_all: !is_changed_early };
  if (html === text) return;
  text = html;
  if (is_changed_early && is_first) return;
  const next = is_changed_early ? served : read(html);
  if (!served.isEqualNode(next)) compare(served, next, changes);
  for (const act of changes.acts) act();
  if (changes.acts.length) document.dispatchEvent(new Event('samling:changed'));
  if (!changes.is_all) load_again(edition, is_first);
}

/* What shows findings comes with the first of them. */
async function show_findings(found) {
  if (!found && !findings) return;
  try {
    findings ??= import('./findings.js');
    (await findings).show(found);
  } catch {
    findings = undefined; // the page is being left, or the server is gone
  }
}

/* A browser has few connections to a server, so a page that nobody sees holds none. */
function listen() {
  const is_seen = document.visibilityState === 'visible';
  if (is_seen === !!listener) return;
  listener?.terminate();
  listener = is_seen ? new Worker(LISTENER, { name: location.pathname }) : undefined;
  if (listener) listener.onmessage = ({ data }) => 'html' in data ? show_page(data) : show_findings(data.found);
}

served = document.implementation.createHTMLDocument('').importNode(document.documentElement, true);
pair(served, document.documentElement);
document.addEventListener('visibilitychange', listen);
listen();
})();
