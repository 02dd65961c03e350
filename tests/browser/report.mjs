// What every test ends with: its findings, a line that counts them, and an exit status:
// 0 for none, 1 for some, 77 when the test could not be run, with the reason as the last line.

const SHOWN = 100;
const actions = [];

/** Why a test cannot be run; so is any error that says `skipped` of itself. */
export class Skipped extends Error {
  skipped = true;
}

/** Runs `action` when the test is over, however it ended; the last one given runs first. */
export function atEnd(action) {
  actions.unshift(action);
}

/** Runs a test: `body(report)` calls `report(page, text)` for each finding, and returns what was counted. */
export async function test(body) {
  const findings = new Map(); // text → the pages it is true of
  let last;
  let status;
  try {
    const counted = await body((page, text) => findings.set(text, [...(findings.get(text) ?? []), page]));
    last = `${counted}: ${[...findings.values()].flat().length} funn`;
    status = findings.size ? 1 : 0;
  } catch (error) {
    last = error.skipped ? error.message : error.stack;
    status = error.skipped ? 77 : 1;
  }
  const lines = [...findings].map(([text, pages]) => `${where(pages.sort())}: ${text}`).sort();
  lines.slice(0, SHOWN).forEach((line) => console.log(line));
  if (lines.length > SHOWN) console.log(`… og ${lines.length - SHOWN} til`);
  console.log(last);
  for (const action of actions)
    try {
      await action();
    } catch {
      // A browser that is slow to go, or leaves a file behind, says nothing of the site.
    }
  process.exit(status);
}

function where([first, ...rest]) {
  return rest.length ? `${first} og ${rest.length} til` : first;
}
