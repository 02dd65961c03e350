// The site under test: built anew by $SAMLING into a folder whose path has spaces and Norwegian
// letters. SITE=folder takes a copy of a finished site instead.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { atEnd } from './report.mjs';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

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

export function buildSite() {
  const parent = join(temporaryFolder(), 'En mappe med æøå');
  const root = join(parent, 'side');
  mkdirSync(parent);
  if (process.env.SITE) cpSync(process.env.SITE, root, { recursive: true });
  else build(root);
  return new Site(root);
}

function build(root) {
  const program = process.env.SAMLING ?? join(PROJECT, 'build/samling');
  const done = spawnSync(program, ['build', '-C', PROJECT, '--no-sync', '--output', root], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program} build: ${done.error ?? done.stderr}`);
}

export class Site {
  /** `base` is the address of the folder, ending in a slash; without it the folder's file: address. */
  constructor(root, base = pathToFileURL(root).href + '/') {
    this.root = root;
    this.base = base;
    this.files = readdirSync(root, { recursive: true }).sort();
    this.pages = this.files.filter((file) => file.endsWith('.html'));
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
}
