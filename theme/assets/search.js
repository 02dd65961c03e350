/* find, look_up, answer; or correct. */
var samling_search = (() => {
'use strict';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const LETTERS = {æ:'ae',ä:'ae',ø:'o',đ:'d',ŋ:'ng',ŧ:'t',ß:'ss'};
const WORD = /[\p{L}\p{M}\p{N}]{2,}|\p{N}/gu;
const FIELDS = [15, 5, 3, 1], PHRASE = 1e5, EACH = 1e6;
const known = {};
let folder, data, current;

const loaded = f => data?.[f[0]]?.[f.slice(1)];

/* Again what failed. */
function load(files, done) {
  let left = 1;
  const onload = () => --left || done();
  for (const f of new Set(files)) if (!loaded(f)) {
    left++;
    document.head.append(Object.assign(document.createElement('script'),
      {src: folder + f + '.js', onload}));
  }
  onload();
}

/* The index: src/render/search.h. */
function open(path, done) {
  folder = path;
  load(['start'], () => {
    data = samling_index;
    done();
  });
}

/* A set: gaps, or bits after `*`. */
function numbers(code) {
  const set = [];
  let n = 0, shift = 0;
  for (const c of code) {
    const value = DIGITS.indexOf(c);
    if (code[0] === '*') for (let i = 0; i < 6 && value >= 0; i++, n++) value >> i & 1 && set.push(n);
    else {
      n += (value & 31) << shift;
      shift = value > 31 ? shift + 5 : 0;
      shift || set.push(n++);
    }
  }
  return set;
}

const fold = text => text.normalize('NFC').toLowerCase().replace(/\W/gu,
  c => LETTERS[c] || c.normalize('NFKD').replace(/\p{M}/gu, ''));
const short = text => text.replace(/(o)e|(a)a/g, '$1$2');
const words_in = text => fold(text).match(WORD) || [];
const rate = (word, part) => word === part ? 25 : part[2] && word.includes(part) &&
  (word.startsWith(part) ? 9 : word.endsWith(part) ? 3 : 1);

/* The files of words with this in them. */
const w_files = part => data.word_files.flatMap((from, i, all) =>
  from > part + (part[2] ? '\uffff' : '') || all[i + 1] < part ? [] : 'w' + i);

const learn = (files, done) => load(files, () => {
  for (const f of Object.values(data.w)) if (!f.read) {
    const lists = f.read = f[1].split(' ');
    f[0].split(' ').map((word, i) => {
      const [list, at] = lists[i].split('.');
      known[word] = {word: short(word), list, at};
    });
  }
  done();
});

/* `instead`: what is not to be put right. */
const find = (query, done, instead) =>
  look_up(current = {done, instead, words: words_in(query.slice(0, 999)).slice(0, 12)});

/* The best words of a few files first: an answer must not wait. */
function look_up(q, most = 4) {
  const files = q.words.map(w => [w, short(w)].flatMap(w_files));
  learn(files.flatMap(f => f.slice(0, most)), () => {
    q.left = files.some(f => f[most]);
    const found = q.words.map(word => {
      const seen = Array(data.count);
      return Object.values(known).filter(k => k.like = rate(k.word, short(word)))
        .sort((a, b) => b.like - a.like).map(k => ({...k, seen}))
        .filter((k, i) => !k.at || loaded(k.list) || i < most || !(q.left = 1));
    }), all = found.flat();
    q.wider = q.left && found.every(f => f[0]) && most ** 2;
    load(all.flatMap(k => k.at ? k.list : []), () => q === current && answer(q, all));
  });
}

function answer(q, found) {
  const {words, left} = q, scores = Array(data.count).fill(0);
  for (const {list, at, seen, like} of found) (at ? loaded(list)[at] : list).split(',').map((set, field) => {
    for (const n of numbers(set)) scores[n] += like * FIELDS[field] + (seen[n] ? 0 : seen[n] = EACH);
  });
  const over = least => scores.flatMap((score, entry) => score < least ? [] : {entry, score});
  const all = over(EACH * words.length), hits = all[0] ? all : over(1);
  if (!all[0] && q.wider) return look_up(q, q.wider);
  if (!hits[0] && !q.instead) return correct(q);
  const sort = () => hits.sort((a, b) => b.score - a.score), best = sort().slice(0, 6);
  entries(best.map(h => h.entry), records => {
    if (q !== current) return;
    records.forEach(({title}, i) => {
      best[i].score += PHRASE * `,${words_in(title)},`.includes(`,${words},`);
    });
    q.done({words, hits: sort(), mode: all[0] ? 'all' : hits[0] ? 'any' : 'none',
      instead: hits[0] && q.instead, final: !left});
    left && setTimeout(() => q === current && look_up(q, 1e6), 300);
  });
}

const correct = q => learn(q.words.flatMap(w => w_files(w.slice(0, 3))), () => {
  q.words = q.words.map(nearest);
  q.instead = q.words.join(' ') || ' ';
  look_up(q);
});

function nearest(word) {
  const within = most => Object.values(known).find(k =>
    k.word[0] === word[0] && slips(word, k.word, most) <= most)?.word;
  return word[4] && within(1) || word[7] && within(2) || word;
}

/* Letters more, fewer, other or swapped. */
function slips(a, b, limit) {
  const then = (i, j) => limit ? 1 + slips(a.slice(i), b.slice(j), limit - 1) : 9;
  if (a[0] === b[0]) return a ? slips(a.slice(1), b.slice(1), limit) : 0;
  return Math.min(then(1, 0), then(0, 1), then(1, 1), a[0] === b[1] && a[1] === b[0] ? then(2, 2) : 9);
}

function entries(list, done) {
  const {entries_each: each, names, texts} = data;
  load(list.map(n => 'e' + (n / each | 0)), () => done(list.map(n => {
    const [title, path, summary, lang, folder, main] = data.e[n / each | 0][n % each];
    return {title, path, summary, lang, folder: names[0][folder], main: main.map(i => names[1][i]),
      text: texts?.[n] || ''};
  })));
}

const facets = done => load(data.facets ? [] : ['f'], () => done(data.facets.map(({field, terms}) =>
  ({field, terms: terms.map(([id, name, code]) => ({id, name, set: numbers(code)}))}))));

/* Whole words: [from, to]. */
const marks = (text, words) => [...text.matchAll(WORD)].flatMap(({0: word, index}) =>
  words.some(w => rate(short(fold(word)), short(w))) ? [[index, index + word.length]] : []);

function snippet({summary, text}, words) {
  const [first] = marks(text, words);
  if (first && !marks(summary, words)[0]) {
    const from = text.lastIndexOf(' ', first[0] - 60) + 1;
    summary = (from ? '… ' : '') + text.slice(from).replace(/(.{160}\S*) .+/, '$1 …');
  }
  return {text: summary, marks: marks(summary, words)};
}

return {open, find, entries, facets, marks, snippet};
})();
