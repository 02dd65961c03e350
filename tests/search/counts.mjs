/*
 * Counts the hits of a query without the index and without the engine: it looks
 * for the words in the texts of a collection, as tests/tools/reader.py gives them.
 */

import fs from 'node:fs';

/* One letter after the other, as a table in a book would have it. */
export function folded(text) {
  const letters = {æ: 'ae', ä: 'ae', ø: 'o', ö: 'o', å: 'a', é: 'e', è: 'e', ê: 'e', ò: 'o', ô: 'o', ü: 'u'};
  return [...text.normalize('NFC').toLowerCase()].map(letter => letters[letter] ?? letter).join('');
}

export const all_words = text => folded(text).split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
const kept = word => word.length > 1 || /\p{N}/u.test(word);

/* What of an entry can be searched in, part by part: no phrase goes over two of them. */
function parts({title, names, summary, body}) {
  const text = body.replace(/<!--.*?-->/gs, '').replace(/\]\([^)]*\)/g, ']').replace(/^#.*/gm, '$&\n');
  const blocks = text.split(/\n\s*\n|\n(?=\s*(?:[-*+>#]|\d+\.)\s)/).map(block => block.replace(/^\s*\d+\. /, ''));
  return [title, ...names, summary, ...blocks].map(all_words);
}

/* Whether a member of a group of synonyms stands in one part of an entry, elsewhere than in the longer ones. */
function stands({words: [sought, ...more], longer}, words) {
  if (more.length) return ` ${words.join(' ')} `.includes(` ${sought} ${more.join(' ')} `);
  const without = word => longer.reduce((rest, other) => rest.replaceAll(other, '-'), word);
  return words.some(word => sought.length >= 4 ? without(word).includes(sought) : word === sought);
}

/* The groups of synonyms: of each member its words, and what is longer, has it inside, and is in another group. */
function read_groups(text) {
  const groups = [...text.matchAll(/^- \[(.*)\]/gm)].map(match => match[1].split(',').map(all_words));
  const longer = (whole, group) => groups.filter(other => other !== group).flat().map(words => words.join(' '))
    .filter(other => other.length > whole.length && other.includes(whole));
  return groups.map(group => group.map(words => ({words, longer: longer(words.join(' '), group)})));
}

/* The words of each of some entries or places, with those that the synonyms add. */
function words_of(documents, synonyms) {
  const groups = read_groups(synonyms);
  return documents.map(document => {
    const texts = parts(document), words = new Set(texts.flat().filter(kept));
    for (const group of groups) {
      const there = group.filter(member => texts.some(part => stands(member, part)));
      for (const member of group)
        if (member.words.length === 1 && there.some(other => other !== member)) words.add(member.words[0]);
    }
    return words;
  });
}

const as_typed = word => word.replaceAll('oe', 'o').replaceAll('aa', 'a');

/* A list of words of a language and those that are near it, off the files in src/words/. */
function list_of(language, key) {
  const file = tag => fs.readFileSync(new URL(`../../src/words/${tag}.yaml`, import.meta.url), 'utf8');
  const items = (tag, key) => file(tag).match(RegExp(`^${key}: \\[([^\\]]*)\\]`, 'm'))[1].replace(/"/g, '').split(',').map(item => item.trim()).filter(Boolean);
  return [language, ...items(language, 'kin')].flatMap(tag => items(tag, key));
}

/*
 * What is left of a word without its longest ending, if that is three letters; of two letters alike at
 * its end, one, but of a short word only before some endings; and as varsler, varsel.
 */
function root_in(endings, doubling) {
  const sorted = endings.toSorted((a, b) => b.length - a.length), roots = {};
  return word => {
    if (Object.hasOwn(roots, word)) return roots[word];
    const end = sorted.find(end => word.endsWith(end) && word.length - end.length > 2) ?? '', root = end ? word.slice(0, -end.length) : word;
    const doubled = root.at(-1) === root.at(-2) && (doubling.includes(end) ? root.length > 3 && /\D.\D\D$/ : root.length > 4 && /\D..\D\D$/);
    const single = doubled && doubled.test(root) ? root.slice(0, -1) : root;
    return roots[word] = /.[^aeiouy]el$/.test(single) ? single.slice(0, -2) + 'l' : single;
  };
}

/* Whether a word stands for one that is sought: it has it inside, is another form of it, or begins or ends with such a form. */
function stands_for(root_of) {
  const stands_in = (word, form) => word.includes(form) && word.indexOf(form) < Math.max(1, root_of(word).length - 1); // not in the endings alone
  const fits = (word, form) => {
    const root = root_of(form);
    return root_of(word) === root || (form.length < 3 ? word === form : stands_in(word, form)) ||
      root.length > 3 && (word.startsWith(root) || root_of(word).endsWith(root));
  };
  const is_form = (word, form) => root_of(word) === root_of(form);
  return (sought, words, whole) => [...words].some(word => word === sought || (whole ? is_form : fits)(as_typed(word), as_typed(sought)));
}

/* How many slips of the finger make one word the other: a letter more, less, another, or two swapped. */
export function slips(a, b) {
  const rows = [[...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let k = 1; k <= b.length; k++) {
      const swapped = i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1] ? rows[i - 2][k - 2] + 1 : Infinity;
      rows[i][k] = Math.min(rows[i - 1][k] + 1, rows[i][k - 1] + 1, rows[i - 1][k - 1] + (a[i - 1] !== b[k - 1]), swapped);
    }
  }
  return rows[a.length][b.length];
}

/* Queries that find something: words that many entries have in the summary, from most to fewer, and two of them together. */
export function frequent({entries}, number) {
  const having = {};
  for (const {summary} of entries)
    for (const word of new Set(all_words(summary).filter(word => word.length > 3))) having[word] = (having[word] ?? 0) + 1;
  const words = Object.keys(having).sort((a, b) => having[b] - having[a] || (a < b ? -1 : 1)).slice(0, number - 1);
  return [...words, words.slice(0, 2).join(' ')];
}

/* So many are put right: none in a word of four letters, two in one of twelve; never the first letter. */
const slips_max = (word, is_name) => word.length < 5 ? 0 : word.length < 12 || is_name ? 1 : 2;
const TAIL = 0.6; // what has less than this of the rarity of the best's words, is no hit

/*
 * What a collection has: count(query) gives { mode, count }, or {} when a word is nowhere that may
 * be made of others; lacks(query) the words that are nowhere, nearest(word) the words that are nearest
 * to one of them, if any is near.
 */
export function count_in(collection) {
  const entries = words_of(collection.entries, collection.synonyms), places = words_of(collection.places, collection.synonyms);
  const [of_entries, vocabulary] = [entries, [...entries, ...places]].map(all => [...new Set(all.flatMap(words => [...words]))]);
  const {language} = collection, finds = stands_for(root_in(list_of(language, 'endings'), list_of(language, 'doubling'))), small = new Set(list_of(language, 'stop_words'));
  const short_in = query => new Set((query.match(/(?<!\S)\p{Lu}{2,4}(?!\S)/gu) ?? []).flatMap(all_words)); // an abbreviation is no part of a word
  const known = (word, whole, words = vocabulary) => finds(word, words, whole), is_begun = word => vocabulary.some(other => as_typed(other).startsWith(as_typed(word).slice(0, 3)));
  const words_in = query => {
    const all = [...new Set(all_words(query).filter(kept))], some = all.filter(word => !small.has(word));
    return some.length ? some : all;
  };
  return {
    count(query) {
      const words = words_in(query), short = short_in(query), there = words.filter(word => known(word, short.has(word), of_entries));
      if (words.some(word => !there.includes(word) && (is_begun(word) || /^\d{4,}$/.test(word)))) return {};
      if (words.length && !there.length) return {mode: 'none', count: 0};
      const matched = entries.map(entry => there.filter(word => finds(word, entry, short.has(word))));
      const rarity = Object.fromEntries(there.map(word => [word, Math.log(1 + entries.length / matched.filter(found => found.includes(word)).length)]));
      const shares = matched.map(found => found.reduce((sum, word) => sum + rarity[word], 0)), all = matched.filter(found => found.length === there.length).length;
      const least = Math.max(...shares) * TAIL;
      return all ? {mode: there.length === words.length ? 'all' : 'any', count: all} : {mode: 'any', count: shares.filter(share => share >= least).length};
    },
    words: query => words_in(query).length,
    lacks: query => words_in(query).filter(word => !known(word, short_in(query).has(word))),
    nearest(word, is_name) {
      const most = slips_max(word, is_name), letters = text => [...text].sort().join();
      const near = vocabulary.filter(other => other[0] === word[0] && Math.abs(other.length - word.length) <= most)
        .filter(other => !is_name || other.length !== word.length || letters(other) === letters(word))
        .map(other => [slips(word, other), other]).filter(([number]) => number <= most);
      const least = Math.min(...near.map(([number]) => number));
      return near.filter(([number]) => number === least).map(([, other]) => other);
    },
  };
}
