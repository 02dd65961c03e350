#!/usr/bin/env node
// .release/pdf-check.mjs FILE …: what a PDF lacks for whoever reads it by ear, by keyboard or by its bookmarks, as far as
// that can be seen in the file: its tags, language, title, bookmarks, headings, texts of pictures. Needs qpdf.
//
// It is no judge of PDF/UA: what a program cannot see, and what Chromium does not write (a text for each link, an XMP
// packet), is not asked for.

import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
const TYPES = new Set(
  ('Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form').split(' '),
);

export function runQpdf(...words) {
  const { status, stdout, stderr, error } = spawnSync('qpdf', words, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (error || status !== 0) throw new Error(`qpdf ${words.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

/** The objects of a file; `at` follows a reference, however long, to its value. */
export function readPdf(file) {
  const [, objects] = JSON.parse(runQpdf('--json', '--json-key=qpdf', file)).qpdf;
  const at = (value) => {
    while (/^\d+ \d+ R$/.test(value)) {
      const { value: plain, stream } = objects[`obj:${value}`] ?? { value: null };
      value = plain ?? stream?.dict ?? null;
    }
    return value;
  };
  return { objects, at, root: at(objects.trailer.value['/Root']), info: at(objects.trailer.value['/Info']) ?? {} };
}

const list = (value) => (Array.isArray(value) ? value : value == null ? [] : [value]);
const text = (value) => String(value ?? '').replace(/^[ub]:/, '');

/** Calls `visit(node, type, parents)` for every element of the tree of tags. */
function walkTags({ at, root }, visit) {
  const tags = at(root['/StructTreeRoot']) ?? {}, roles = at(tags['/RoleMap']) ?? {};
  const walk = (reference, parents) => {
    const node = at(reference);
    if (!node || typeof node !== 'object' || !node['/S']) return; // the content itself
    const type = (roles[node['/S']] ?? node['/S']).slice(1);
    visit(node, type, parents);
    for (const kid of list(at(node['/K']))) walk(kid, [...parents, type]);
  };
  for (const kid of list(at(tags['/K']))) walk(kid, []);
}

function* tagFaults(pdf) {
  const unknown = new Set(), headings = [];
  let silent = 0, loose = 0;
  walkTags(pdf, (node, type, parents) => {
    if (!TYPES.has(type)) unknown.add(type);
    if (/^H[1-6]$/.test(type)) headings.push(Number(type[1]));
    if (['Figure', 'Formula'].includes(type) && !text(node['/Alt']) && !text(node['/ActualText'])) silent++;
    if ((type === 'LI' && parents.at(-1) !== 'L') || (type === 'TR' && !parents.includes('Table'))) loose++;
  });
  if (unknown.size) yield `har merker som PDF 1.7 ikke kjenner: ${[...unknown].join(', ')}`;
  if (silent) yield `${silent} bilder uten tekst`;
  if (loose) yield `${loose} punkter eller rader utenfor liste eller tabell`;
  if (headings[0] !== 1) yield `den første overskriften er på nivå ${headings[0]}`;
  const jump = headings.findIndex((level, i) => i && level > headings[i - 1] + 1);
  if (jump > 0) yield `overskriftene går fra nivå ${headings[jump - 1]} til ${headings[jump]}`;
}

/** The bookmarks, each before those below it. */
export function bookmarks({ at, root }) {
  const found = [];
  const walk = (reference, depth) => {
    for (let mark = at(reference); mark; mark = at(mark['/Next'])) {
      found.push({ title: text(mark['/Title']), to: mark['/Dest'] ?? at(mark['/A'])?.['/D'], depth });
      walk(mark['/First'], depth + 1);
    }
  };
  walk(at(root['/Outlines'])?.['/First'], 0);
  return found;
}

function* links({ objects }) {
  for (const { value } of Object.values(objects)) {
    const uri = value?.['/A']?.['/URI'] ?? (value?.['/S'] === '/URI' && value['/URI']);
    if (uri) yield text(uri);
  }
}

function* faultsOf(pdf, expected) {
  const { at, root, info } = pdf;
  if (at(root['/MarkInfo'])?.['/Marked'] !== true || !root['/StructTreeRoot']) yield 'er uten merker';
  if (!text(root['/Lang'])) yield 'sier ikke hvilket språk den er på';
  if (!text(info['/Title'])) yield 'er uten tittel';
  if (expected.lang && text(root['/Lang']) !== expected.lang) yield `er på «${text(root['/Lang'])}», ventet «${expected.lang}»`;
  if (expected.title && text(info['/Title']).trim() !== expected.title.trim()) yield `heter «${text(info['/Title'])}», ventet «${expected.title}»`;
  if (at(root['/ViewerPreferences'])?.['/DisplayDocTitle'] !== true) yield 'viser navnet på filen for tittelen';
  const marks = bookmarks(pdf);
  if (!marks.length) yield 'er uten bokmerker';
  if (marks.some(({ title, to }) => !title || !to)) yield 'har bokmerker uten navn eller mål';
  const lost = [...links(pdf)].filter((uri) => !/^(https?|mailto|tel):/.test(uri) || /^https?:\/\/[^/]*\.invalid\b/.test(uri));
  if (lost.length) yield `${lost.length} lenker som ingen kan følge, som ${lost[0]}`;
  yield* tagFaults(pdf);
}

/** What is wrong with a file, a sentence each; `expected` is the `title` and the `lang` that it should have. */
export function findFaults(file, expected = {}) {
  const checked = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
  if (checked.status !== 0) return [`qpdf --check: ${checked.error?.message ?? checked.stderr}`];
  return [...faultsOf(readPdf(file), expected)];
}

function main(files) {
  let status = 0;
  for (const file of files) {
    const faults = findFaults(file);
    for (const fault of faults) console.log(`${file}: ${fault}`);
    if (faults.length) status = 1;
    else console.log(`${file}: ingenting å si, ${bookmarks(readPdf(file)).length} bokmerker`);
  }
  return status;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exit(main(process.argv.slice(2)));
