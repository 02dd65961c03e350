/*
 * Tries that no script of the theme takes more than its share of time over a text that somebody has
 * written, typed or pasted: every regular expression in theme/assets/, and the functions that the
 * search and the form are made of, on texts that are made to cost.
 *
 *     node tests/search/cost.mjs SITE     a built site that has the form for a new entry
 *
 * A text of four times the length may take eight times as long; a square takes sixteen. What is over
 * so soon that a square would have been seen is not measured. Processor time is compared with
 * processor time in the same run, and nothing with the clock.
 */
import fs from 'node:fs';
import {openForm, script} from './page.mjs';

const SHORT = 4_000, GROWTH = 8, SOON = 30; // letters; times; ms of processor time
const [site] = process.argv.slice(2);
const folder = new URL('../../theme/assets/', import.meta.url);
const assets = Object.fromEntries(fs.readdirSync(folder).filter(name => name.endsWith('.js'))
  .map(name => [name.slice(0, -3), fs.readFileSync(new URL(name, folder), 'utf8')]));

/* Texts: a beginning, a piece again and again, and an end that does not fit what came before. */
const PIECES = [' ', '\n', '\t', 'a', 'A', 'Å', '1', '0101456001', '-', '.', ',', '_', '@', '[', '](', '(', '*', '**', '#', '&', '&#', '!', '<',
  '/', 'http://', 'https://a', 'www.', 'a@', '@a.', '.a', 'a.', ' a', 'a ', '\na', '\n-', '\n1. ', '. ', '[a](https:', '[a', '-a', 'oe', '\u0301', 'a\u0301',
  '👩\u200d', '\u200d', '\u00ad', '«', '"', '\\', '{0}', '{#', '<!--', '/*', '`', 'Kari ', '99 88 77 66 ', 'AB ', '%', ':', '10.', 'Ord ord ', '\u2028'];
const AROUND = [['', 'x'], ['- ', '!\n'], ['', '!\n'], ['a', 'x'], ['[a](https://a', 'x']], FOR_FUNCTIONS = 2;
const shapes = AROUND.flatMap(([begin, end]) => PIECES.map(piece => ({piece, begin, end})));
const text_of = ({piece, begin, end}, length) => begin + piece.repeat(Math.ceil(length / piece.length)) + end;
/* The functions, which take many steps with a text, are tried on the first of these. */
const texts = shapes.map(shape => ({shape, short: text_of(shape, SHORT), long: text_of(shape, 4 * SHORT)}));

/* The regular expressions of a script: after its comments and texts are out of the way, what stands where a value may. */
function expressions(script) {
  const TOKEN = /\/\*[^]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/(?![/*])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)|[\p{L}\p{N}_$)\]]\s*\/|[^]/gu;
  return [...script.matchAll(TOKEN)].filter(([, source]) => source !== undefined).map(([, source, flags]) => new RegExp(source, flags));
}

const spent = act => {
  const before = process.cpuUsage();
  act();
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1000;
};
const least = (act, times) => Math.min(...Array.from({length: times}, () => spent(act)));

// A machine that is busy makes single times long, so what looks like a square is asked again.
const grows = (act, {short, long}) => least(() => act(long), 3) > Math.max(SOON, GROWTH * least(() => act(short), 3));
const is_square = (act, texts) => spent(() => act(texts.long)) > SOON && [1, 2, 3].every(() => grows(act, texts));

const later = act => act(), form = openForm(site);

function open_search() {
  const index = {count: 1, letters: form.list, stop_words: 'og for', endings: 'er en ene ing', doubling: '', places: [], sorts: [], w: [['a b', '0 0']]};
  const search = script('search', 'samling_search', {samling_index: index, document: {}, setTimeout: later});
  search.open('', () => ({title: 'En', path: 'en.html', summary: 'Kort.'}), () => {}, () => {});
  return search;
}

const search = open_search();

function acts() {
  const {known, letters, markdown, links, people, grammar, advise} = form;
  return {
    'advise, body': text => advise([{text, kind: 'body'}], known.language), 'advise, heading': text => advise([{text, kind: 'heading'}], known.language),
    'advise, text': text => advise([{text, kind: 'text', url: 'https://a.no/'}], known.language), people,
    'links.of_address': text => links.of_address('https://' + text), 'links.of_title': text => links.of_title(text, known.language),
    'grammar.fault': text => grammar.fault(text, 'body'), 'grammar.notes': text => grammar.notes(text, 'body'),
    'grammar.meant_uri': grammar.meant_uri, 'grammar.is_email': grammar.is_email,
    'grammar.meant_date': text => grammar.meant_date(text, true),
    'letters.composed': letters.composed, 'letters.slug_of': text => letters.slug_of(text, 64), 'letters.words_in': letters.words_in,
    'markdown.markdown': markdown.markdown, 'markdown.without_links': markdown.without_links, 'markdown.brackets_in': markdown.brackets_in,
    'search.find': text => search.find(text, () => {}),
    'search.snippet': text => search.snippet({summary: 'Kort.', text: text.replace(/\p{M}+/gu, '\u0301')}, ['a', 'ord', '1']),
  };
}

let tried = 0;
const faults = [];
function attempt(name, act, tries = texts) {
  tried++;
  const worst = tries.find(text => is_square(act, text));
  if (worst) faults.push(`${name} bruker for lang tid: ${JSON.stringify(worst.shape)}`);
}

for (const [name, text] of Object.entries(assets))
  for (const expression of expressions(text)) attempt(`${name}.js: ${expression}`, text => text.replace(expression, ''));
for (const [name, patterns] of Object.entries(form.known.patterns))
  for (const pattern of patterns) attempt(`${name}: ${pattern[0]}`, text => text.replace(new RegExp(...pattern), ''));
const found = tried;
for (const [name, act] of Object.entries(acts())) attempt(name, act, texts.slice(0, FOR_FUNCTIONS * PIECES.length));

/* What is shown of an entry is short, whatever it says, whole letters, and has the word that was asked for. */
const TEXTS = {
  'uten blanke': 'x'.repeat(40) + 'krav' + 'x'.repeat(5000), 'et langt ord': 'Et ' + 'krav'.repeat(5000), 'etter et langt ord': 'x'.repeat(5000) + ' krav ' + 'x'.repeat(5000),
  'uten ord': '/'.repeat(5000) + 'krav' + '/'.repeat(5000), emoji: 'krav ' + '👩\u200d👧'.repeat(3000), flagg: 'krav ' + '🇳🇴'.repeat(3000), merker: 'krav ' + 'a\u0301'.repeat(3000), vanlig: 'Litt av hvert om krav og slikt. '.repeat(200),
};
for (const [name, text] of Object.entries(TEXTS)) {
  const shown = search.snippet({summary: 'Kort.', text}, ['krav']).text, whole = shown.replace(/^… | …$/g, '');
  const graphemes = new Set([...new Intl.Segmenter('nb').segment(text)].map(({index}) => index)), at = text.indexOf(whole);
  if ([...shown].length > 300) faults.push(`utdrag, ${name}: ${shown.length} tegn`);
  if (!shown.includes('krav')) faults.push(`utdrag, ${name}: ordet er ikke med`);
  if (shown.endsWith('…') && name !== 'flagg' && !graphemes.has(at + whole.length)) faults.push(`utdrag, ${name}: kuttet i en bokstav`);
}

console.log(faults.join('\n') || `${found} uttrykk og ${tried - found} funksjoner, på ${shapes.length} tekster`);
process.exitCode = faults.length || found < 30 ? 1 : 0;
