// A collection as tests/tools/reader.py reads it, for tests in Node.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** The collection that nobody edits but the tests. */
export const OWN = join(PROJECT, 'tests/collection');

/** The collection that is tried. */
export const TRIED = process.env.SAMLING_COLLECTION || PROJECT;

/** Those that have other languages, fields and addresses; none when a collection or a site is named. */
export const OTHERS = process.env.SAMLING_COLLECTION || process.env.SITE ? [] : folders(join(PROJECT, 'tests/collections'));

function folders(parent) {
  return readdirSync(parent).sort().map((name) => join(parent, name));
}

function run(program, ...words) {
  const done = spawnSync(join(PROJECT, program), words, { cwd: PROJECT, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status === 77) throw Object.assign(new Error(done.stdout.trim()), { skipped: true });
  if (done.status !== 0) throw new Error(`${program}: ${done.error ?? done.stderr}`);
  return done.stdout;
}

/** Reads the collection in a folder; beside what the reader gives it has its folder and its synonyms. */
export function readCollection(root = TRIED) {
  const synonyms = join(root, 'content/synonyms.yaml');
  return { root, synonyms: existsSync(synonyms) ? readFileSync(synonyms, 'utf8') : '', ...JSON.parse(run('tests/tools/reader.py', 'json', root)) };
}

/** Puts a copy of a collection into a folder, with a theme. */
export function layCollection(folder, root = TRIED) {
  run('tests/tools/lay-collection', folder, root);
}
