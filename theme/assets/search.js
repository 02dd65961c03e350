/*
 * Searches the index (src/search/search.h). Does not touch the page.
 *
 *   open(folder, done, failed)   loads the index; `failed` is called when a file does not come,
 *                                and the next call asks for that file again
 *   find(text, done, instead)    calls done({words, hits: [{entry, score}], mode, instead, final})
 *                                once or more, until `final`; does not correct the text `instead`
 *   entries(numbers, done)       calls done() with what to show of these entries
 *   facets(done)                 calls done([{field, terms: [{id, name, set}]}])
 *   marks(text, words)           returns where the words stand: [[from, to]]
 *   snippet(entry, words)        returns {text, marks}
 *
 * A query passes find → look_up → answer. Without a hit it is corrected and passes again.
 */
var samling_search = (() => {
'use strict';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const WORD = /[\p{L}\p{M}\p{N}]{2,}|\p{N}/gu;
const FIELD_WEIGHTS = [15, 5, 3, 1]; // title, names, summary, text
const PHRASE = 1e5, EACH_WORD = 1e6; // scores: the query as a phrase in the title; each word found
const known = {};                    // the words loaded so far
let folder, index, failed, letters, current;

const is_loaded = file => file === 'start' ? globalThis.samling_index :
  file === 'f' ? index.facets : index[file[0]][file.slice(1)];

/* Loads the files that are missing, also those that failed before. A failure is told unless a newer
 * query has come. */
function load(files, done) {
  const query = current;
  let waiting = 1;
  const arrive = () => --waiting || done();
  const fail = () => query === current && failed();
  for (const file of new Set(files)) if (!is_loaded(file)) {
    waiting++;
    document.head.append(Object.assign(document.createElement('script'),
      {src: folder + file + '.js', onload: () => is_loaded(file) ? arrive() : fail(), onerror: fail}));
  }
  arrive();
}

function open(path, done, when_failed) {
  folder = path;
  failed = when_failed;
  load(['start'], () => {
    index = samling_index;
    letters = Object.fromEntries(index.letters.split(' ').map(([letter, ...folded]) => [letter, folded.join('')]));
    done();
  });
}

/* Decodes a set of numbers (src/search/code.h): gaps, or after `*` bits. */
function numbers(code) {
  const set = [];
  let number = 0, shift = 0;
  for (const character of code) {
    const digit = DIGITS.indexOf(character);
    if (code[0] === '*') for (let i = 0; i < 6 && digit >= 0; i++, number++) digit >> i & 1 && set.push(number);
    else {
      number += (digit & 31) << shift;
      shift = digit > 31 ? shift + 5 : 0;
      shift || set.push(number++);
    }
  }
  return set;
}

/* Words, folded as the program folds them (src/base/norwegian.h). */

const fold_case = text => text.toUpperCase().toLowerCase();
const fold_letter = letter => letters[letter] ??
  fold_case(fold_case(letter).normalize('NFKD').replace(/\p{M}/gu, '')).replace(/./gu, part => letters[part] ?? part);
const fold = text => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').toLowerCase().normalize('NFC')
  .replace(/\P{ASCII}/gu, fold_letter);
const words_in = text => fold(text).match(WORD) || [];

/* Makes «kjoer» and «kjør», «paa» and «på» the same. */
const shorten = text => text.replace(/(o)e|(a)a/g, '$1$2');

/* How well a word matches a part of it; a part of two letters must be the whole word. */
const likeness = (word, part) => word === part ? 25 : part[2] && word.includes(part) &&
  (word.startsWith(part) ? 9 : word.endsWith(part) ? 3 : 1);

/* The files that may have words which contain this part (src/search/split.h). */
const word_files = part => index.word_files.flatMap((first, i, all) =>
  first > part + (part[2] ? '\uffff' : '') || all[i + 1] < part ? [] : 'w' + i);

const learn = (files, done) => load(files, () => {
  for (const file of Object.values(index.w)) if (!file.read) {
    const lists = file.read = file[1].split(' ');
    file[0].split(' ').map((word, i) => {
      const [list, at] = lists[i].split('.');
      known[word] = {word: shorten(word), list, at};
    });
  }
  done();
});

const find = (text, done, instead) =>
  look_up(current = {done, instead, words: words_in(text.slice(0, 999)).slice(0, 12)});

/* Looks in a few files and at the best words first, so that an answer comes soon; then in all. */
function look_up(query, most = 4) {
  const files = query.words.map(word => [word, shorten(word)].flatMap(word_files));
  learn(files.flatMap(list => list.slice(0, most)), () => {
    query.left = files.some(list => list[most]);
    const found = query.words.map(part => {
      const seen = Array(index.count);
      return Object.values(known).filter(word => word.like = likeness(word.word, shorten(part)))
        .sort((a, b) => b.like - a.like).map(word => ({...word, seen}))
        .filter((word, i) => !word.at || is_loaded(word.list) || i < most || !(query.left = 1));
    });
    query.wider = query.left && found.every(list => list[0]) && most ** 2;
    load(found.flat().flatMap(word => word.at ? word.list : []), () => query === current && answer(query, found.flat()));
  });
}

function answer(query, found) {
  const {words, left} = query, scores = Array(index.count).fill(0);
  for (const {list, at, seen, like} of found) (at ? is_loaded(list)[at] : list).split(',').map((set, field) => {
    for (const entry of numbers(set)) {
      scores[entry] += like * FIELD_WEIGHTS[field] + (seen[entry] ? 0 : EACH_WORD);
      seen[entry] = true;
    }
  });
  const over = least => scores.flatMap((score, entry) => score < least ? [] : {entry, score});
  const all = over(EACH_WORD * words.length), hits = all[0] ? all : over(1);
  if (!all[0] && query.wider) return look_up(query, query.wider);
  if (!hits[0] && !query.instead) return correct(query);
  const sorted = () => hits.sort((a, b) => b.score - a.score), best = sorted().slice(0, 6);
  entries(best.map(hit => hit.entry), records => {
    if (query !== current) return;
    records.forEach(({title}, i) => {
      best[i].score += PHRASE * `,${words_in(title)},`.includes(`,${words},`);
    });
    query.done({words, hits: sorted(), mode: all[0] ? 'all' : hits[0] ? 'any' : 'none',
      instead: hits[0] && query.instead, final: !left});
    left && setTimeout(() => query === current && look_up(query, 1e6), 300);
  });
}

const correct = query => learn(query.words.flatMap(word => word_files(word.slice(0, 3))), () => {
  query.words = query.words.map(nearest);
  query.instead = query.words.join(' ') || ' ';
  look_up(query);
});

function nearest(word) {
  const within = most => Object.values(known).find(other =>
    other.word[0] === word[0] && slips(word, other.word, most) <= most)?.word;
  return word[4] && within(1) || word[7] && within(2) || word;
}

/* How many letters are added, left out, replaced or swapped (Damerau-Levenshtein); over `limit`: more. */
function slips(a, b, limit) {
  const then = (i, j) => limit ? 1 + slips(a.slice(i), b.slice(j), limit - 1) : 9;
  if (a[0] === b[0]) return a ? slips(a.slice(1), b.slice(1), limit) : 0;
  return Math.min(then(1, 0), then(0, 1), then(1, 1), a[0] === b[1] && a[1] === b[0] ? then(2, 2) : 9);
}

function entries(list, done) {
  const {entries_each: each, names, texts} = index, file_of = entry => entry / each | 0;
  load(list.map(entry => 'e' + file_of(entry)), () => done(list.map(entry => {
    const [title, path, summary, lang, folder, main] = index.e[file_of(entry)][entry % each];
    return {title, path, summary, lang, folder: names[0][folder], main: main.map(term => names[1][term]),
      text: texts?.[entry] || ''};
  })));
}

const facets = done => load(['f'], () => done(index.facets.map(({field, terms}) =>
  ({field, terms: terms.map(([id, name, code]) => ({id, name, set: numbers(code)}))}))));

const marks = (text, words) => [...text.matchAll(WORD)].flatMap(({0: word, index: from}) =>
  words.some(part => likeness(shorten(fold(word)), shorten(part))) ? [[from, from + word.length]] : []);

/* The summary, or, if the words stand only in the text, the text around the first of them, to the end of a word or letter. */
function snippet({summary, text}, words) {
  const [first] = marks(text, words);
  if (first && !marks(summary, words)[0]) {
    let from = text.lastIndexOf(' ', first[0] - 60) + 1;
    if (from < first[0] - 99) from = first[0];
    summary = (from ? '… ' : '') +
      text.slice(from).replace(/^([^]{160}(\S{0,98}(?= )|\S{80,99}(?![\p{M}\p{EComp}])(?<!\u200d)|\S{99}))[^]+/u, '$1 …');
  }
  return {text: summary, marks: marks(summary, words)};
}

return {open, find, entries, facets, marks, snippet};
})();
