/*
 * Splits a small index as the generator splits a large one (see
 * src/render/search_split.h), into very small files, so that the engine can be
 * tried both ways on the same collection. Gives the scripts by their names.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/* The code of a set, as bits: the engine is to read both forms. */
function bits(numbers) {
  const values = Array(Math.floor(Math.max(...numbers) / 6) + 1).fill(0);
  for (const number of numbers) values[Math.floor(number / 6)] |= 1 << number % 6;
  return '*' + values.map(value => DIGITS[value]).join('');
}

function suffixes(word) {
  return [...word].map((_, at) => word.slice(at)).filter((suffix, at) => at === 0 || suffix.length > 2);
}

/* Runs of suffixes in their order, each with the numbers of the words that have them. */
function word_groups(words, each) {
  const all = words.flatMap((word, number) => suffixes(word).map(suffix => ({suffix, number})))
    .sort((a, b) => a.suffix < b.suffix ? -1 : a.suffix > b.suffix ? 1 : a.number - b.number);
  const groups = [];
  for (const {suffix, number} of all) {
    const last = groups.at(-1);
    if (!last || last.numbers.size >= each && last.end !== suffix)
      groups.push({first: groups.length ? suffix : '', end: suffix, numbers: new Set([number])});
    else Object.assign(last, {end: suffix}).numbers.add(number);
  }
  return groups;
}

function pieces(list, each) {
  return Array.from({length: Math.ceil(list.length / each)}, (_, i) => list.slice(i * each, (i + 1) * each));
}

export function split_index(index, {words_each = 60, lists_each = 25, entries_each = 3} = {}) {
  const words = index.w[0][0].split(' '), groups = word_groups(words, words_each), scripts = {};
  const lists = pieces(index.p[0], lists_each);
  const put = (name, target, value) => { scripts[name] = `samling_index.${target}=${JSON.stringify(value)};`; };
  groups.forEach((group, i) => {
    const numbers = [...group.numbers].sort((a, b) => a - b);
    put(`w${i}`, `w[${i}]`, [numbers.map(number => words[number]).join(' '), bits(numbers)]);
  });
  lists.forEach((piece, i) => put(`p${i}`, `p[${i}]`, piece));
  pieces(index.e[0], entries_each).forEach((piece, i) => put(`e${i}`, `e[${i}]`, piece));
  put('f', 'facets', index.facets);
  scripts.start = 'var samling_index=' + JSON.stringify({count: index.count, names: index.names,
    entries_each, word_files: groups.map(group => group.first), list_files: lists.map((_, i) => i * lists_each),
    e: {}, w: {}, p: {}}) + ';';
  return scripts;
}
