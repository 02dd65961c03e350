#!/usr/bin/env node
// What holds for the pages of the project's own collection holds for those in tests/collections, which
// have other languages, fields, folders and addresses: each test here is of the collection that is tried.
// test-axe, test-keyboard and test-reflow try them by themselves; the others are of tests/collection.
// What needs long, and depends least on the collection, is of the long form.

import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { ALL_WAYS } from './browsers.mjs';
import { Skipped, test } from './report.mjs';
import { OTHERS, PROJECT } from '../tools/collection.mjs';

const TESTS = ['contrast', 'offline-chromium', 'search-table', 'weight', 'without-scripts',
  ...(ALL_WAYS ? ['offline-firefox', 'redirects', 'search-filters'] : [])];

await test(async (report) => {
  if (!OTHERS.length) throw new Skipped('det er en annen samling som prøves');
  for (const collection of OTHERS)
    for (const name of TESTS) {
      const done = spawnSync('tests/browser/run', [`tests/browser/test-${name}.mjs`], {
        cwd: PROJECT,
        encoding: 'utf8',
        env: { ...process.env, SAMLING_COLLECTION: collection },
      });
      const said = done.stdout.trim().split('\n');
      console.log(`${basename(collection)}, ${name}: ${said.at(-1).slice(0, 100)}`);
      if (done.status !== 0 && done.status !== 77) said.forEach((line) => report(`${basename(collection)}, ${name}`, line));
    }
  return `${TESTS.length} prøver av ${OTHERS.length} samlinger`;
});
