/*
 * Splits a small index as the generator splits a large one (see
 * src/search/split.h), into very small files, so that the engine can be
 * tried both ways on the same collection. `cards` are what the page shows of the entries. Gives the scripts by their names, in which there are
 * made-up hashes.
 */
import {folded} from './counts.mjs';

const HASH = 7; // digits in a name

function suffixes(word) {
  return [...word].map((_, at) => word.slice(at)).filter((suffix, at) => at === 0 || suffix.length > 2);
}

/* Runs of suffixes in their order, each with the numbers of the words that have them, and of those that are one. */
function word_groups(words, each) {
  const all = words.flatMap((word, number) => suffixes(word).map(suffix => ({suffix, number})))
    .sort((a, b) => a.suffix < b.suffix ? -1 : a.suffix > b.suffix ? 1 : a.number - b.number);
  const groups = [];
  for (const {suffix, number} of all) {
    if (!groups.length || groups.at(-1).numbers.size >= each)
      groups.push({first: groups.length ? suffix : '', numbers: new Set(), whole: []});
    groups.at(-1).numbers.add(number);
    if (suffix === words[number]) groups.at(-1).whole.push(number);
  }
  return groups;
}

function pieces(list, each) {
  return Array.from({length: Math.ceil(list.length / each)}, (_, i) => list.slice(i * each, (i + 1) * each));
}

/* Where files begin, as start says it: after a capital that counts the letters which are as before, the others. */
function folded_bounds(bounds) {
  return bounds.map((bound, i) => {
    const letters = [...bound], before = [...bounds[i - 1] ?? ''], other = letters.findIndex((letter, at) => letter !== before[at]);
    const shared = other < 0 ? letters.length : other;
    return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[shared] + letters.slice(shared).join('');
  }).join('');
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/* How many numbers a set has (src/search/code.h). */
function count_of(set) {
  const digits = [...set].map(digit => DIGITS.indexOf(digit)), bits = digits.map(digit => digit.toString(2).replaceAll('0', '').length);
  return set[0] === '*' ? bits.slice(1).reduce((a, b) => a + b, 0) : digits.filter(digit => digit < 32).length;
}

/* By the word: how it is written, with small letters if it ever is, unless as it is folded. */
function forms_of({texts}, cards) {
  const all = [...cards.flatMap(({title, summary}) => [title, summary]), ...texts].flatMap(text => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const small = all.filter(form => form === form.toLowerCase());
  return new Map([...all, ...small].reverse().map(form => [folded(form), form]).filter(([word, form]) => word !== form.toLowerCase()));
}

export const INLINE = 6; // longest list or set that stands where its file would be named
const LONG = 12; // of a longer list the set of the text stands elsewhere, too

export function split_index(index, cards, {words_each = 60, lists_each = 25, list_inline = INLINE, rows_each = 9} = {}) {
  const [words, lists] = index.w[0].map(text => text.split(' '));
  const groups = word_groups(words, words_each), scripts = {}, forms = forms_of(index, cards);
  const long = [...lists.keys()].filter(number => lists[number].length > list_inline);
  const files = {o: '', w: '', p: '', f: ''};
  const put = (file, target, value) => {
    const hash = Object.keys(scripts).length.toString(16).padStart(HASH, '0');
    files[file[0]] += hash;
    scripts[`${file}-${hash}`] = `samling_index.${target}=${JSON.stringify(value)};`;
  };
  let list_files = 0;
  const put_lists = (some, each, list_of, tell) => pieces(some, each).forEach(piece => {
    put(`p${list_files}`, `p[${list_files}]`, piece.map(list_of));
    piece.forEach((one, at) => tell(one, `p${list_files}.${at}`));
    list_files++;
  });
  const text_of = number => lists[number].split(',')[3] ?? '';
  put_lists(long.filter(number => lists[number].length > LONG && text_of(number).length > list_inline), lists_each, text_of,
    (number, place) => { lists[number] = lists[number].replace(/[^,]*$/, place); });
  put_lists(long, lists_each, number => lists[number], (number, place) => { lists[number] = place; });
  groups.forEach((group, i) => {
    const numbers = [...group.numbers].sort((a, b) => a - b);
    const written = group.whole.flatMap(number => forms.get(words[number]) ?? []).join(' ');
    put(`w${i}`, `w[${i}]`, [...[words, lists].map(texts => numbers.map(number => texts[number]).join(' ')), ...written ? [written] : []]);
  });
  const sorts = [];
  index.o.forEach((ranks, i) => pieces(ranks, rows_each).forEach(piece => {
    put(`o${sorts.length}`, `o[${sorts.length}]`, piece);
    sorts.push(index.sorts[i]);
  }));
  const rows = index.f.flat(), sets = rows.filter(([, , , set]) => set.length > list_inline);
  const references = new Map();
  put_lists(sets, rows_each, ([, , , set]) => set, (row, place) => references.set(row, [place, count_of(row[3])]));
  const terms = pieces(rows.map(row => references.has(row) ? [...row.slice(0, 3), ...references.get(row)] : row), rows_each);
  terms.forEach((piece, i) => put(`f${i}`, `f[${i}]`, piece));
  const {w, o, texts, files: none, ...said} = index;
  scripts.start = 'var samling_index=' + JSON.stringify({...said, files, sorts, word_files: folded_bounds(groups.map(group => group.first)), f: terms.map(() => 0), o: {}, w: {}, p: {}}) + ';';
  return scripts;
}
