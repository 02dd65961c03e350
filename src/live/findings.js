/*
 * What is wrong in the collection, over the foot of the page that is shown. It stands in a tree of
 * its own, where the styles of the theme do not reach. It asks for nobody's focus, and what is
 * dismissed stays away, on all pages, until something else is wrong. Texts are never read as markup.
 */
const STYLE = new URL('live.css', import.meta.url);
let host, parts, told;

function make(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

/* What is kept is what was dismissed, so it goes when a finding does. */
const kept = {
  get: () => { try { return sessionStorage.samling_dismissed; } catch { return undefined; } },
  set: text => { try { sessionStorage.samling_dismissed = text; } catch { /* then it comes back on the next page */ } },
};

function dismiss() {
  kept.set(told);
  host.hidden = true;
}

function build() {
  const style = make('link', { rel: 'stylesheet', href: STYLE });
  const title = make('h2', { id: 'title' }), status = make('p'), close = make('button', { type: 'button', onclick: dismiss });
  const errors = make('ol'), summary = make('summary'), warnings = make('ol'), fold = make('details', {}, summary, warnings), more = make('p');
  const head = make('div', { className: 'head' }, make('div', {}, title, status), close);
  const section = make('section', {}, head, errors, fold, more);
  section.setAttribute('aria-labelledby', 'title');
  status.setAttribute('role', 'status');
  host = make('samling-findings', { hidden: true });
  host.attachShadow({ mode: 'open' }).append(style, section);
  parts = { section, title, status, close, errors, summary, warnings, fold, more };
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented && !host.hidden) dismiss();
  });
  document.body.append(host);
  return new Promise(done => { style.onload = style.onerror = done; });
}

const ready = build();

/* An address of a program to open, and a line with what is meant marked. */
const opener = ({ open }, { open: word }) => open ? [make('a', { href: open }, word)] : [];
const excerpt = ({ before, marked, after }) => before === undefined ? [] : [make('pre', {}, before, make('mark', {}, marked), after)];

function row(finding, words) {
  const { file, line, column, message, rule, help } = finding;
  const place = [file, line, column].filter(part => part).join(':');
  return make('li', {},
    make('p', { className: 'place' }, make('code', {}, place), ' ', ...opener(finding, words)),
    make('p', { className: 'message' }, message, ' ', make('span', {}, `[${rule}]`)),
    ...excerpt(finding),
    ...help ? [make('p', {}, `${words.help}: ${help}`)] : []);
}

function fill({ language, words, findings }) {
  const rows = severity => findings.filter(finding => finding.severity === severity).map(finding => row(finding, words));
  const { section, title, status, close, errors, summary, warnings, fold, more } = parts;
  section.lang = language;
  title.textContent = words.title;
  close.textContent = words.close;
  errors.replaceChildren(...rows('error'));
  warnings.replaceChildren(...rows('warning'));
  summary.textContent = words.warnings;
  more.textContent = words.more;
  errors.hidden = !errors.children.length;
  fold.hidden = !warnings.children.length;
  more.hidden = !words.more;
  if (status.textContent !== words.told) status.textContent = words.told;
}

/* Shows what was found; without anything, nothing is wrong any more. */
export async function show(found) {
  const now = found && JSON.stringify([found.words, found.findings]);
  await ready;
  if (now === told) return;
  const was_within = host.shadowRoot.activeElement;
  told = now;
  host.hidden = !found || kept.get() === now;
  if (host.hidden) return;
  kept.set('');
  fill(found);
  if (was_within && !was_within.isConnected) parts.close.focus();
}
