/*
 * Tries theme/assets/search.js on a site that is built, in Node: a document
 * that only knows how to append a script, which is read from the folder.
 *
 *     node tests/search/engine.mjs COLLECTION SITE LARGE OWN
 *
 * SITE is that of the collection; LARGE a site so large that its index is split; OWN
 * that of tests/collection, for what asks for particular words.
 */
import fs from 'node:fs';
import vm from 'node:vm';
import {gzipSync} from 'node:zlib';
import {slips} from './counts.mjs';
import {difference, FIRST, rows_for, told} from './table.mjs';
import {readCollection} from '../tools/collection.mjs';
import {answers, cards_of, ENGINE as engine, facets_of, from_site, index_of, search_of, search_over} from './open.mjs';
import {INLINE, split_index} from './split.mjs';

const SIZE_MAX = 10_000; // of what the search adds to a page, compressed, with the words of its language
const [collection, site, split_site, own_site] = process.argv.slice(2);
const read = readCollection(collection), {rows, left_out} = rows_for(read);
let passed = 0, failed = 0;

function test(name, body) {
  try {
    const found = body() ?? [];
    found.slice(0, 20).forEach(line => console.log(`FEIL  ${name}: ${line}`));
    if (found.length) failed++;
    else passed++, console.log(`ok    ${name}`);
  } catch (error) {
    failed++;
    console.log(`FEIL  ${name}: ${error.stack}`);
  }
}

const from_scripts = scripts => name => scripts[name];

/* The paths of the first hits, and of those that are as good as the last of them. */
function paths_of(search, answer) {
  const least = answer.hits[FIRST - 1]?.score ?? 0, first = answer.hits.filter(({score}) => score >= least);
  return first.map(({entry}) => search.shown(entry).path);
}

function table_differences(search) {
  return rows.map(row => {
    const answer = answers(search, row.query).at(-1);
    const text = answer ? difference(row, answer, paths_of(search, answer)) : 'intet svar';
    return text && `«${row.query}»: ${text}`;
  }).filter(Boolean);
}

const whole = search_of(site), {search} = whole;
const own = search_of(own_site);
const {count} = whole.index, records = [...Array(count).keys()].map(search.shown);
const cards = cards_of(site), own_cards = cards_of(own_site);

/* The pages that an index knows besides the entries, as a list without order. */
function places_of({index, search}) {
  return index.places.map((_, i) => search.shown(index.count + i)).map(({title, path, kind}) => [path, title, kind].join(' | ')).sort();
}

test('indeksen har også sidene, termene og listene av dem', () => {
  const due = read.places.map(({path, title, kind}) => [path, title, kind].join(' | ')).sort();
  const found = places_of(whole), cut = places_of(search_over(from_scripts(split_index(structuredClone(whole.index), cards)), cards));
  return [...due.filter(line => !found.includes(line)).map(line => `mangler ${line}`),
    ...found.filter(line => !due.includes(line)).map(line => `for mye: ${line}`), ...`${found}` === `${cut}` ? [] : ['den delte er en annen']];
});

/* A script as it is published, without its comments. */
const published = name => fs.readFileSync(`${site}/assets/${fs.readdirSync(`${site}/assets`).find(file => file.startsWith(`${name}.`) && file.endsWith('.js'))}`, 'utf8');
const packed = text => gzipSync(text, {level: 9}).length;
const weights = [published('search'), published('entries'), whole.index.stop_words + whole.index.endings + whole.index.doubling].map(packed);
const weight = weights.reduce((sum, one) => sum + one);
test(`search.js og entries.js er høyst ${SIZE_MAX} byte, pakket (${weights.join(' + ')} = ${weight})`, () => weight > SIZE_MAX ? ['for store'] : []);

test('motoren bruker ikke det siden ikke tillater', () =>
  ['eval(', 'Function(', 'innerHTML', 'fetch(', 'import', 'XMLHttpRequest', 'localStorage']
    .filter(word => engine.includes(word)));

test(`tabellen: ${rows.length} søk`, () => table_differences(search));

test('det kommer ett svar, straks, når alt er her', () =>
  rows.filter(row => {
    const found = answers(search, row.query);
    return found.length !== 1 || !found[0].final;
  }).map(row => row.query));

test('treffene er sortert: poeng, så rekkefølgen i samlingen', () =>
  rows.filter(row => answers(search, row.query)[0].hits.some(({entry, score}, i, hits) =>
    i && (hits[i - 1].score < score || hits[i - 1].score === score && hits[i - 1].entry > entry)))
    .map(row => row.query));

test('ordene i tittelen finner tiltaket blant de fem første', () => {
  const place = ({title}, entry) => answers(search, title)[0].hits.findIndex(hit => hit.entry === entry);
  const backwards = record => ({title: record.title.split(' ').reverse().join(' ')});
  return records.filter((record, entry) => [place(record, entry), place(backwards(record), entry)]
    .some(at => at < 0 || at > 4)).map(record => record.title);
});

test('hvert ord i titlene og sammendragene finner tiltaket sitt', () =>
  records.flatMap(({title, summary}, entry) => `${title} ${summary}`.match(/[\p{L}\p{N}]{2,}/gu)
    .filter(word => !answers(search, word)[0].hits.some(hit => hit.entry === entry))));

test('små ord endrer ikke svaret, men er ordene når det ikke er andre', () => {
  const small = whole.index.stop_words.split(' '), some = small.slice(0, 3).join(' ');
  const same = (a, b) => JSON.stringify(answers(search, a)) === JSON.stringify(answers(search, b));
  const words = [...new Set(records.flatMap(({title}) => title.match(/[\p{L}\p{N}]{2,}/gu)))].filter(word => !small.includes(`${answers(search, word)[0].words}`));
  const alone = small.filter(word => word[1]).slice(0, 20).filter(word => `${answers(search, word)[0].words}` !== word);
  return [...words.filter(word => !same(word, `${some} ${word}`)), ...alone, ...(words.length ? [] : ['ingen ord ble prøvd'])];
});

test('tomt søk gir alle, i rekkefølge', () => {
  const [{hits, mode, words}] = answers(search, '');
  return hits.length === count && hits.every((hit, i) => hit.entry === i) && mode === 'all' && !words.length
    ? [] : ['noe annet'];
});

const odd = ['<script>alert(1)</script>', '"', "'", '\\', '\0', '\uD800', '\uDC00a', '😀😀', '👩‍👩‍👧', '(', '[', '*', '+?',
  '^$', '.', '|', '${x}', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'undefined', 'null', 'NaN',
  '\u2028', '\u202Eabc', 'e\u0301', 'a\u030A'.repeat(50), '\u0301', 'ﬁ', 'İ', 'ǅ', 'ẞ', '½', '²', '漢字', 'שלום', '🇳🇴',
  'x'.repeat(10000), 'krav '.repeat(2000), 'æ'.repeat(10000), '<'.repeat(10000), ' '.repeat(10000),
  'abcdefgh '.repeat(2000), 'tillitsreformn'.repeat(700), '%', '%E0%A4%A', '\t\n\r', '-', '--', '§', 'ß', 'ÅÆØ'];

test(`rare søk (${odd.length}) får ett svar og kaster ikke`, () => odd.filter(query => {
  const [answer, ...more] = answers(search, query);
  const {title, summary} = records[0];
  search.marks(`${query} ${title} ${summary}`, answer.words);
  search.snippet({summary: query, text: query}, answer.words);
  return more.length || !answer.final || answer.words.length > 12;
}).map(query => JSON.stringify(query.slice(0, 20))));

test('et langt søk tar ikke lang tid', () => {
  const start = performance.now();
  answers(search, 'tillitsreformn rapportreinga medbestemelsne '.repeat(300));
  return performance.now() - start < 2000 ? [] : ['over to sekunder'];
});

test('det som merkes, er ord i teksten som svarer på søket', () => {
  const samples = [['jord', 'Mindre matjord og jord.', ['matjord', 'jord']],
    ['froe', 'Frøbanken', ['Frøbanken']], ['sl', 'SL er ikke slange', ['SL']],
    ['vaaren', 'til våren', ['våren']], ['laer', 'Lærer å lære', ['Lærer', 'lære']],
    ['ahl jord', 'AHL-jord', ['AHL', 'jord']], ['banken', 'Frøbanken', ['Frøbanken']], ['', 'noe', []]];
  return samples.filter(([query, text, expected]) => {
    const found = search.marks(text, answers(own.search, query)[0].words).map(([from, to]) => text.slice(from, to));
    return found.join() !== expected.join();
  }).map(([query]) => query);
});

test('utdraget er sammendraget, eller et stykke av teksten om treffet', () =>
  rows.filter(row => row.mode === 'all' && row.query).flatMap(row => {
    const {words, hits} = answers(search, row.query)[0];
    return hits.filter(({entry}) => {
      const record = records[entry], {text, marks} = search.snippet(record, words);
      const flat = record.text.replaceAll('\n', ' '), bare = text.replace(/^… | …$/g, '').replaceAll('\n', ' ');
      const ordered = marks.every(([from, to], i) => from < to && to <= text.length && (!i || marks[i - 1][1] <= from));
      if (text === record.summary) return !ordered || !marks.length && search.marks(record.text, words).length;
      return !ordered || !marks.length || !flat.includes(bare) || bare.length > 260 ||
        ` ${flat} `.indexOf(` ${bare} `) < 0;
    }).map(({entry}) => `${row.query}: ${records[entry].title}`);
  }));

test('fasettene: hvert tiltak har ett departement, og tallene er i samlingen', () => {
  let all;
  search.facets(list => { all = list; });
  const folders = all[0].terms.flatMap(term => [...term.set]).sort((a, b) => a - b);
  const ordered = all.every(facet => facet.terms.every(({set}) => set.every((n, i) => n < count && (!i || set[i - 1] < n))));
  return folders.join() === [...Array(count).keys()].join() && ordered ? [] : ['noe annet'];
});

const scripts = split_index(whole.index, cards), parts = from_scripts(scripts);
const own_scripts = split_index(own.index, own_cards), own_parts = from_scripts(own_scripts);
const same = (a, b) => JSON.stringify({...a, final: 0}) === JSON.stringify({...b, final: 0});

/* Of two words that are as near to the one that was typed, each index takes the one that it meets first. */
const puts_right_as_well = (query, one, other) => one.words?.length === 1 && other.words?.length === 1 && one.words[0] !== query &&
  slips(query, one.words[0]) === slips(query, other.words[0]);

test('delt indeks: samme svar', () => {
  const split = search_over(parts, cards).search;
  return [...rows.map(row => row.query), ...records.map(record => record.title), ...odd].filter(query => {
    const [one] = answers(search, query), other = answers(split, query).at(-1);
    return !same(one, other) && !puts_right_as_well(query, one, other);
  });
});

/* What a search with a letter too much in a word shows: the words that are near, as they are written. */
const letter_too_much = word => word.slice(0, 5) + 'q' + word.slice(5);
const shown = (search, query) => [answers(search, query).at(-1)].flatMap(({instead, near}) => instead || near);

test('et ord som er rettet, blir vist som det er skrevet, også når det bare står i teksten', () => {
  const words = ['tilhørte', 'verktøy', 'Bjørkedal', 'snøen'], split = search_over(own_parts, own_cards).search;
  return words.flatMap(word => [own.search, split].map(search => shown(search, letter_too_much(word)).join())
    .filter(found => found !== word).map(found => `«${found}» for «${word}»`));
});

test('delt indeks: bare det siste svaret er endelig, og et søk laster ikke alt', () =>
  rows.filter(row => row.mode === 'all' && row.query.length > 3 && /^\p{L}+$/u.test(row.query)).filter(row => {
    const split = search_over(parts, cards), found = answers(split.search, row.query);
    return found.some((answer, i) => answer.final !== (i === found.length - 1)) ||
      split.loaded.length > Object.keys(scripts).length / 2 ||
      new Set(split.loaded).size !== split.loaded.length;
  }).map(row => row.query));

test('delt indeks: de samme rekkefølgene og fasettene, fra flere filer hver', () => {
  const {search: split, index} = search_over(parts, cards), all = engine => {
    const found = [];
    facets_of(engine, list => found.push(list));
    for (const sort of ['', 'folder', ...new Set(whole.index.sorts)]) engine.ranks(sort, ranks => found.push(ranks || null));
    return JSON.stringify(found);
  };
  const cut = index.sorts.length > whole.index.sorts.length && index.f.length > 1;
  return all(split) === all(search) && cut ? [] : [cut ? 'noe annet' : 'bare én fil av hver'];
});

test('delt indeks: begynnelsen har tallene til termene, og settene kommer når noen ber om dem', () => {
  const {search: split, loaded} = search_over(parts, cards), faults = [];
  if (!whole.index.f.flat().some(([, , , set]) => set.length > INLINE)) {
    console.log('hoppet over: hvert sett er så kort skrevet at det står i begynnelsen av indeksen');
    return faults;
  }
  split.facets(found => {
    const terms = found.flatMap(facet => facet.terms), lacking = terms.filter(({size}) => size), sizes = lacking.map(({size}) => size);
    if (!lacking.length || lacking.some(({set}) => set.length) || loaded.some(name => name[0] === 'p')) faults.push('settene er der fra begynnelsen');
    split.sets(lacking.slice(0, 1), () => split.sets(lacking, count => {
      if (count !== lacking.length - 1) faults.push('settet som var der, ble hentet igjen');
      if (`${lacking.map(({set}) => set.length)}` !== `${sizes}`) faults.push('andre tall enn det er numre i settene');
    }));
  });
  return faults;
});

test('delt indeks: et nytt søk avlyser det forrige', () => {
  const waiting = [], {search: slow} = search_over(own_parts, own_cards, {waiting}), seen = [];
  slow.find('hagen', () => seen.push('hagen'));
  slow.find('jord', answer => seen.push(answer.final ? 'jord.' : 'jord'));
  while (waiting.length) waiting.pop()();
  return seen.includes('hagen') || seen.at(-1) !== 'jord.' ? [seen.join()] : [];
});

test('delt indeks: en fil som ikke kom, blir hentet ved neste søk', () => {
  const waiting = [], {search: slow, loaded} = search_over(own_parts, own_cards, {waiting}), seen = [];
  slow.find('jord', () => seen.push('jord'));
  const tried = loaded.length;
  waiting.length = 0;
  slow.find('jord', answer => seen.push(answer.final));
  while (waiting.length) waiting.shift()();
  return tried > 1 && seen.at(-1) === true && !seen.includes('jord') ? [] : [seen.join()];
});

/* A read() that does not give some files, as long as they stand in the list, or gives what is not a script of ours. */
const without = (read, missing, instead) => name => missing.includes(name) ? instead : read(name);

for (const [what, instead] of [['ikke kommer', undefined], ['er en annen', '/* «404», med status 200 */']]) {
  test(`begynnelsen av indeksen ${what}: det blir sagt, og neste forsøk virker`, () => {
    const {start} = index_of(own_site), missing = [start];
    const {search: broken, failures} = search_over(without(from_site(own_site), missing, instead), own_cards, {start});
    const before = failures.length;
    missing.length = 0;
    let answer;
    broken.open(`sok/${start}.js`, entry => own_cards[entry], () => broken.find('jord', found => { answer = found; }), () => failures.push('igjen'));
    return before === 1 && failures.length === 1 && same(answer, answers(own.search, 'jord')[0]) ? [] : [JSON.stringify({before, failures})];
  });

  test(`delt indeks: en fil som ${what}, blir sagt om hvert søk som trenger den, og hentet ved det neste`, () =>
    ['w', 'p', 'f', 'sett'].filter(kind => {
      const missing = Object.keys(own_scripts).filter(name => name.startsWith(kind === 'sett' ? 'p' : kind));
      const {search: broken, failures} = search_over(without(own_parts, missing, instead), own_cards);
      const ask = () => kind === 'f' || kind === 'sett' ? (facets_of(broken, () => failures.push('svar')), []) : answers(broken, 'jord');
      const first = ask().length, before = failures.length;
      const second = ask().length, again = failures.length;
      missing.length = 0;
      failures.length = 0;
      const found = ask();
      return first || second || !before || again <= before ||
        (kind === 'f' || kind === 'sett' ? failures.join() !== 'svar' : failures.length || !same(found.at(-1), answers(own.search, 'jord')[0]));
    }));
}

test('delt indeks: det blir ikke sagt om et søk som et nyere har avløst', () => {
  const waiting = [], missing = [], {search: slow, failures, loaded} = search_over(without(own_parts, missing), own_cards, {waiting});
  const seen = [], before = loaded.length;
  slow.find('hagen', () => seen.push('hagen'));
  missing.push(...loaded.slice(before));
  const first = waiting.splice(0);
  slow.find('krig', answer => seen.push(answer.final));
  first.forEach(run => run());
  missing.length = 0;
  while (waiting.length) waiting.shift()();
  return first.length && !failures.length && seen.at(-1) === true ? [] : [JSON.stringify({failures, seen})];
});

/* A list, or a set in one, that stands elsewhere (src/search/split.h). */
function whole_list(index, code) {
  const [, file, at] = code.match(/^p(\d+)\.(\d+)$/) ?? [];
  return file ? index.p[file][at].split(',').map(set => whole_list(index, set)).join() : code;
}

/* The index of a site as one, from all the files it is split in; beside them lie cards (src/pages/cards.h). */
function joined(folder) {
  const {index} = search_of(folder), {folder: files, start} = index_of(folder), context = vm.createContext({samling_index: index});
  for (const name of fs.readdirSync(files).filter(name => name !== `${start}.js` && !/^c\d+\.js$/.test(name)))
    vm.runInContext(fs.readFileSync(`${files}/${name}`, 'utf8'), context);
  const lists = {}, forms = [];
  for (const file of Object.values(index.w)) {
    const [words, codes, written = []] = file.map(text => text.split(' '));
    forms.push(...written);
    words.forEach((word, i) => { lists[word] = whole_list(index, codes[i]); });
  }
  const words = Object.keys(lists).sort();
  return {...index, files: undefined, w: [[words.join(' '), words.map(word => lists[word]).join(' '), forms.join(' ')]]};
}

const is_split = Boolean(search_of(split_site).index.files);
if (!is_split) console.log('hoppet over: tekstene er så korte at indeksen av mange ikke blir delt');
else test('en delt indeks fra programmet: samme svar som når filene er slått sammen', () => {
  const whole_index = joined(split_site), fresh = () => search_of(split_site);
  let built = fresh();
  const {search: large} = search_over(from_scripts({start: `var samling_index=${JSON.stringify(whole_index)};`}), cards_of(split_site));
  return rows.map(row => row.query).filter((query, i) => {
    if (i % 16 === 0) built = fresh(); // what is known from earlier queries makes no difference
    const [one] = answers(large, query), other = answers(built.search, query).at(-1);
    return !same(one, other) && !puts_right_as_well(query, one, other);
  });
});

if (is_split) test('en delt indeks fra programmet: et ord som er rettet, blir vist som det er skrevet', () => {
  const forms = joined(split_site).w[0][2].split(' '), long = forms.filter(form => /^\p{Ll}{10,}$/u.test(form));
  const some = long.filter((_, i) => i % Math.ceil(long.length / 40) === 0), built = search_of(split_site).search;
  const faults = some.flatMap(form => shown(built, letter_too_much(form)).filter(word => word === built.fold(form)));
  if (some.length < 20) console.log(`hoppet over: bare ${some.length} lange ord skrives annerledes enn de foldes`);
  return faults;
});

told(left_out).forEach(line => console.log(line));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
