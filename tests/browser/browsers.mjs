// Debian's Chromium, over its DevTools protocol, and Debian's Firefox, over WebDriver BiDi.

import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT } from '../tools/collection.mjs';
import { atEnd, Skipped } from './report.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

// Milliseconds. They bound what never comes, and judge nothing: on a machine that is busy all is slow.
const START = 180_000, PATIENCE = 60_000;

export const WIDTHS = [1280, 320];
const SCHEMES = ['light', 'dark'];

/** Whether all is tried in all ways, as `make long` does; else the ways are shared out among what is tried. */
export const ALL_WAYS = process.env.SAMLING_WAYS === 'all';

/** The looks of a page: wide and narrow, light and dark. */
export const LOOKS = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme })));

/** `downloads` is the folder for what is downloaded. */
export function chromium({ downloads } = {}) {
  return launch({
    browser: 'chrome',
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-background-networking'],
    ...(downloads && { downloadBehavior: { policy: 'allow', downloadPath: downloads } }),
  });
}

/** Firefox as a reader has it: what tests usually have relaxed for file: addresses is put back. */
export async function firefox({ downloads } = {}) {
  return launchFirefox(await usedProfile(), downloads && { 'browser.download.folderList': 2, 'browser.download.dir': downloads });
}

function launchFirefox(profile, preferences) {
  return launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    userDataDir: profile,
    extraPrefsFirefox: {
      'remote.prefs.recommended': false,
      'security.fileuri.strict_origin_policy': true,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      ...preferences,
    },
  });
}

/**
 * A copy of a profile that has been used once, removed when the test is over: Firefox starts twice as fast
 * when it has compiled its own scripts before. The profile is kept in build/, for this edition of Firefox.
 */
async function usedProfile() {
  const kept = join(PROJECT, 'build', `firefox-${edition(FIREFOX)}`);
  if (!existsSync(kept)) await useProfile(kept);
  const own = mkdtempSync(join(tmpdir(), 'firefox-'));
  atEnd(() => rmSync(own, { recursive: true, force: true, maxRetries: 5 }));
  cpSync(kept, own, { recursive: true });
  return own;
}

function edition(program) {
  return existsSync(program) ? Math.round(statSync(realpathSync(program)).mtimeMs) : 'none';
}

/** Starts Firefox with a new profile and leaves it; of two tests that do so at once the first keeps its own. */
async function useProfile(kept) {
  mkdirSync(dirname(kept), { recursive: true });
  const fresh = mkdtempSync(`${kept}-`);
  const browser = await launchFirefox(fresh);
  await (await browser.newPage()).goto('about:blank');
  await browser.close();
  try {
    renameSync(fresh, kept);
  } catch {
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function launch(options) {
  if (!existsSync(options.executablePath)) throw new Skipped(`${options.executablePath} mangler (make test-deps)`);
  const { default: puppeteer } = await load('puppeteer-core');
  const browser = await puppeteer.launch({ headless: true, timeout: START, protocolTimeout: START, ...options });
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async () => {
    const tab = await newPage();
    tab.setDefaultTimeout(PATIENCE);
    return tab;
  };
  atEnd(() => browser.connected && browser.close());
  return browser;
}

/** Opens the menu and the search of the header, if they are folded. */
export async function unfold(tab) {
  const summary = await tab.$('.fold:not([open]) > summary');
  if (await summary?.isVisible()) await summary.click();
}

/** What opens each browser, by its name. */
export const BROWSERS = { Chromium: chromium, Firefox: firefox };

/**
 * Which of these rows are tried at a place, «Firefox, http:». On file: the browsers take turns, and over
 * HTTP they try the first few of theirs, unless all is tried in all ways.
 */
export function shareOf(rows, place, few) {
  const turn = Object.keys(BROWSERS).findIndex((browser) => place.startsWith(browser));
  const own = rows.filter((_, i) => ALL_WAYS || i % 2 === turn);
  return ALL_WAYS || place.endsWith('file:') ? own : own.slice(0, few);
}

/** Imports a package of npm's; without it the test is skipped. */
export async function load(name) {
  try {
    return await import(name);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Skipped(`${name} mangler i tests/browser/node_modules (make test-deps)`);
  }
}

/** Calls `work(tab, page)` for every page, in a few tabs at a time; `prepare(tab)` is called once for each tab. */
export async function eachPage(browser, pages, work, { tabs = 4, prepare = () => {} } = {}) {
  const queue = pages.values();
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      const tab = await browser.newPage();
      await prepare(tab);
      for (const page of queue) await work(tab, page);
      await tab.close();
    }),
  );
}

/**
 * The looks in which the state of a page with this number is tried: two that have both widths and both
 * schemes, narrow last; the next state has the other two.
 */
export function looksOf(number) {
  return ALL_WAYS ? LOOKS : number % 2 ? [LOOKS[1], LOOKS[2]] : [LOOKS[0], LOOKS[3]];
}

/** Calls `work(name, width)` in each of these looks of a page. */
export async function eachLook(tab, work, looks = LOOKS) {
  for (const { width, scheme } of looks) {
    await tab.setViewport({ width, height: 900 });
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await work(`${width} ${scheme}`, width);
  }
}
