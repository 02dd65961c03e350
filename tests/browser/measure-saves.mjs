#!/usr/bin/env node
/*
 * Shows how long it takes from a save to a changed page in Chromium, with `samling serve`, by kind of edit.
 * It judges nothing.
 *
 *     SAMLING=… node tests/browser/measure-saves.mjs [--edits N] [--kinds tekst,mal] [FOLDER]
 *     SAMLING=… node tests/browser/measure-saves.mjs --saves N [--kinds tekst,tittel,mal] [FOLDER]
 *
 * It works on a copy of the collection in FOLDER, such as tests/bench/generate makes, or of the project's.
 * The time is from when the file has been written to when the page's own tree is another, or the new style
 * is there, or the page has been loaded again; less the calm, which is waited for on purpose. A page is first
 * looked at when it has changed, so that looking costs nothing. Of each time, «tjener» is what the command says
 * of itself, «hentet» from there until the page has the new text, which is made in between, «siden» the
 * rest. Between two edits there is as long as somebody who writes takes at least.
 *
 * --saves: so many saves without a browser; the page is asked for after each. How the command's memory grows.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from './browsers.mjs';
import { clock, editsOf, Preview, wait } from './preview.mjs';
import { test } from './report.mjs';
import { temporaryFolder } from './site.mjs';
import { layCollection, PROJECT, readCollection, TRIED } from '../tools/collection.mjs';

const PAUSE = 550, WARM = 100;
const CALM = Number(readFileSync(join(PROJECT, 'src/serve/watch.h'), 'utf8').match(/WATCH_CALM = (\d+)/)[1]);

const { values: options, positionals: [from = TRIED] } = parseArgs({
  allowPositionals: true,
  options: { edits: { type: 'string', default: '50' }, saves: { type: 'string' }, kinds: { type: 'string' } },
});

/* In the page, before its own scripts: says when it became another, and when the text for that had come. */
function watchPage() {
  let came = null;
  const tell = (how) => window.samling_seen(performance.now(), how, came, window.samling_shows?.());
  window.Worker = class extends Worker {
    constructor(...words) {
      super(...words);
      this.addEventListener('message', ({ data }) => { if ('html' in data) came = performance.now(); });
    }
  };
  document.addEventListener('samling:changed', () => tell('byttet'));
  document.addEventListener('load', ({ target }) => { if (target.matches?.('link[rel=stylesheet]')) tell('stil'); }, true);
  document.addEventListener('DOMContentLoaded', () => tell('lastet'));
}

class Tab {
  seen = [];

  async open(browser) {
    this.tab = await browser.newPage();
    this.session = await this.tab.createCDPSession();
    await this.session.send('Performance.enable');
    await this.tab.exposeFunction('samling_seen', (at, how, came, shows) => this.seen.push({ at, how, came, shows }));
    await this.tab.evaluateOnNewDocument(watchPage);
    return this;
  }

  /** When the page that is shown began, on the machine's clock. */
  async began() {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'NavigationStart').value * 1000;
  }

  /**
   * Tells the page how the next edit is seen; a page that has been loaded since is asked instead. The one that is
   * told may be on its way out, for what the last edit made it load.
   */
  async expect({ shows, extra }, n) {
    for (let told = false; !told; ) {
      this.seen = [];
      this.before = await this.began();
      const tell = this.tab.evaluate(`window.samling_shows = () => (${shows})(${n}, ${JSON.stringify(extra)})`);
      told = await tell.then(() => true, () => wait(20));
    }
  }

  /** Resolves with when the page first showed an edit, and how it came to. */
  async shown({ name, shows, extra }, n) {
    for (let next = 0; ;) {
      while (next === this.seen.length) await wait(2);
      const seen = this.seen[next++];
      if (name === 'stil' && seen.how === 'byttet') continue; // the new one is asked for
      if (!(seen.shows ?? (await this.tab.evaluate(shows, n, extra).catch(() => false)))) continue;
      const began = seen.shows === undefined ? await this.began() : this.before;
      return { how: seen.how, at: began + seen.at, came: seen.came === null ? undefined : began + seen.came };
    }
  }
}

async function measureKind(preview, tab, edit, count) {
  const text = preview.read(edit.file), found = [];
  await tab.tab.goto(preview.base + edit.page);
  for (let n = 1; n <= count; n++) {
    await wait(PAUSE + Math.random() * 50);
    await tab.expect(edit, n);
    preview.lines.length = 0;
    const written = preview.write(edit.file, edit.change(text, n));
    const late = wait(20_000).then(() => { throw new Error(`${edit.name}: endring ${n} vises ikke på ${edit.page}`); });
    const { at, came, how } = await Promise.race([tab.shown(edit, n), late]);
    const line = preview.lines[0], server = Number(line.text.match(/([\d.]+) ms$/)[1]);
    found.push({ how, all: at - written - CALM, server, fetched: came - line.came, page: at - came, seen: tab.seen });
  }
  preview.write(edit.file, text);
  await wait(PAUSE);
  return found;
}

const part = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const number = (value, width) => (Number.isNaN(value) ? '–' : value.toFixed(1)).padStart(width);

function row(name, found) {
  const of = (key, share = 0.5) => part(found.map((one) => one[key]), share);
  const hows = found.map(({ how, seen }) => (how !== 'lastet' && seen.some((one) => one.how === 'lastet') ? `${how} og så lastet` : how));
  const ways = [...new Set(hows)].map((how) => `${how} ${hows.filter((one) => one === how).length}`);
  return `${name.padEnd(18)}${number(of('all'), 8)}${number(of('all', 0.9), 8)}${number(of('all', 1), 8)}` +
    `${number(of('server'), 9)}${number(of('fetched'), 9)}${number(of('page'), 9)}   ${ways.join(', ')}`;
}

async function measureTimes(preview, edits, facts) {
  const tab = await new Tab().open(await chromium());
  console.log(`${facts.entries.length} oppføringer, ${options.edits} endringer av hvert slag; millisekunder etter roen på ${CALM}`);
  console.log(`${''.padEnd(18)}   midt     p90   størst   tjener   hentet    siden`);
  for (const edit of edits) console.log(row(edit.name, await measureKind(preview, tab, edit, Number(options.edits))));
}

const memory = (preview) => Number(readFileSync(`/proc/${preview.process.pid}/status`, 'utf8').match(/VmRSS:\s*(\d+)/)[1]);

async function saveOften(preview, edit, text, first, last) {
  for (let n = first; n < last; n++) {
    preview.lines.length = 0;
    preview.write(edit.file, edit.change(text, n));
    await preview.until(() => preview.lines.length);
    await preview.page(edit.page);
  }
}

async function measureMemory(preview, edits, saves) {
  console.log(`${''.padEnd(18)}kB etter ${WARM} lagringer, etter ${saves} til, vekst`);
  for (const edit of edits) {
    const text = preview.read(edit.file), start = clock();
    await saveOften(preview, edit, text, 0, WARM);
    const before = memory(preview), steps = [];
    for (let done = 0; done < saves; done += saves / 10) {
      await saveOften(preview, edit, text, WARM + done, WARM + done + saves / 10);
      steps.push(memory(preview) - before);
    }
    console.log(`${edit.name.padEnd(18)}${before}  ${before + steps.at(-1)}  ${steps.join(' ')}   (${((clock() - start) / saves).toFixed(1)} ms hver)`);
    preview.write(edit.file, text);
    await wait(PAUSE);
  }
}

await test(async () => {
  const folder = join(temporaryFolder(), 'samling');
  layCollection(folder, from);
  const facts = readCollection(folder), preview = await new Preview(folder).start('--lang', 'nb');
  const kinds = options.kinds?.split(',') ?? (options.saves && ['tekst', 'tittel', 'mal']);
  const edits = (await editsOf(preview, facts)).filter(({ name }) => !kinds || kinds.includes(name));
  if (options.saves) await measureMemory(preview, edits, Number(options.saves));
  else await measureTimes(preview, edits, facts);
  return `${edits.length} slag`;
});
