// axe in a page as it stands.

import { load } from './browsers.mjs';

async function violations(open, tags) {
  document.querySelectorAll('details').forEach((details) => (details.open = open));
  const { violations } = await axe.run(document, {
    ...(tags && { runOnly: { type: 'tag', values: tags } }),
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`),
  );
}

/** Puts axe into the page that a tab shows. */
export async function prepareAxe(tab) {
  const { default: axe } = await load('axe-core');
  await tab.evaluate(axe.source);
}

/** What it finds with every `<details>` open or shut; without tags, by all its rules. */
export function runAxe(tab, open, tags) {
  return tab.evaluate(violations, open, tags);
}
