/*
 * Waits for what the preview tells, on behalf of the page that started this worker and gave it its
 * path for a name. A worker does so because its rules are those of its own file: a page may say of
 * itself that it asks nobody for anything, as the form does, and that stays true of the page.
 *
 * Of each change the page gets two messages: how it now is, and what is wrong in the collection.
 */
'use strict';
let changes = 0;

const get = address => fetch(address, { cache: 'no-store' });

async function tell({ edition, errors, warnings }) {
  const change = ++changes, is_last = () => change === changes;
  const page = get(name), findings = errors + warnings ? get('findings.json') : undefined;
  const html = await (await page).text();
  if (is_last()) postMessage({ edition, html });
  const found = await (await findings)?.json();
  if (is_last()) postMessage({ found });
}

/* What cannot be had now is told of again when the server is back. */
new EventSource('events').addEventListener('change', ({ data }) => tell(JSON.parse(data)).catch(() => {}));
