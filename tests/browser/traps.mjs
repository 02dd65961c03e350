// What works on a web server and not on file: addresses. A browser that lets these through there
// has been relaxed for testing, and would hide the very faults that are looked for.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from './server.mjs';
import { temporaryFolder, write } from './site.mjs';

const INTEGRITY = "ran.push('integrity');";
const FILES = {
  'sibling.txt': 'here',
  'module.js': "ran.push('module');",
  'worker.js': "postMessage('here');",
  'integrity.js': INTEGRITY,
  'root.js': "ran.push('root');",
  'shapes.svg': '<svg xmlns="http://www.w3.org/2000/svg"><rect id="shape" width="50" height="50"/></svg>',
  'index.html': `<!DOCTYPE html><meta charset="utf-8"><title>Traps</title>
<script>const ran = [];</script>
<script type="module" src="module.js"></script>
<script src="integrity.js" integrity="sha256-${createHash('sha256').update(INTEGRITY).digest('base64')}"></script>
<script src="/root.js"></script>
<svg><use href="shapes.svg#shape"></use></svg>`,
};

async function tryAll() {
  const worker = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker('worker.js');
      worker.onmessage = resolve;
      worker.onerror = reject;
    });
  const works = (attempt) => Promise.resolve().then(attempt).then(() => true, () => false);
  return {
    fetch: await works(() => fetch('sibling.txt')),
    module: ran.includes('module'),
    Worker: await works(worker),
    integrity: ran.includes('integrity'),
    '/rot': ran.includes('root'),
    'svg <use>': document.querySelector('use').getBoundingClientRect().width > 0,
  };
}

/** Reports each trap that does not shut on file:, and each that is shut on a server, where it proves nothing. */
export async function checkTraps(browser, report) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(FILES)) write(join(folder, name), text);
  const tab = await browser.newPage();
  const open = async (url) => {
    await tab.goto(url);
    return Object.entries(await tab.evaluate(tryAll));
  };
  for (const [trap, works] of await open(pathToFileURL(join(folder, 'index.html')).href))
    if (works) report('kontrollside på file:', `nettleseren slipper gjennom ${trap}`);
  for (const [trap, works] of await open((await serve(folder)) + 'index.html'))
    if (!works) report('kontrollside på http:', `${trap} virker ikke`);
  await tab.close();
}
