/* find, look_up, gather; correct if there is no hit. */
var samling_search = (() => {
'use strict';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const LETTERS = {æ:'ae',ä:'ae',ø:'o',đ:'d',ŋ:'ng',ŧ:'t',ß:'ss'};
const WORD = /[\p{L}\p{M}\p{N}]{2,}|\p{N}/gu;
const FIELDS = [15, 5, 3, 1], PHRASE = 1e5, EACH = 1e6; // points
const known = {};
let folder, data, current;

/* What failed is asked for again. */
function load(files, done) {
  let left = 1;
  const onload = () => --left || done();
  for (const f of new Set(files)) if (!data?.[f[0]]?.[f.slice(1)]) {
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

/* A set: gaps, or bits after a star. */
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

const w_files = start => data.word_files.flatMap((from, i, all) =>
  from > start + (start[2] ? '\uffff' : '') || all[i + 1] <= start ? [] : 'w' + i);

/* The words of these parts, by number. */
const learn = (parts, done) => load(parts.flatMap(w_files), () => {
  for (const f of Object.values(data.w)) if (!f.read) {
    const set = numbers(f[1]), from = data.list_files;
    let file = 0;
    short(f[0]).split(' ').map((word, i) => {
      const n = set[i] ?? i;
      while (from[file + 1] <= n) file++;
      known[n] = {word, file, at: n - from[file]};
    });
    f.read = 1;
  }
  done();
});

/* `instead`: what is not to be put right. */
const find = (query, done, instead) =>
  look_up(current = {done, instead, words: words_in(query.slice(0, 999)).slice(0, 12)});

const look_up = q => learn(q.words.flatMap(w => [w, short(w)]), () => {
  q.scores = Array(data.count).fill(0);
  gather(q, q.words.map(short).flatMap(part => {
    const seen = Array(data.count);
    return Object.values(known).filter(k => k.like = rate(k.word, part))
      .sort((a, b) => b.like - a.like).map((k, rank) => ({...k, seen, rank}));
  }), 6);
});

/* The best words first: an answer must not wait for all, and a key may come. */
function gather(q, finds, most) {
  const {words, scores} = q, now = [], rest = [];
  for (const f of finds) (data.p[f.file] || f.rank < most ? now : rest).push(f);
  load(now.map(f => 'p' + f.file), () => {
    if (q !== current) return;
    for (const {file, at, seen, like} of now) data.p[file][at].split(',').map((set, field) => {
      for (const n of numbers(set)) scores[n] += like * FIELDS[field] + (seen[n] ? 0 : seen[n] = EACH);
    });
    const over = least => scores.map((score, entry) => ({entry, score})).filter(h => h.score >= least);
    const all = over(EACH * words.length), hits = all[0] ? all : over(1);
    if (!all[0] && rest[0]) return gather(q, rest, most * 4);
    if (!hits[0] && !q.instead) return correct(q);
    const sort = () => hits.sort((a, b) => b.score - a.score), best = sort().slice(0, 8);
    entries(best.map(h => h.entry), records => {
      if (q !== current) return;
      records.forEach(({title}, i) => {
        best[i].score += PHRASE * (',' + words_in(title) + ',').includes(',' + words + ',');
      });
      q.done({words, hits: sort(), mode: all[0] ? 'all' : hits[0] ? 'any' : 'none',
        instead: hits[0] && q.instead, final: !rest[0]});
      rest[0] && setTimeout(() => q === current && gather(q, rest, 1e6), 300);
    });
  });
}

const correct = q => learn(q.words.map(w => w.slice(0, 3)), () => {
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
