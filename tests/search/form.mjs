/*
 * What the program says of a text, the form for a new entry says, too: as tests/search/form-rules has
 * it. The texts are those of all cases in tests/check (and of ../shared/cases, where they are), whatever
 * they were made to try: each is typed as a section, as the summary, as the title and as the name of a
 * link, and the file that the form would make of it is checked.
 *
 *     node tests/search/form.mjs write COLLECTION        an entry for each
 *     node tests/search/form.mjs compare FINDINGS SITE RULES
 *                                                        what `samling check --format json` says of them;
 *                                                        SITE has the form; RULES is `samling rules`
 */
import fs from 'node:fs';
import path from 'node:path';
import { openForm, script } from './page.mjs';

const [mode, ...files] = process.argv.slice(2);
const SOURCE = new URL('../../', import.meta.url).pathname;
const read = name => fs.readFileSync(name, 'utf8');

/* The texts. */

function files_below(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true, recursive: true }).filter(one => one.isFile() && one.name.endsWith('.md')).map(one => path.join(one.parentPath ?? one.path, one.name)).sort();
}

const LONGEST = 4000;
const composed = text => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
const unquoted = value => value.replace(/^"(.*)"$/, '$1').replace(/^'(.*)'$/, '$1');

/* The paragraphs of a body and all that stands after a colon or a hyphen in the fields. */
function texts_of(file) {
  const parts = composed(read(file)).split(/^---$/m), body = parts.slice(2).join('---');
  const values = (parts[1] ?? '').split('\n').map(line => unquoted(line.replace(/^\s*(?:- )?(?:\w+:)?\s*/, '')));
  return [...body.split(/\n{2,}/), body, ...values];
}

const OWN = [
  '-->', 'Herfra --> dit', '--> merk', '<!-- x', '{# x #}', '{# x', '5 %% og 6 %% av alt', '%% skjult %%', '%%', 'a /* b */ c', 'a/*b*/c', '{{! x }}', '<?php', '<!DOCTYPE html>', '<%= x %>',
  'Ring Kari Nordmann på tlf. 99 88 77 66.', 'Ring Kari Nordmann på 99887766.', 'Sentralbordet har 22 22 22 22, sier Ola Normann.', 'Ring kommunen på 22 22 22 22.', 'Kari Nordmann, +47 22 33 44 55',
  'ola (at) gmail.com', 'ola.nordmann (at) etat.no', 'ola.nordmann@gmail.com', 'Post til kari.nordmann%40etat.no nå',
  'DETTE ER VIKTIG', 'VIKTIGSTE', 'INNBYGGERPOST_DIGITAL', 'NS-EN ISO 9001', 'DDMMÅÅÅÅ', 'EU NATO FN', 'HELSE OG OMSORG', 'README og COVID', 'CC-BY-NC-SA-4',
  'Vi spør KSF om DFØ.', 'Direktoratet (DFØ) svarte. DFØ sa ja.', 'DFØs brev', 'DFØ (direktoratet)', 'Kommunesektorens forening kaller seg KF.', 'XIV og IV', 'ISO 9001',
  '“Alt er sagt”', '‘Alt er sagt’', '«Alt er sagt»', '„Alt er sagt”', '**fet** og *kursiv*', '__fet__ skrift', 'snake_case_navn', '2*3*4', '`kode`', '[lenke](x)', 'R&amp;D', '<b>fet</b>', '# tittel', 'a * b * c', '\\*ikke\\*',
  'Se [Nav](http://www.nav.no/).', 'Se [Nav](https://www.nav.no/) og [Nav](https://nav.no).', 'Se [Nav](https://www.nav.no/a) og [nav](https://nav.no/b).', 'Se [dette](https://bit.ly/3x).',
  'Se [siden](https://nav.no@evil.no/).', 'Se [siden](https://intranett.nav.no/).', 'Se [siden](https://192.168.1.1/).', 'Se [siden](https://2130706433/).', 'Se [siden](https://0x7f.1/).', 'Se [siden](https://nav.no/?utm_source=x&a=b).', 'Se [siden](https://nav.no/wp-admin/x).', 'Se [siden](https://etat.sharepoint.com/x).', 'Se [siden](https://www.nav.no/om.).', 'Se [siden](https://https//nav.no).', 'Se [siden](https://www..nav.no/).', 'Se [siden](https://nav.no:99999/).', 'Se [siden](https://nav%2eno/).', 'Se [siden](https://blåbær.no/).', 'Se [siden](https://\u0430pple.com/).', 'Se [siden](https://www.\u03B1\u03B2.gr/).',
  'Det er Ã¥ gjÃ¸re.', 'BLÅ– og Å”', 'SÃ¸rlig â€œviktigâ€', 'Et \uFFFD tegn', 'Et a' + '\u0301'.repeat(33) + ' tegn', 'Et a' + '\u0301'.repeat(30) + ' tegn', 'Et \u0007 tegn', 'Et \u200B tegn',
  '17. mai er en dag', '1. Først\n2. Så', '1.Først\n2.Så', '•Først\n• Så', '-\u00A0Først\n-\u00A0Så', '\u00A0Innrykk', '~~slettet~~ og ==merket==', 'H~2~O og x^2^', '{{navn}} og {% x %}', '[^1] og ^[note]', '[[wiki]] og ![[bilde]]', ':smile: og $$x$$', '!!! note', '::: note', '??? x', '{#id} og {.klasse}', '| a | b |\n|---|---|\n| 1 | 2 |', 'Tittel\n---', '> sitat', '    kode', '```\nkode', 'www.nav.no/om og https://nav.no/a_(b)', '<div>ramme</div>', '&nbsp; og &#229;',
];

function texts() {
  const cases = ['tests/check', '../shared/cases/content'].flatMap(folder => files_below(path.join(SOURCE, folder)));
  const all = [...OWN, ...cases.flatMap(texts_of)].map(text => composed(text).replace(/^\n+|\s+$/g, ''));
  return [...new Set(all)].filter(text => text.trim() && text.length < LONGEST);
}

/* What is typed where. The rest of an entry is as good as it can be. */

const line_of = text => text.replace(/[\u2028\u2029 \n]+/g, ' ').replace(/^ | $/g, '');
const FIELDS = { title: 'Prøven', summary: 'Et sammendrag som er langt nok til å si noe.', body: '' };

function tries_of(text) {
  const line = line_of(text), lone = line.length >= 3 && [...line].length <= 100;
  return [{ ...FIELDS, body: text }, ...([...line].length <= 380 ? [{ ...FIELDS, summary: [...line].length < 20 ? `${line}, ${line}, ${line} og mer om det.` : line }] : []),
    ...(lone ? [{ ...FIELDS, title: line.length < 5 ? `${line} ord` : line }, { ...FIELDS, link: line }] : [])];
}

const all_tries = () => texts().flatMap(tries_of).map((one, i) => ({ ...one, title: one.title === FIELDS.title ? `Prøve ${i} av flere` : one.title, file: `content/gardens/lin/trying-${i}.md` }));

function file_of({ title, summary, body, link }, markdown) {
  const lines = [`title: ${JSON.stringify(title)}`, `summary: ${JSON.stringify(summary)}`, 'type: stotte', 'status: apen', 'themes: [jord]'];
  if (link) lines.push(`links:\n  - title: ${JSON.stringify(link)}\n    url: "https://hage.example.com/"`);
  return `---\n${lines.join('\n')}\n---\n${body ? `\n## Bakgrunn\n\n${markdown(body)}\n` : ''}`;
}

function write(folder) {
  const { markdown } = script('form-markdown', 'samling_markdown');
  fs.mkdirSync(path.join(folder, 'content/gardens/lin'), { recursive: true });
  for (const one of all_tries()) fs.writeFileSync(path.join(folder, one.file), file_of(one, markdown));
}

/* What the form says: the rules. */

function open_form(site) {
  const { known, markdown, grammar, advise } = openForm(site);
  return ({ title, summary, body, link }) => {
    const pieces = [{ text: title, kind: 'heading' }, { text: summary, kind: 'summary' }, ...(link ? [{ text: link, kind: 'text', url: 'https://hage.example.com/' }] : []), ...(body ? [{ text: body, kind: 'body' }] : [])];
    const faults = pieces.map(({ text, kind }) => grammar.fault(text, kind)?.[0]), notes = pieces.flatMap(({ text, kind }) => grammar.notes(text, kind).map(([rule]) => rule));
    const badly = pieces.some(({ text, kind }) => kind === 'body' && markdown.without_links(text).includes(']('));
    return { refused: badly || faults.some(Boolean), said: new Set([...faults, ...notes, ...advise(pieces, known.language).map(([, rule]) => rule)]) };
  };
}

/* Comments have rules for where they stand; to who fills in a form they are the same. */
const NOTES = ['comment-shown', 'comment-end', 'comment-foreign', 'comment-field', 'raw-html'];
const same = rule => NOTES.includes(rule) ? 'comment' : rule;

function compare(said, site, listed) {
  const ways = Object.fromEntries(read(`${SOURCE}tests/search/form-rules`).split('\n').filter(line => line && !line.startsWith('#')).map(line => line.split(/\s+/)));
  const rules = read(listed).split('\n').map(line => line.split(' ')[0]).filter(Boolean);
  const faults = [...rules.filter(rule => !ways[rule]).map(rule => `form-rules mangler ${rule}`), ...Object.keys(ways).filter(rule => !rules.includes(rule)).map(rule => `form-rules har ${rule}, som ingen regel heter`)];
  const found = {}, counts = {}, form = open_form(site);
  for (const { file, rule } of JSON.parse(read(said)).findings) (found[file] ??= new Set()).add(rule);
  for (const one of all_tries()) {
    const { refused, said } = form(one), told = found[one.file] ?? new Set(), name = JSON.stringify(one.body || one.link || (one.summary === FIELDS.summary ? one.title : one.summary)).slice(0, 160);
    const where = one.body ? 'tekst' : one.link ? 'lenke' : one.summary === FIELDS.summary ? 'tittel' : 'sammendrag';
    const program = new Set([...told].filter(rule => ways[rule] === 'says' && !BESIDES.includes(rule)).map(same));
    for (const rule of told) if (ways[rule] === 'prevents' && !refused && same(rule) === rule) faults.push(`${rule} i ${where} ${name}, og skjemaet lager filen`);
    for (const rule of program) if (!said.has(rule) && !refused) faults.push(`programmet sier ${rule} om ${where} ${name}, skjemaet ikke`);
    for (const rule of said) if (rule && rule !== 'signs' && !program.has(rule) && !(refused && !ERRORS.includes(rule)) && ![...told].some(other => UNREAD.includes(other))) faults.push(`skjemaet sier ${rule} om ${where} ${name}, programmet ikke`);
    for (const rule of program) counts[rule] = (counts[rule] ?? 0) + 1;
  }
  const never = [...new Set(rules.filter(rule => ways[rule] === 'says' && !BESIDES.includes(rule)).map(same))].filter(rule => !counts[rule]);
  faults.push(...never.map(rule => `${rule} er aldri prøvd`));
  console.log(faults.slice(0, Number(process.env.SHOWN ?? 40)).join('\n'));
  console.log(`${all_tries().length} utfyllinger, ${Object.keys(counts).length} regler sagt av begge, ${faults.length} feil`);
  process.exitCode = faults.length ? 1 : 0;
}

/* What the form refuses it says no more of; a text with these the program reads no further. */
const ERRORS = ['control-character', 'hidden-character', 'lost-character', 'too-many-marks', 'placeholder', 'comment', 'national-id', 'link-host'];
const UNREAD = ['control-character', 'hidden-character', 'too-many-marks'];

/* These are told of more than one text; tests/browser/test-form.mjs tries them. */
const BESIDES = ['date-future', 'section-missing', 'summary-is-title', 'duplicate-title', 'main-term-missing'];

if (mode === 'write') write(files[0]);
else compare(...files);
