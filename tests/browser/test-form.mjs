#!/usr/bin/env node
// The form for a new entry: empty, wrong, right, very long and hostile, and each of the ways out of
// it, in both browsers, on file: and over HTTP, where only some of what is wrong and the ways out are tried
// but in the long form. What it refuses, `samling check` refuses, too.

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_WAYS, shareOf } from './browsers.mjs';
import { Collection, everywhere, FormPage, LEAST } from './form.mjs';
import { test } from './report.mjs';

const CONTACT = 'post@eksempel.no';
const ADDRESS_MAX = 8000;
const FEW = 4; // of what is wrong, over HTTP, in each browser
const LONG = 'Setningen har æøå, og den er ikke kort. '.repeat(60);
const FORGES = {
  GitHub: { edit: 'https://github.com/eier/samling/edit/main/', make: 'https://github.com/eier/samling/new/main', name: 'filename', text: 'value' },
  Gitea: { edit: 'https://codeberg.org/eier/samling/_edit/main/', make: 'https://codeberg.org/eier/samling/_new/main', name: 'filename', text: 'value' },
  GitLab: { edit: 'https://git.etat.no/a/b/samling/-/edit/main/', make: 'https://git.etat.no/a/b/samling/-/new/main', name: 'file_name' },
};
const settings = (forge) => `\nedit_url: ${forge.edit}\ncontact: ${CONTACT}\n`;

// What is wrong: the field that is blamed, what is written in the form, and the same as it would
// stand in the file, in the place of the field's line or after the others.
const WRONG = [
  ['title', 'too-short', { title: 'Kort' }, 'title: Kort'],
  ['title', 'too-long', { title: 'æ'.repeat(101) }, `title: ${'æ'.repeat(101)}`],
  ['title', 'too-long', { title: '🙂'.repeat(101) }, `title: ${'🙂'.repeat(101)}`],
  ['title', 'duplicate-title', { title: 'KURS I BESKJÆRING' }, null],
  ['title', 'hidden-character', { title: 'Snudd \u202Etekst her' }, 'title: Snudd \u202Etekst her'],
  ['title', 'control-character', { title: 'Et styretegn \u0007 her' }, 'title: Et styretegn \u0007 her'],
  ['title', 'placeholder', { title: '[FYLL INN: Tittel]' }, 'title: "[FYLL INN: Tittel]"'],
  ['summary', 'too-short', { summary: 'For kort.' }, 'summary: For kort.'],
  ['summary', 'too-long', { summary: 'å'.repeat(401) }, `summary: ${'å'.repeat(401)}`],
  ['summary', 'summary-is-title', { summary: `${LEAST.title}.` }, `summary: ${LEAST.title}.`],
  ['type', 'missing-key', { type: '' }, 'type:'],
  ['status', 'missing-key', { status: '' }, 'status:'],
  ['themes', 'main-term-missing', { themes: [] }, 'themes: []'],
  ['themes', 'duplicate-item', { themes: ['jord', 'jord'] }, 'themes: [jord, jord]'],
  ['agencies', 'duplicate-item', { agencies: ['frobanken', 'strandlaget', 'frobanken'] }, 'agencies: [frobanken, strandlaget, frobanken]'],
  ['partners', 'too-short', { partners: ['Bø kommune', 'x'] }, 'partners: [Bø kommune, x]'],
  ['partners', 'too-long', { partners: ['ø'.repeat(121)] }, `partners: ["${'ø'.repeat(121)}"]`],
  ['partners', 'duplicate-item', { partners: ['KS', 'KS'] }, 'partners: [KS, KS]'],
  ['years', 'not-integer', { years: ['i fjor'] }, 'years: [i fjor]'],
  ['years', 'not-integer', { years: ['2024.5'] }, 'years: [2024.5]'],
  ['years', 'too-small', { years: ['1989'] }, 'years: [1989]'],
  ['years', 'too-large', { years: ['2101'] }, 'years: [2101]'],
  ['years', 'duplicate-item', { years: ['2024', '2024'] }, 'years: [2024, 2024]'],
  ['figures', 'missing-key', { figures: [{ label: 'Kommuner' }] }, 'figures: [{ label: Kommuner }]'],
  ['figures', 'too-short', { figures: [{ label: 'x', value: '1' }] }, 'figures: [{ label: x, value: "1" }]'],
  ['links', 'missing-key', { links: [{ url: 'https://nav.no/' }] }, 'links: [{ url: "https://nav.no/" }]'],
  ['links', 'bad-uri', { links: [{ title: 'Nav', url: 'nav.no' }] }, 'links: [{ title: Nav, url: nav.no }]'],
  ['links', 'bad-uri', { links: [{ title: 'Nav', url: 'https://nav.no/å' }] }, 'links: [{ title: Nav, url: "https://nav.no/å" }]'],
  ['links', 'bad-uri', { links: [{ title: 'Nav', url: 'https://nav.no/a b' }] }, 'links: [{ title: Nav, url: "https://nav.no/a b" }]'],
  ['links', 'bad-uri', { links: [{ title: 'Nav', url: 'https://nav.no/%zz' }] }, 'links: [{ title: Nav, url: "https://nav.no/%zz" }]'],
  ['links', 'pattern-mismatch', { links: [{ title: 'Nav', url: 'javascript:alert(1)' }] }, 'links: [{ title: Nav, url: "javascript:alert(1)" }]'],
  ['links', 'pattern-mismatch', { links: [{ title: 'Nav', url: 'ftp://nav.no/fil' }] }, 'links: [{ title: Nav, url: "ftp://nav.no/fil" }]'],
  ['source', 'missing-key', { source: { version: '2.0' } }, 'source: { version: "2.0" }'],
  ['source', 'too-small', { source: { document: 'Heftet', page: '0' } }, 'source: { document: Heftet, page: 0 }'],
  ['contact', 'bad-email', { contact: 'ola' }, 'contact: ola'],
  ['contact', 'bad-email', { contact: 'Ola <ola@nav.no>' }, 'contact: "Ola <ola@nav.no>"'],
  ['updated', 'date-form', { updated: '17.04.2024' }, 'updated: 17.04.2024'],
  ['updated', 'bad-date', { updated: '2024-13' }, 'updated: 2024-13'],
  ['updated', 'bad-date', { updated: '2023-02-29' }, 'updated: 2023-02-29'],
  ['text', 'placeholder', { text: ['Her står [FYLL INN: noe] igjen.'] }, '\n\nHer står [FYLL INN: noe] igjen.'],
  ['text', 'hidden-character', { text: ['Et \u200Busynlig tegn.'] }, '\n\nEt \u200Busynlig tegn.'],
  ['text', 'national-id', { text: ['Nummeret er 010145 60013 eller noe.'] }, '\n\nNummeret er 010145 60013 eller noe.'],
  ['text', 'comment-shown', { text: ['Her er det <!-- spør Kari --> noe.'] }, '\n\nHer er det \\<!-- spør Kari --> noe.'],
  ['text', 'lost-character', { text: ['Et \uFFFD er borte.'] }, '\n\nEt \uFFFD er borte.'],
  ['summary', 'comment-field', { summary: 'Noe å si om hagen {# spør Kari #} og mer.' }, 'summary: "Noe å si om hagen {# spør Kari #} og mer."'],
  ['links', 'link-host', { links: [{ title: 'Nav', url: 'https://0x08080808/' }] }, 'links: [{ title: Nav, url: "https://0x08080808/" }]'],
  ['text', 'link-scheme', { text: ['[Trykk](javascript:alert(1))'] }, '\n\n[Trykk](javascript:alert(1))'],
];

/** The least file with one line changed. */
function broken(number, line) {
  const fields = { title: `Feil nummer ${number}`, summary: LEAST.summary, type: 'stotte', status: 'apen', themes: '[jord]' };
  if (line === null) fields.title = 'Kurs i beskjæring';
  if (line?.includes(LEAST.title)) fields.title = LEAST.title;
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  const name = line?.match(/^([a-z]+):/)?.[1];
  const at = lines.findIndex((old) => old.startsWith(`${name}:`));
  if (name && at >= 0) lines.splice(at, 1, ...(line === `${name}:` ? [] : [line]));
  else if (name) lines.push(line);
  return `---\n${lines.join('\n')}\n---\n${name || !line ? '' : line}\n`;
}

/** The field that a finding is about. */
function fieldOf({ line, message }, text) {
  const lines = text.split('\n');
  if (line > lines.lastIndexOf('---') + 1) return 'text';
  return lines.slice(0, line).findLast((text) => /^[a-z]+:/.test(text))?.match(/^[a-z]+/)[0] ?? message.match(/«(\w+)/)[1];
}

// What the form refuses, the program refuses: for the same field.
function checkProgram(report) {
  const collection = new Collection();
  const files = WRONG.map(([, , , line], i) => [`content/gardens/lin/feil-${i}.md`, broken(i, line)]);
  files.forEach(([path, text]) => collection.lay(path, text));
  const findings = collection.findings();
  WRONG.forEach(([field, rule], i) => {
    const [path, text] = files[i];
    if (findings.some((finding) => finding.rule === rule && finding.message.includes(path))) return; // of two that are equal, the other is blamed
    const own = findings.filter((finding) => finding.file === path && finding.rule === rule);
    if (!own.some((finding) => fieldOf(finding, text) === field || (rule === 'missing-key' && finding.message.includes(`«${field}`))))
      report(`${field} ${rule}`, `samling check sier noe annet om «${text}»: ${JSON.stringify(findings.filter(({ file }) => file === path))}`);
  });
}

async function checkWrong(page, say, wrongs) {
  await page.again();
  const empty = await page.make();
  const due = ['ministry', 'title', 'summary', 'type', 'status', 'themes'];
  const blamed = empty.faults.map(({ field }) => field);
  if (blamed.join() !== due.join()) say(`det tomme skjemaet har feil på ${blamed}`);
  if (empty.focused !== 'form_errors') say(`fokus er på «${empty.focused}» og ikke på oppsummeringen`);
  if (empty.summary.length !== due.length || !empty.heading.startsWith(`${due.length} `)) say('oppsummeringen teller feil');
  if (empty.ready) say('det tomme skjemaet gir en fil');

  // Each link leads to a field that has the text of the link as its description.
  const links = await page.tab.evaluate(() =>
    [...document.querySelectorAll('#form_errors a')].map((link) => {
      link.click();
      const box = document.activeElement;
      const owner = box.getAttribute('aria-describedby') && box.getAttribute('aria-invalid') ? box : box.closest('fieldset');
      const ids = [box, box.closest('fieldset')].flatMap((element) => element?.getAttribute('aria-describedby')?.split(' ') ?? []);
      const described = ids.map((id) => document.getElementById(id)?.textContent.trim());
      return { text: link.textContent, id: box.id, invalid: box.getAttribute('aria-invalid'), ok: Boolean(owner) && described.includes(link.textContent) };
    }),
  );
  for (const { text, id, invalid, ok } of links) {
    if (!ok) say(`feltet ${id} er ikke beskrevet av «${text}»`);
    if (invalid !== 'true') say(`feltet ${id} er ikke merket med aria-invalid`);
  }

  for (const [field, rule, wrong] of wrongs) {
    await page.again();
    const state = await page.try({ ...LEAST, ...wrong });
    const fields = state.faults.map((fault) => fault.field);
    if (state.ready || fields.join() !== field) say(`${field} ${rule} (${JSON.stringify(wrong).slice(0, 60)}): feil på «${fields}»`);
    if (!state.faults.every(({ text }) => text.length > 10)) say(`${field} ${rule}: feilen sier ikke noe`);
  }

  // A fault that is mended goes away at once, and then the file comes.
  await page.fill({ ...LEAST, text: ['Noe å lese.'] });
  await page.again();
  await page.try({ ...LEAST, title: 'Kort' });
  await page.fill({ title: LEAST.title });
  const mended = await page.look();
  if (mended.faults.length || mended.summary.length) say('en feil som er rettet, står igjen');
  if (!(await page.make()).ready) say('det kommer ingen fil når feilen er rettet');
  await page.fill({ title: 'En helt annen tittel' });
  const stale = await page.look();
  if (stale.ready || !stale.status) say('en fil som ikke lenger stemmer, vises fortsatt');
  return wrongs.length + 3;
}

// What is said leads on.
const SAID = [
  [{ themes: [] }, 'Velg minst ett alternativ under «Emner»'],
  [{ years: ['2023-2024'] }, '«År 1» skal være et heltall, men er «2023-2024». Skriv bare én verdi i hvert felt'],
  [{ text: ['Her står [FYLL INN: noe] igjen.'] }, 'Slett «[FYLL INN: noe]» i «Bakgrunn»'],
];

async function checkSaid(page, say) {
  for (const [wrong, due] of SAID) {
    await page.again();
    const { summary } = await page.try({ ...LEAST, ...wrong });
    if (summary.join() !== due) say(`det blir sagt «${summary}», ikke «${due}»`);
  }
  await page.fill({ agencies: ['frobanken'], links: [{ title: 'Om Nav', url: 'https://nav.no/' }] });
  const texts = await page.tab.evaluate(() => ['agencies', 'links'].flatMap((name) => [...document.querySelectorAll(`[data-field="${name}"] :is(.rows .name, .rows legend, .other)`)].map(({ textContent }) => textContent)));
  for (const due of ['Lag 1', 'Legg til lag', 'Lenker, nr. 1', 'Legg til – Lenker'])
    if (!texts.includes(due)) say(`«${due}» mangler: ${texts}`);
}

// The last fault is mended, and the button pressed at once: the fault goes away above it, and it moves.
async function checkPress(page, say) {
  await page.again();
  await page.try({ ...LEAST, text: ['', '', '[FYLL INN: noe]'] });
  await page.tab.bringToFront();
  await page.tab.evaluate(() => {
    const box = [...document.querySelectorAll('[data-for]:not([hidden]) textarea')].at(-1);
    box.scrollIntoView({ block: 'center' });
    box.select();
  });
  await page.tab.keyboard.type('Nå er det fylt inn.');
  await page.tab.click('#form_fields button:not([type])');
  if (!(await page.look()).ready) say('trykket på «Lag filen» går tapt når den siste feilen er rettet');
}

// What was written for one type is neither dropped nor kept in silence when another is chosen.
async function checkLeft(page, say) {
  await page.again();
  await page.fill({ ...LEAST, type: 'prove', text: ['Feltet skal måles.', '', 'Ett år.'] });
  await page.fill({ type: 'kurs' });
  const left = 'Spørsmålet: Feltet skal måles. Tiden: Ett år.';
  const seen = (state) => state.left.map(({ title, text }) => `${title}: ${text}`).join(' ');
  if (seen(await page.look()) !== left) say('teksten er borte når typen er en annen');
  const refused = await page.make();
  if (refused.ready || refused.faults.map(({ field }) => field).join() !== 'type') say(`tekst som ikke blir med, gir feil på «${refused.faults.map(({ field }) => field)}»`);
  if (!/«Spørsmålet», «Tiden».*«Slags hage» er «Kurs»/.test(refused.summary.join())) say(`om tekst som ikke blir med, blir det sagt «${refused.summary}»`);
  if (seen(refused) !== left) say('teksten er borte når filen ikke kan lages');
  await page.fill({ type: '' });
  if (seen(await page.look()) !== left) say('teksten er borte når ingen type er valgt');
  await page.fill({ type: 'prove' });
  const back = await page.make();
  if (!back.ready || back.left.length || !back.file.includes('## Spørsmålet\n\nFeltet skal måles.')) say('teksten er ikke med når typen er den første igjen');

  await page.fill({ type: 'kurs', text: ['Feltet skal måles.'] });
  await page.tab.evaluate(() => document.querySelectorAll('.left textarea').forEach((box) => { box.value = ''; }));
  const moved = await page.make();
  if (!moved.ready || moved.left.length || !moved.file.endsWith('## Bakgrunn\n\nFeltet skal måles.\n')) say(`tekst som er flyttet, er ikke med: ${moved.summary}`);
}

// What stops nothing but is told beside the file: the rule by which `samling check` tells it, none when
// it is only the form that can, and what is said of it.
const THIRTY = 'Dette er en setning som '.concat('er lang og '.repeat(10)).trim();
const ADVISED = [
  ['link-http', { text: ['Se [Nav](http://www.nav.no/om).'] }, /«Bakgrunn»: http:\/\/www.nav.no\/om er ikke kryptert/],
  ['link-http', { links: [{ title: 'Om Nav', url: 'http://www.nav.no/' }] }, /«Adresse»: http:/],
  ['email-person', { contact: 'kari.nordmann@nav.no' }, /«Kontakt»: kari.nordmann@nav.no/],
  ['email-person', { text: ['Spør åse-marie.øvrebø2@nav.no, eller ring.'] }, /åse-marie.øvrebø2@nav.no ser ut/],
  ['link-text-vague', { text: ['Om dette kan du [Les mer](https://nav.no/).'] }, /lenketeksten «Les mer»/],
  ['link-text-vague', { links: [{ title: 'Klikk her!', url: 'https://nav.no/' }] }, /«Lenketekst»: lenketeksten «Klikk her!»/],
  ['link-text-address', { links: [{ title: 'www.nav.no', url: 'https://www.nav.no/' }] }, /lenketeksten www.nav.no er/],
  [null, { text: ['Les om det på https://nav.no/om.'] }, /https:\/\/nav.no\/om blir ikke en lenke/],
  [null, { text: ['Dette er **viktig** for alle.'] }, /«\*\*viktig\*\*» blir stående/],
  [null, { text: ['## Egen overskrift\n\nTekst.'] }, /«## Egen overskrift»/],
  ['all-caps', { summary: 'DETTE ER VIKTIG FOR ALLE som bor i nærheten av hagen.' }, /«DETTE ER VIKTIG FOR ALLE» er skrevet/, 'advice'],
  ['quoted-value', { summary: '“Et sammendrag som noen har sagt.”' }, /anførselstegnene rundt hele/],
  ['field-markup', { summary: 'Et **viktig** sammendrag av det hele.' }, /«\*\*viktig\*\*» blir vist/],
  ['phone-person', { text: ['Ring Kari Nordmann på tlf. 99 88 77 66.'] }, /99 88 77 66 ser ut/],
  ['link-tracking', { links: [{ title: 'Om Nav', url: 'https://www.nav.no/?utm_source=x' }] }, /«utm_source» brukes til å spore/],
  ['abbreviation', { text: ['Vi spurte KSF om det.'] }, /forkortelsen «KSF»/, 'advice'],
  ['date-future', { updated: '2099-01' }, /dagen er ikke kommet ennå: 2099-01/],
  ['section-missing', { type: 'prove', text: ['Noe.', '', 'Noe.', 'Noe.', 'Noe.', 'Noe.'] }, /ikke skrevet noe under «Plassen»/, 'advice'],
  ['long-sentences', { text: [`${THIRTY}. ${THIRTY}.`] }, /to lange setninger/, 'advice'],
];
const NOT_ADVISED = { contact: 'post.mottak@nav.no', links: [{ title: 'Nav', url: 'https://nav.no/' }], text: [`Se [Les mer om Nav](https://nav.no/). 2 * 3 * 4. Nr. 1. Skriv til post@nav.no.\n\n- ${THIRTY}\n- ${THIRTY}`] };

async function checkAdvised(page, say, advised) {
  const collection = new Collection();
  const found = [];
  for (const [i, [rule, filling, said, severity = 'warning']] of advised.entries()) {
    await page.again();
    const state = await page.try({ ...LEAST, title: `Råd nummer ${i} av flere`, ...filling });
    if (!state.ready || state.advice.length !== 1 || !said.test(state.advice[0])) say(`${said}: ved filen står «${state.summary} ${state.advice}»`);
    collection.lay(state.path, state.file);
    if (rule) found.push([state.path, rule, severity]);
  }
  await page.again();
  const right = await page.try({ ...LEAST, ...NOT_ADVISED });
  if (!right.ready || right.advice.length) say(`ved en fil som er god, står «${right.summary} ${right.advice}»`);
  const findings = [...collection.findings('warning'), ...collection.findings('advice')];
  for (const [path, rule, severity] of found)
    if (!findings.some((finding) => finding.file === path && finding.rule === rule && finding.severity === severity)) say(`${path}: samling check sier ikke ${rule}`);
}

const RIGHT = {
  ...LEAST,
  title: 'Hage: «år» #1 – "to" på Ås',
  summary: 'Første linje, med kolon: og # tegn.\nAndre linje.',
  type: 'prove',
  themes: ['barn', 'jord'],
  lang: 'nn',
  relations: ['skole-nabo', 'ung-gammel'],
  agencies: ['frobanken'],
  partners: ['no', '- strek', 'Bø kommune'],
  years: ['2023', '2024'],
  figures: [{ label: 'Kommuner', value: '145' }],
  links: [{ title: 'Nav: om oss', url: 'https://www.nav.no/om?x=1&y=2#z', lang: 'nb' }],
  source: { document: 'Heftet', version: '2.0', page: '3' },
  stimulab: true,
  contact: 'post@etat.no',
  related: ['humlehotell'],
  updated: '2024-04',
  text: ['Et avsnitt.\n\n- ett\n- to\n\n17. mai er en dag.', '', 'Se [Nav](https://nav.no/).'],
};

const RIGHT_FILE = `---
title: "Hage: «år» #1 – \\"to\\" på Ås"
summary: "Første linje, med kolon: og # tegn. Andre linje."
type: prove
status: apen
themes: [barn, jord]
lang: nn
relations: [skole-nabo, ung-gammel]
agencies: [frobanken]
partners:
  - "no"
  - "- strek"
  - Bø kommune
years: [2023, 2024]
figures:
  - label: "Kommuner"
    value: "145"
links:
  - title: "Nav: om oss"
    url: "https://www.nav.no/om?x=1&y=2#z"
    lang: nb
source:
  document: "Heftet"
  version: "2.0"
  page: 3
stimulab: true
contact: "post@etat.no"
related: [humlehotell]
updated: 2024-04
---

## Spørsmålet

Et avsnitt.

- ett
- to

17\\. mai er en dag.

## Tiden

Se [Nav](https://nav.no/).
`;

// What the lists lack counts where one must be chosen.
const PROPOSED = {
  ...LEAST,
  title: 'En hage med et lag som mangler',
  themes: [],
  'proposed.themes': [{ name: 'Ugress: #1' }],
  'proposed.agencies': [{ name: 'Bølgen hagelag', url: 'https://www.eksempel.no/' }, { name: 'no' }],
};

const PROPOSED_FILE = `---
title: En hage med et lag som mangler
summary: Et sammendrag som er langt nok til å si noe.
type: stotte
status: apen
proposed:
  themes:
    - name: "Ugress: #1"
  agencies:
    - name: Bølgen hagelag
      url: "https://www.eksempel.no/"
    - name: "no"
---
`;

// Nothing of this may be more than text in the file; LIMITS are those that fit in one field.
const HOSTILE = {
  ...LEAST,
  title: '--- </script><script>hacked=1</script>',
  summary: '{{title}} %YAML !!tag &anker *alias\n---\n# ${7*7} <img src=x onerror=hacked=1>',
  partners: ['{a: b}', '[1, 2]', '&x', '*x', '!x', '| x', '> x', '%x', '@x', '`x`', '? x', ': x', "''", '""', '\\\\', '\\n', 'null', '1e3', '0x1F', '2024-04', '# x', '---', '...', '<<', '~~'],
  figures: [{ label: '<b>tall</b>', value: "it's: 'x' # y" }],
  source: { document: 'a: b\n- c' },
  text: [
    '---\ntitle: ny\n---\n# Overskrift\n## To\n=====\n<script>hacked=1</script>\n<div>\n```\nkode\n```\n~~~\n    innrykk\n> sitat\n+ pluss\n* * *\n___\n| a | b |\n| - | - |\n&lt;b&gt; &copy; [fot]: https://a.no "x"\n![bilde](https://a.no/x.png)\n![][x]\n*a* _b_ `c` **d** \\ \n1) en\n- # a\n- - - b\n1. 1. a\n2. > b',
    '[a] '.repeat(1000) + '\n\n' + '- '.repeat(300) + 'x\n\n' + '1. '.repeat(300) + 'x\n\n' + '> '.repeat(300) + 'x',
  ],
};

async function checkRight(page, say, collection) {
  await page.again();
  const right = await page.try(RIGHT);
  if (right.file !== RIGHT_FILE) say(`filen er en annen: ${right.summary} ${right.file}`);
  if (right.path !== 'content/gardens/lin/hage-ar-1-to-pa-as.md') say(`stien er ${right.path}`);
  if (right.focused !== 'form_result_title') say(`når filen er klar, er fokus på «${right.focused}»`);
  if (right.summary.length || right.faults.length) say('det står feil ved noe som er rett');

  await page.again();
  const long = await page.try({
    ...LEAST,
    title: `Lang ${'å'.repeat(95)}`,
    summary: '🙂'.repeat(400),
    partners: Array.from({ length: 150 }, (_, i) => `Kommune nummer ${i}`),
    text: [LONG, LONG, LONG],
  });
  if (!long.ready) say(`det som er langt, gir ingen fil: ${long.summary}`);

  for (const { path, file } of [right, long]) collection.lay(path, file);
  return { right, long };
}

// What few write: what the lists lack, what is meant to do harm, and all too much.
async function checkOdd(page, say, collection) {
  await page.again();
  const proposed = await page.try(PROPOSED);
  if (proposed.file !== PROPOSED_FILE) say(`filen med forslag er en annen: ${proposed.summary} ${proposed.file}`);
  await page.again();
  const nameless = await page.try({ ...PROPOSED, 'proposed.themes': [{ url: 'https://www.eksempel.no/' }] });
  if (nameless.ready || nameless.faults[0]?.field !== 'proposed.themes') say('et forslag uten navn gir ingen feil');

  await page.again();
  const hostile = await page.try(HOSTILE);
  if (!hostile.ready) say(`fiendtlig tekst gir ingen fil: ${hostile.summary}`);
  if (await page.tab.evaluate(() => window.hacked || document.querySelector('#form_part script, #form_part img'))) say('tekst ble til kode');

  await page.again();
  const huge = await page.try({ ...LEAST, text: ['x'.repeat(300_000)] });
  if (huge.ready || huge.faults[0]?.field !== 'text') say('en tekst over grensen gir ingen feil');
  for (const { path, file } of [proposed, hostile]) collection.lay(path, file);
  checkOpen(hostile, FORGES.GitHub, say);
}

// The ways out.

const query = (address) => [...new URL(address).searchParams];

function checkOpen(state, forge, say) {
  const [address] = state.open.split('?');
  const given = Object.fromEntries(query(state.open));
  const fits = Boolean(forge.text) && forge.text in given;
  if (address !== forge.make) say(`adressen er ${address}`);
  if (given[forge.name] !== state.path) say(`filnavnet i adressen er ${given[forge.name]}`);
  if (fits && given[forge.text] !== state.file) say('teksten i adressen er ikke filen');
  if (!fits && (Object.keys(given).length > 1 || !state.openHelp)) say('det er ikke sagt at teksten må limes inn');
  if (state.open.length > ADDRESS_MAX) say(`adressen er ${state.open.length} byte`);
  return fits;
}

function checkMail(state, say) {
  const [to, rest] = state.mail.replace(/^mailto:/, '').split('?');
  const given = Object.fromEntries(rest.split('&').map((pair) => pair.split('=').map(decodeURIComponent)));
  if (decodeURIComponent(to) !== CONTACT || given.subject !== state.path) say(`e-posten går til ${to} om ${given.subject}`);
  const body = given.body.replaceAll('\r\n', '\n');
  const fits = body === state.file;
  if (!fits && !body.includes(state.path.split('/').at(-1))) say('e-posten sier ikke hvilken fil som skal legges ved');
  if (state.mail.length > 2000) say(`e-postadressen er ${state.mail.length} byte`);
  return fits;
}

/** What the clipboard holds, as a paste gives it. */
async function pasted(browser) {
  const tab = await browser.newPage();
  await tab.goto('data:text/html,<textarea autofocus></textarea>');
  await tab.bringToFront();
  await tab.focus('textarea');
  await tab.keyboard.down('Control');
  await tab.keyboard.press('KeyV', { commands: ['Paste'] });
  await tab.keyboard.up('Control');
  const text = await tab.$eval('textarea', (box) => box.value);
  await tab.close();
  return text;
}

async function downloaded(browser, name) {
  const isWhole = () => readdirSync(browser.downloads).join() === name; // no part of it, and nothing else
  for (let i = 0; i < 1000 && !isWhole(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  const file = join(browser.downloads, name);
  const text = isWhole() ? readFileSync(file, 'utf8') : null;
  readdirSync(browser.downloads).forEach((other) => rmSync(join(browser.downloads, other)));
  return text;
}

async function checkWaysOut(browser, page, say) {
  const click = async (id) => {
    await page.tab.bringToFront();
    await page.tab.click(`#form_${id}`);
    for (let i = 0; i < 1000 && !(await page.look()).said; i++) await new Promise((resolve) => setTimeout(resolve, 20));
    const { said } = await page.look();
    if (!said) say(`${id}: det blir ikke sagt noe`);
    return said;
  };
  const state = await page.look();
  await click('copy');
  if ((await pasted(browser)) !== state.file) say('det som ble kopiert, er ikke filen');
  await click('download');
  const file = await downloaded(browser, state.path.split('/').at(-1));
  if (file !== state.file) say(`det som ble lastet ned, er ikke filen: ${file}`);
  await click('mail');
  const said = await click('open');
  if (!/GitHub/.test(said)) say(`når GitHub åpnes, blir det sagt «${said}»`);
}

async function checkForges(browser, sites, say) {
  for (const [name, site] of Object.entries(sites)) {
    const page = await FormPage.open(browser, site);
    const short = await page.try({ ...LEAST, text: ['Kort.'] });
    if (name === 'ingen') {
      const ways = await page.tab.evaluate(() => [...document.querySelectorAll('.ways > li')].map((way) => way.textContent.trim()));
      if (ways.join() !== 'Kopier,Last ned') say(`uten contact og edit_url er veiene ut ${ways}`);
      const told = await page.tab.evaluate(() => document.getElementById('form_result').textContent.includes('send') && !document.querySelector('#form_part [href^="mailto:"]'));
      if (!told) say('uten contact er det ikke sagt hvor filen skal sendes');
    } else {
      const fits = checkOpen(short, FORGES[name], (text) => say(`${name}: ${text}`));
      if (fits !== Boolean(FORGES[name].text)) say(`${name}: teksten ${fits ? 'følger' : 'følger ikke'} med i adressen`);
    }
    for (const text of await page.complaints()) say(`${name}: ${text}`);
    await page.tab.close();
  }
}

await test(async (report) => {
  checkProgram(report);
  const site = new Collection(settings(FORGES.GitHub)).build();
  const others = { Gitea: new Collection(settings(FORGES.Gitea)).build(), GitLab: new Collection(settings(FORGES.GitLab)).build(), ingen: new Collection().build() };
  let states = 0;
  await everywhere(site, async (browser, where, name) => {
    const say = (text) => report(name, text);
    const collection = new Collection();
    const page = await FormPage.open(browser, where);
    const tried = await checkWrong(page, say, shareOf(WRONG, name, FEW));
    states += tried;
    if (ALL_WAYS || name.endsWith('file:')) {
      await checkLeft(page, say);
      await checkSaid(page, say);
      await checkPress(page, say);
      await checkOdd(page, say, collection);
    }
    if (name.endsWith('file:')) await checkAdvised(page, say, shareOf(ADVISED, name));
    const { right, long } = await checkRight(page, say, collection);
    for (const { file, line, rule } of collection.findings()) say(`samling check: ${file}:${line} ${rule}`);

    if (!checkOpen(right, FORGES.GitHub, say)) say('en vanlig fil følger ikke med i adressen');
    if (checkOpen(long, FORGES.GitHub, say)) say('en lang fil følger med i adressen');
    checkMail(right, say);
    if (checkMail(long, say)) say('en lang fil står i e-posten');
    for (const filling of [RIGHT, { ...LEAST, title: 'Lang fil på Ås', text: [LONG, LONG, LONG] }]) {
      await page.again();
      await page.try(filling);
      await checkWaysOut(browser, page, say);
    }
    if ((await pasted(browser)) !== (await page.look()).file) say('en lang fil ble ikke kopiert da GitHub ble åpnet');
    await page.again();
    if (!checkMail(await page.try({ ...LEAST, text: ['Kort.'] }), say)) say('en kort fil står ikke i e-posten');
    if (name.endsWith('file:')) await checkForges(browser, others, say);
    if ((await page.look()).twice.length) say(`to elementer har samme id`);
    for (const text of await page.complaints()) say(text);
  });
  return `${WRONG.length} feil, ${ADVISED.length} råd, ${states} tilstander, 4 veier ut, ${Object.keys(FORGES).length} tjenester`;
});
