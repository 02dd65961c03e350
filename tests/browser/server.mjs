// A web server for static files, on this machine only.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { atEnd } from './report.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Serves `root` below `prefix`, which begins and ends with a slash; returns the folder's address.
 * `missing` is the file that is shown in the place of one that is not there, wherever it is asked for;
 * `headers` are sent with every answer.
 */
export async function serve(root, prefix = '/', missing = undefined, headers = {}) {
  const server = createServer(async (request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
      if (!path.startsWith(prefix)) throw new Error('outside');
      const file = join(root, normalize('/' + path.slice(prefix.length)));
      const bytes = await readFile(file);
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.end(bytes);
    } catch {
      response.writeHead(404, { 'Content-Type': TYPES['.html'] });
      response.end(missing && (await readFile(join(root, missing))));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}${prefix}`;
}
