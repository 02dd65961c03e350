// The preview of a collection, as the command serves it, and the kinds of edits that are shown in it.

import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT } from '../tools/collection.mjs';
import { atEnd } from './report.mjs';

/** `samling serve` in a folder. Its lines are kept with when they came, in milliseconds of the machine's clock. */
export class Preview {
  lines = [];

  constructor(folder) {
    this.folder = folder;
  }

  /** Resolves when the pages can be asked for. */
  async start(...options) {
    this.base = `http://localhost:${await freePort()}/`;
    const words = ['serve', '-C', this.folder, '--port', new URL(this.base).port, ...options];
    this.process = spawn(process.env.SAMLING ?? join(PROJECT, 'build/samling'), words, { stdio: ['ignore', 'pipe', 'ignore'] });
    this.ended = new Promise((resolve) => this.process.on('close', resolve));
    atEnd(() => this.process.kill('SIGKILL'));
    createInterface(this.process.stdout).on('line', (text) => this.lines.push({ text, came: clock() }));
    await this.until(() => this.lines.some(({ text }) => text.includes(this.base)));
    return this;
  }

  /** Resolves when this is true, or throws what the command ended with. */
  async until(isTrue) {
    const ended = this.ended.then((status) => ({ status }));
    while (!isTrue()) {
      const end = await Promise.race([ended, wait(2)]);
      if (end) throw new Error(`samling serve: ${end.status}`);
    }
  }

  /** Ends it as Ctrl-C does, and gives its status. */
  stop() {
    this.process.kill('SIGINT');
    return this.ended;
  }

  read(file) {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** Saves a file in its place, and gives when it was written. */
  write(file, text) {
    const fd = openSync(join(this.folder, file), 'w');
    writeSync(fd, text);
    const written = clock();
    closeSync(fd);
    return written;
  }

  async page(path) {
    return await (await fetch(this.base + path)).text();
  }
}

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds on the clock that browsers and the command have, too. */
export const clock = () => Number(process.hrtime.bigint()) / 1e6;

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/* What an edit writes, with its number, and how it is seen in the page. */

const sentence = (n) => `Prøve nummer ${n}.`;
const add = (text, n) => `${text}\n${sentence(n)}\n`;
/** A name that stays first in a list by name, or it might leave the page. */
const rename = (text, n) => text.replace(/^(title|name): *"?([^"\n]{0,30}).*$/m, (_, key, title) => `${key}: ${JSON.stringify(`A nummer ${n} ${title.trim()}`)}`);
const tells = (n) => document.body.textContent.includes(`Prøve nummer ${n}.`);
const isNamed = (n) => new RegExp(` nummer ${n}(?!\\d)`).test(document.body.textContent);

/** The entries that a page names, in its order. */
async function namedOn(preview, page, { entries }) {
  const [, main] = (await preview.page(page)).split('<main');
  const at = ({ address }) => main.search(new RegExp(`href="(\\.\\./)*${address.replaceAll('.', '\\.')}"`));
  return entries.filter((entry) => main.includes(`${entry.id}.html"`) && at(entry) >= 0).sort((a, b) => at(a) - at(b));
}

/** An entry that can leave the page of a term, for it has others in that field. */
async function leaver(preview, facts) {
  for (const facet of facts.facets.filter(({ folder }) => folder))
    for (const id of Object.keys(facet.names)) {
      const [entry] = await namedOn(preview, `${facet.path}/${id}.html`, facts);
      const line = entry && preview.read(entry.file).match(new RegExp(`^${facet.field}: *\\[.*\\b${id}\\b.*,.*\\]|^${facet.field}: *\\[.*, *${id}\\]`, 'm'));
      if (line) return { facet, id, entry };
    }
}

/**
 * The kinds of edits: each is of a file, `change(text, n)` makes its text, `page` shows it, and
 * `shows(n, extra)`, in the page, says whether it is there. A kind that a collection has not is left out.
 */
export async function editsOf(preview, facts) {
  const { pages, entries, facets, places } = facts, [listed = entries[0]] = await namedOn(preview, pages.list, facts);
  const leaves = await leaver(preview, facts), terms = facets.find(({ folder }) => folder);
  const about = places.find(({ path, kind }) => !kind && path.endsWith('.html') && !path.includes('/') && isThere(preview, pageFile(path)));
  const term = terms && Object.keys(terms.names)[0], [entry] = entries;
  return [
    { name: 'tekst', file: entry.file, page: entry.address, change: add, shows: tells },
    { name: 'tittel', file: entry.file, page: entry.address, change: rename, shows: isNamed },
    { name: 'tittel i listen', file: listed.file, page: pages.list, change: rename, shows: isNamed },
    leaves && {
      name: 'tema',
      file: leaves.entry.file,
      page: `${leaves.facet.path}/${leaves.id}.html`,
      change: (text, n) => (n % 2 ? text.replace(new RegExp(`^(${leaves.facet.field}: *\\[.*?)(, *)?\\b${leaves.id}\\b(, *)?`, 'm'), (_, head, before, after) => head + (before && after ? ', ' : '')) : text),
      extra: `/${leaves.entry.id}.html`,
      shows: (n, end) => Boolean(document.querySelector(`main a[href$="${end}"]`)) === (n % 2 === 0),
    },
    term && { name: 'begrep', file: `content/${terms.folder}/${term}.md`, page: `${terms.path}/${term}.html`, change: rename, shows: isNamed },
    about && { name: 'side', file: pageFile(about.path), page: about.path, change: add, shows: tells },
    { name: 'mal', file: 'theme/templates/entry.mustache', page: entry.address, change: (text, n) => text.replace('<h1>{{title}}</h1>', `$&\n<p>${sentence(n)}</p>`), shows: tells },
    {
      name: 'stil',
      file: 'theme/assets/site.css',
      page: entry.address,
      change: (text, n) => `${text}\n:root { --number: ${n}; }\n`,
      shows: (n) => getComputedStyle(document.documentElement).getPropertyValue('--number').trim() === String(n),
    },
    { name: 'innstillinger', file: 'content/site.yaml', page: 'index.html', change: rename, shows: isNamed },
  ].filter((edit) => edit && isThere(preview, edit.file));
}

const pageFile = (path) => `content/pages/${path.replace(/\.html$/, '.md')}`;

function isThere(preview, file) {
  try {
    return Boolean(preview.read(file));
  } catch {
    return false;
  }
}
