/*
 * Searches the index (src/search/search.h). Does not touch the page.
 *
 *   open(start, card, done, failed)  loads the index, of which `start` is the address of the first file;
 *                                card(entry) returns {title, summary, …}, what is shown of an entry;
 *                                `failed` is called when a file does not come, and the next call
 *                                asks for that file again
 *   find(text, done, literal)    calls done({words, hits: [{entry, score}], places: [entry], mode,
 *                                instead, near: [word], final}) once or more, until `final`;
 *                                corrects nothing if `literal`, else `instead` says to what. Places
 *                                are pages and terms; `near` are words that may have been meant when
 *                                there is nothing else
 *   ready(hits, done)            calls done() when card() knows the best of these; a page that has not all cards puts
 *                                its own in the place of this
 *   shown(number)                returns what to show of an entry: {text, …} with what card() has; or of
 *                                a place: {title, path, lang, kind}
 *   ranks(sort, done)            calls done() with the place of each entry when they are sorted by
 *                                folder, title or newest; without it when they are not
 *   facets(done)                 calls done([{field, terms: [{id, name, set}]}])
 *   load(files, done)            calls done() when these files of the index are here, unless a newer query has come
 *   numbers(code)                returns the numbers of a set
 *   marks(text, words)           returns where the words stand: [[from, to]]
 *   snippet(entry, words)        returns {text, marks}
 *   fold(text)                   returns it as words are compared (search-words.js)
 *
 *   word_files(part)             returns the files that may have words which contain this part
 *   address(file)                returns where a file of the index is, that is called by what it is: `start`, `w12`
 *
 * What is of a split index alone is the matter of search_split.js, which only a page that has one loads.
 *
 * A query passes find → look_up → answer. Words that nothing has are taken apart, and, without a
 * hit, corrected, and the query passes again; then they are left out, if the others have hits.
 */
var samling_search = (() => {
'use strict';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
/* Of the title, the names, the summary and the text; the first NAMED are those by which places are looked for. */
const FIELD_WEIGHTS = [15, 5, 3, 1], NAMED = 2;
/* What it adds that the words stand in a row in the title, the summary. */
const PHRASES = [100, 5];
/* What it counts that a word is there, beside how well it is. */
const EACH_WORD = 3;
/* Of the rarity of the best's words hits must have this, and places of that of all words. */
const TAIL = 0.6, FIT = 0.5;
/* So many places are shown, and so many words that are near. */
const SHOWN = 3;
/* The words loaded so far; and how those are written that are not as they are folded. */
const known = {}, written = new Map();
let start, index, card, failed, current;
let fold, words_in, shorten, stem, likeness;

const is_loaded = file => file === 'start' ? globalThis.samling_index : index[file[0]][file.slice(1)];

/* Loads the files that are missing, also those that failed before. What comes of it is told unless a
 * newer query has come than the one that this is for. */
function load(files, done, query = current) {
  let waiting = 1;
  const tell = act => query === current && act();
  const arrive = () => --waiting || tell(done), fail = () => tell(failed);
  for (const file of new Set(files)) if (!is_loaded(file)) {
    waiting++;
    document.head.append(Object.assign(document.createElement('script'),
      {src: samling_search.address(file), onload: () => is_loaded(file) ? arrive() : fail(), onerror: fail}));
  }
  arrive();
}

function open(path, card_of, done, when_failed) {
  start = path;
  card = card_of;
  failed = when_failed;
  load(['start'], () => {
    index = samling_index;
    ({fold, words_in, shorten, stem, likeness} = samling_words(index));
    done();
  });
}

/* A list, or a set in one, stands as it is or elsewhere: «p3.14». */
function read(code) {
  const [file, at] = code.split('.');
  return at ? is_loaded(file)?.[at] : code;
}
const is_away = code => read(code) === undefined;
const files_of = codes => codes.filter(is_away).map(code => code.split('.')[0]);

/* Decodes a set of numbers (src/search/code.h): gaps, or after `*` bits; one that is away is empty. */
function numbers(code) {
  const set = [];
  let number = 0, shift = 0;
  code = read(code) ?? '';
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

/* Of a word the sets of its fields. */
const sets_of = ({list}) => read(list).split(',');
const list_files = words => files_of(words.map(({list}) => list));

const word_files = part => samling_search.word_files(part);

const learn = (query, files, done) => load(files, () => {
  for (const file of Object.values(index.w)) if (!file.read) {
    const lists = file.read = file[1].split(' ');
    file[0].split(' ').map((word, i) => {
      known[word] = {word: shorten(word), folded: word, root: stem(shorten(word)), list: lists[i]};
    });
    file[2]?.split(' ').map(form => written.set(fold(form), form));
  }
  done();
}, query);

/* A capital makes a name of a word, but not of the first, for phones write it with one. */
function find(text, done, literal) {
  const all = text.slice(0, 999).trim().split(/\s+/), like = (words, form) => words.filter(word => form.test(word)).map(fold);
  look_up(current = {done, tried: literal, names: like(all.slice(1), /^\p{Lu}/u), short: like(all, /^\p{Lu}{2,4}$/u),
    words: [...new Set(words_in(all.join(' ')))].slice(0, 12)});
}

/*
 * Looks in a few files and at twice as many of the best words first, and not for what is common in texts, so that an
 * answer comes soon; then in all. `most` says of a word of the query, in how many files; there are more for those that
 * are `left`.
 */
const every = () => Infinity;
function look_up(query, most = () => 2) {
  const {words} = query, files = words.map(word => [...new Set([word, shorten(word), stem(shorten(word))].flatMap(word_files))]);
  learn(query, files.flatMap((list, w) => list.slice(0, most(words[w]))), () => {
    const left = words.filter((word, w) => files[w][most(word)]);
    const found = words.map(word => {
      const part = shorten(word), base = stem(part), least = query.short.includes(word) ? samling_words.WHOLE : 1;
      return Object.values(known).filter(other => (other.like = likeness(other, part, base)) >= least).map(other => ({...other}))
        .sort((a, b) => b.like - a.like)
        .filter(({list}, i) => !is_away(list) || i < 2 * most(word) || !left.push(word));
    });
    load(list_files(found.flat()), () => load(files_of(found.flat().flatMap(sets_of)).filter(() => most === every || !left.push(words)),
      () => answer(query, found, most, left), query), query);
  });
}

/*
 * How well each entry and place has a word: of every field, how well what stands there matches; of
 * those that name it alone, but for what is amid a word; and whether the word is ours, for an entry
 * has it, or the name of a place.
 */
function weigh(found) {
  const sums = new Float64Array(index.count + index.places.length), named = new Float64Array(sums.length);
  let ours = false;
  for (const word of found) sets_of(word).map((set, field) => {
    const weight = word.like * FIELD_WEIGHTS[field];
    ours ||= is_away(set);
    for (const entry of numbers(set)) {
      sums[entry] += weight;
      if (field < NAMED && word.like > 1) named[entry] += weight;
      ours ||= entry < index.count || field < NAMED;
    }
  });
  return {sums, named, ours};
}

function answer(query, found, most, left) {
  const {words} = query, weights = found.map(weigh), lost = words.filter((_, i) => !weights[i].ours);
  if (lost.some(word => left.includes(word))) return look_up(query, word => lost.includes(word) ? most(word) ** 2 : most(word));
  const all_sums = weights.map(({sums}) => sums), {hits, mode} = rank(all_sums, 0, index.count);
  if (!query.apart || !query.places[0]) query.places = places_of(hits[0] ? weights.map(({named}) => named) : all_sums, all_sums);
  const {places} = query;
  const none = words[0] && !places[0] && !words[lost.length];
  if (lost[0] && !none && !query.apart) return take_apart(query, lost);
  if (none && !query.instead && !query.tried) return correct(query);
  samling_search.ready(hits.sort(by_score), () => {
    /* Phrases can only raise the best, so they stay before the others. */
    const best = hits.splice(0, 6), records = best.map(({entry}) => shown(entry));
    best.forEach((hit, i) => ['title', 'summary'].map((field, f) => {
      hit.score += PHRASES[f] * `,${words_in(records[i][field])},`.includes(`,${words},`);
    }));
    hits.unshift(...best.sort(by_score));
    const instead = query.instead && words.map(word => as_it_stands(word, records)).join(' ');
    const done = near => query.done({words, hits, places, near, mode, instead: hits[0] && instead, final: !left[0]});
    left[0] || hits[0] || places[0] ? done([]) : words_near(words, done);
    /* As long as there is no hit nobody looks at any. */
    left[0] && setTimeout(() => query === current && look_up(query, every), hits[0] && 300);
  });
}

/* A folded word as one of these entries has it, else as the index has; with a capital only if it never is without. */
function as_it_stands(word, records) {
  const all = records.flatMap(({title, summary, text}) => [summary, text, title].join(' ').match(samling_words.WORD) || []).filter(other => fold(other) === word);
  return all.find(other => other === other.toLowerCase()) ?? all[0] ?? written.get(word) ?? word;
}

const by_score = (a, b) => b.score - a.score;

/* How rare it is that there is a sum. */
const rarity_of = (count, all) => Math.log(1 + all / count);
const count_of = sums => sums.reduce((count, sum) => count + (sum > 0), 0);

/*
 * Of the numbers from one to another those that have all words, or else those that have most of what is
 * rare in them, at least so much of it.
 */
function rank(all_sums, from, to, fit = 0) {
  const scores = new Float64Array(to - from), rarities = new Float64Array(to - from), hits = [];
  let asked = 0, whole = 0, best = 0;
  for (const sums of all_sums.map(sums => sums.subarray(from, to))) {
    const count = count_of(sums), rarity = rarity_of(count, to - from);
    if (!count) continue;
    asked++;
    whole += rarity;
    for (let i = 0; i < sums.length; i++) if (sums[i]) {
      scores[i] += rarity * (EACH_WORD + Math.log(1 + sums[i]));
      best = Math.max(best, rarities[i] += rarity);
    }
  }
  const all = best === whole && (asked || !all_sums[0]), least = Math.max(fit, all ? whole : TAIL * best);
  for (let i = 0; i < scores.length; i++)
    if (rarities[i] >= least && (all || rarities[i])) hits.push({entry: from + i, score: scores[i]});
  return {hits, mode: all && asked === all_sums.length ? 'all' : hits[0] ? 'any' : 'none'};
}

/* The best pages and terms, if they have much of what is rare in the words; a word that nothing has is as rare as can be. */
function places_of(all_sums, whole) {
  if (!all_sums[0]) return [];
  const total = whole.reduce((sum, sums) => sum + rarity_of(count_of(sums) || 1, sums.length), 0);
  return rank(all_sums, index.count, index.count + index.places.length, FIT * total).hits.sort(by_score).slice(0, SHOWN).map(({entry}) => entry);
}

/* The stems of the words that entries have. A long list is not of places alone. */
const stands_in_entries = word => word.of_entries ??= word.list.includes('.') || word.list.split(',').some(set => numbers(set)[0] < index.count);
const stems = () => new Set(Object.values(known).filter(stands_in_entries).map(({root}) => root));

/* Takes words that nothing has apart. Of the cuts of a word, those are looked at whose beginning is known. */
function take_apart(query, lost) {
  const cuts = lost.flatMap(word => [...word].map((_, at) => [word, word.slice(0, at), word.slice(at)]).slice(3, -3));
  learn(query, lost.flatMap(word => word_files(word.slice(0, 3))), () => {
    const heads = stems(), likely = cuts.filter(([, head]) => heads.has(stem(head))).reverse();
    learn(query, likely.flatMap(([, , tail]) => word_files(stem(tail))), () => {
      const tails = stems(), whole = likely.filter(([, , tail]) => tails.has(stem(tail)));
      query.apart = true;
      query.words = query.words.flatMap(word => lost.includes(word) ? parts_of(word, whole, query.names.includes(word)) : word);
      look_up(query);
    });
  });
}

/* The words that a word is made of, a number by thousands; else its beginning, if that is most of it and no name's. */
function parts_of(word, cuts, name) {
  const [, ...parts] = /^\d{4,}$/.test(word) ? ['', ...word.padStart(Math.ceil(word.length / 3) * 3).match(/.../g).map(digits => digits.trim())] : cuts.find(([whole]) => whole === word) || [];
  if (parts[0] || name) return parts[0] ? parts : word;
  for (let at = word.length - 1; at > 4 && at >= word.length * 0.6; at--) {
    const begun = word.slice(0, at);
    if (Object.values(known).some(other => other.word.startsWith(begun))) return begun;
  }
  return word;
}

/* Puts the words right of which nothing was found; those that nothing is near are taken apart. */
const correct = query => learn(query, query.words.flatMap(word => word_files(word.slice(0, 3))), () => {
  const before = `${query.words}`;
  query.words = query.words.map(word => nearest(word, query.names.includes(word)));
  if (`${query.words}` !== before) query.instead = query.words.join(' ');
  else if (query.apart) query.tried = true;
  else return take_apart(query, query.words);
  look_up(query);
});

/* The word that was meant, if one is near. A name with another letter in it is mostly another name. */
function nearest(word, name) {
  const sorted = text => [...text].sort().join();
  const may_be = other => !name || other.length !== word.length || sorted(other) === sorted(word);
  const within = most => Object.values(known).find(({word: other}) =>
    other[0] === word[0] && may_be(other) && samling_words.slips(word, other, most) <= most)?.folded;
  return word[4] && within(1) || word[11] && !name && within(2) || word;
}

/* Gives the words that are nearest to those that were not found, as they stand in the texts. */
function words_near(words, done) {
  const far = other => Math.min(...words.map(word => word[3] && other.startsWith(word.slice(0, 3)) ? samling_words.slips(word, other, 2) : 9));
  const found = Object.values(known).map(other => ({...other, far: far(other.word)})).filter(({far}) => far < 3).sort((a, b) => a.far - b.far).slice(0, SHOWN);
  load(list_files(found), () => done(found.map(word =>
    as_it_stands(word.folded, sets_of(word).flatMap(numbers).slice(0, 1).map(shown)))));
}

const ranks = (sort, done) => done(index.o[index.sorts.indexOf(sort)] ?? (sort && [...Array(index.count).keys()]));

function shown(number) {
  if (number < index.count) return {...card(number), text: index.texts?.[number]};
  const [title, path, lang, kind] = index.places[number - index.count];
  return {title, path, lang, kind};
}

const facets = done => done(index.facets.map(field => ({field, terms: index.f.flat().flatMap(([of, id, name, code, size]) =>
  of === field ? {id, name, code, size, set: numbers(code)} : [])})));

const marks = (text, words) => [...text.matchAll(samling_words.WORD)].flatMap(({0: whole, index: from}) => {
  const word = shorten(fold(whole)), root = stem(word);
  return words.some(part => likeness({word, root}, shorten(part))) ? [[from, from + whole.length]] : [];
});

/* The summary, or, if the words stand only in the text, what is around the first of them in the block that has most of them. */
function snippet({summary, text = ''}, words) {
  if (marks(summary, words)[0]) return {text: summary, marks: marks(summary, words)};
  const [best] = text.split('\n').map(block => ({block, found: marks(block, words)})).sort((a, b) => b.found.length - a.found.length);
  if (best.found[0]) summary = around(best.block, best.found[0][0]);
  return {text: summary, marks: marks(summary, words)};
}

/* Some of a block of text around a place in it, from the beginning of a word to the end of a word or letter. */
function around(block, place) {
  let from = block.lastIndexOf(' ', place - 60) + 1;
  if (from < place - 99) from = place;
  return (from ? '… ' : '') +
    block.slice(from).replace(/^([^]{160}(\S{0,98}(?= )|\S{79,98}[^\s\u200d](?![\p{M}\p{EComp}])|\S{99}))[^]+/u, '$1 …');
}

return {open, find, ready: (_, done) => done(), shown, ranks, facets, load, numbers, marks, snippet, fold: text => fold(text), word_files: () => ['w0'], address: () => start};
})();
