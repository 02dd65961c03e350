// The site under test: built anew by $SAMLING into a folder whose path has spaces and Norwegian
// letters. SITE=folder takes a copy of a finished site instead, of the collection that is tried.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { layCollection, OTHERS, PROJECT, readCollection, TRIED } from '../tools/collection.mjs';
import { ALL_WAYS } from './browsers.mjs';
import { atEnd } from './report.mjs';

export { OWN, PROJECT } from '../tools/collection.mjs';

/** A new folder, removed when the test is over. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'samling-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Writes a file, and the folders it stands in. */
export function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Builds the collection that is tried, or another one. */
export function buildSite(collection = TRIED) {
  const parent = join(temporaryFolder(), 'En mappe med æøå');
  const root = join(parent, 'side');
  mkdirSync(parent);
  if (process.env.SITE && collection === TRIED) cpSync(process.env.SITE, root, { recursive: true });
  else {
    layCollection(join(parent, 'samling'), collection);
    build(join(parent, 'samling'), root);
  }
  return new Site(root, undefined, readCollection(collection));
}

/** Builds the collection that is tried, and those of other languages and fields. */
export function buildSites() {
  return [buildSite(), ...OTHERS.map((collection) => Object.assign(buildSite(collection), { isOther: true }))];
}

/** Builds what lies in a folder. */
export function build(folder, root, ...options) {
  const program = process.env.SAMLING ?? join(PROJECT, 'build/samling');
  const done = spawnSync(program, ['build', '-C', folder, '--no-sync', '--output', root, ...options], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program} build: ${done.error ?? done.stderr}`);
}

export class Site {
  /**
   * `base` is the address of the folder, ending in a slash; without it the folder's file: address.
   * `facts` is what readCollection() gives of the collection that it is made of.
   */
  constructor(root, base = pathToFileURL(root).href + '/', facts = undefined) {
    Object.assign(this, { root, base, facts });
    this.files = readdirSync(root, { recursive: true }).sort();
    const has = (page, text) => readFileSync(join(root, page), 'utf8').includes(text);
    const leadsOn = (page) => has(page, 'http-equiv="refresh"');
    const isElsewhere = (page) => page === '404.html' && has(page, 'href="/'); // the site has an address; test-lost.mjs tries it
    const hasAll = (page) => has(page, 'data-part="copy"'); // the site in one file; test-onefile.mjs tries it
    this.pages = this.files.filter((file) => file.endsWith('.html') && !leadsOn(file) && !isElsewhere(file) && !hasAll(file)); // those that a reader stays on
    this.booklets = this.pages.filter((page) => has(page, 'class="jacket'));
  }

  /** The same site at another address. */
  at(base) {
    return new Site(this.root, base, this.facts);
  }

  /** The pages of the entries. */
  entryPages() {
    return this.facts.entries.map(({ address }) => address);
  }

  url(page) {
    return this.base + page.split('/').map(encodeURIComponent).join('/');
  }

  /** The first page of each family: every page at the top, and the first below each folder there. */
  families() {
    const seen = new Set();
    return this.pages.filter((page) => {
      const family = page.includes('/') ? page.split('/')[0] + '/' : page;
      return !seen.has(family) && seen.add(family);
    });
  }

  /**
   * In which of all ways each page is tried, a map: the first of its family in all of them, for its
   * markup and style are those of the others; each of these in one, the next page in the next, for
   * its words are its own. Of the other collections, whose style is the same, only the first of each
   * family is tried, in one way; and of booklets, whose words are those of other pages, only the
   * first in each folder.
   */
  ways(all) {
    const families = new Set(ALL_WAYS ? this.pages : this.families());
    const shelves = new Map(this.booklets.toReversed().map((page) => [dirname(page), page]));
    const isTried = (page) => ALL_WAYS || !this.booklets.includes(page) || shelves.get(dirname(page)) === page;
    const pages = this.isOther ? [...families] : this.pages.filter(isTried);
    return new Map(pages.map((page, i) => [page, families.has(page) && !this.isOther ? all : [all[i % all.length]]]));
  }
}
