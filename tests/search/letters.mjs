/*
 * Folding is written three times: in src/base/norwegian.c, which makes the index and
 * the names of files, and in theme/assets/search-words.js and form-letters.js, which must do
 * the same. This tries every letter, mark and digit that Node's Unicode has, but the
 * Han characters, which nothing folds: composed and decomposed, small and capital.
 *
 *     node tests/search/letters.mjs write COLLECTION    entries with all of them
 *     node tests/search/letters.mjs compare SITE PAGES  after the collection has become a site
 *
 * SITE is that of the collection, PAGES a site with the form for a new entry. Each
 * character stands at the end of a word that says which one it is: «u142cxł».
 */
import fs from 'node:fs';
import vm from 'node:vm';
import {readScript} from './page.mjs';
import {index_of, search_of} from './open.mjs';

const [mode, folder, pages] = process.argv.slice(2);
const CHARACTER = /^[\p{L}\p{M}\p{N}]$/u, UNFOLDED = /^\p{Script=Han}$/u;

/* Unicode folds Cherokee to capitals, as the program does; scripts can only lower it. */
const CHEROKEE = /^\p{Script=Cherokee}$/u;

/* What the program's Unicode may not know, since it is older than Node's: letters that few have. */
const FIRST_UNSURE = 0x800;

const characters = [];
for (let code = 0x80; code < 0x110000; code++) {
  const character = String.fromCodePoint(code);
  if (CHARACTER.test(character) && !UNFOLDED.test(character) && !CHEROKEE.test(character)) characters.push(character);
}
const tries = characters.flatMap(character => {
  const prefix = form => `u${character.codePointAt(0).toString(16)}${form}x`, decomposed = character.normalize('NFD');
  const forms = [['c', character], ...(decomposed === character ? [] : [['d', decomposed]])];
  return forms.map(([form, text]) => ({code: character.codePointAt(0), prefix: prefix(form), text: prefix(form) + text}));
});

function write() {
  const EACH = 12_000; // so many of them are less than a body may be
  for (let from = 0; from < tries.length; from += EACH) {
    const words = tries.slice(from, from + EACH).map(({text}) => text);
    const lines = Array.from({length: Math.ceil(words.length / 8)}, (_, i) => words.slice(i * 8, i * 8 + 8).join(' '));
    fs.writeFileSync(`${folder}/content/recipes/bakst/tegn-${from / EACH}.md`,
      `---\ntitle: Tegn ${from / EACH}\nsummary: Alle bokstaver, til å prøve med.\ntype: fest\ningredients: [mel]\n---\n\n${lines.join('.\n\n')}.\n`);
  }
}

/* What the program has made of each: by its prefix, the words of the index that begin with it. */
function folded_by_program(index) {
  const {folder: files} = index_of(folder);
  for (const name of fs.readdirSync(files).filter(name => /^w\d+-/.test(name)))
    vm.runInNewContext(fs.readFileSync(`${files}/${name}`, 'utf8'), {samling_index: index});
  const words = {};
  for (const word of new Set(Object.values(index.w).flatMap(([list]) => list.split(' ')))) {
    const [prefix] = word.match(/^u[0-9a-f]+[cd]x/) ?? [];
    if (prefix) (words[prefix] ??= []).push(word);
  }
  return words;
}


/* The words of a query, as the search of a site with nothing in it has them. */
function search_words(letters) {
  const samling_index = {count: 0, letters, stop_words: '', endings: '', doubling: '', places: [], sorts: [], facets: [], f: [], w: [['', '']]};
  const context = vm.createContext({samling_index});
  vm.runInContext(readScript('search'), context);
  const search = vm.runInContext('samling_search', context);
  search.open('', () => {}, () => {}, () => { throw new Error('en fil mangler'); });
  return text => {
    let words;
    search.find(text, answer => { words = answer.words; }, text);
    return words;
  };
}

function form_words(letters) {
  const {fold} = vm.runInNewContext(`${readScript('form-letters')}; samling_letters`, {})(letters);
  return text => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu);
}

function compare() {
  const {index} = search_of(folder), {index: small} = search_of(pages);
  const [form] = fs.readdirSync(pages).filter(name => name.endsWith('.html'))
    .map(name => fs.readFileSync(`${pages}/${name}`, 'utf8').match(/id="form_fields"[^>]* data-known="([^"]*)"/)).filter(Boolean)
    .map(([, known]) => JSON.parse(known.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&')).letters);
  const by_program = folded_by_program(index), faults = [];
  if (form !== index.letters || small.letters !== index.letters) faults.push('indeksene og skjemaet har ikke de samme bokstavene');
  const scripts = {søket: search_words(index.letters), skjemaet: form_words(form)};
  let unknown = 0;
  for (const {code, prefix, text} of tries) {
    const words = by_program[prefix] ?? [];
    for (const [name, words_of] of Object.entries(scripts)) {
      const [word] = words_of(text);
      if (words.length === 1 && words[0] === word) continue;
      if (code >= FIRST_UNSURE && words.join() === prefix) unknown++;
      else faults.push(`${text}: programmet har «${words}», ${name} «${word}»`);
    }
  }
  faults.slice(0, 40).forEach(fault => console.log(fault));
  console.log(`${tries.length} bokstaver, tegn og sifre prøvd, ${unknown / 2} ukjente for programmet, ${faults.length} feil`);
  process.exitCode = faults.length || tries.length < 40_000 || unknown / 2 > tries.length / 10 ? 1 : 0;
}

if (mode === 'write') write();
else compare();
