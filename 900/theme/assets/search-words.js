/*
 * The words of queries and of texts, and how they compare.
 *
 *   words = samling_words(index)    for the letters and the language that an index is for
 *   words.fold(text)                returns it with its letters as the program folds them (src/base/norwegian.h)
 *   words.words_in(text)            returns its words, folded; small ones only when there are no others
 *   words.shorten(word)             returns what «kjoer» and «kjør», «paa» and «på» have in common
 *   words.stem(word)                returns what the forms of a word have in common
 *   words.likeness(word, part)      returns how well {word, root} matches what is asked for; else what is falsy
 *   samling_words.slips(a, b, limit)   returns how far a is from b; more than the limit, if it is more
 *   samling_words.WORD              finds a word
 *   samling_words.WHOLE             how well at least a form of the whole word matches it
 */
var samling_words = index => {
'use strict';
const letters = Object.fromEntries(index.letters.split(' ').map(([letter, ...folded]) => [letter, folded.join('')]));
const [stop_words, endings, doubling] = [index.stop_words, index.endings, index.doubling].map(text => new Set(text.split(' ')));
const longest = Math.max(...[...endings].map(text => text.length));

const fold_case = text => text.toUpperCase().toLowerCase();
const fold_letter = letter => letters[letter] ??
  fold_case(fold_case(letter).normalize('NFKD').replace(/\p{M}/gu, '')).replace(/./gu, part => letters[part] ?? part);
const fold = text => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').toLowerCase().normalize('NFC')
  .replace(/\P{ASCII}/gu, fold_letter);

/* The words of a text; small words count only when there are no others. */
function words_in(text) {
  const all = fold(text).match(samling_words.WORD) || [], some = all.filter(word => !stop_words.has(word));
  return some[0] ? some : all;
}

/* Makes «kjoer» and «kjør», «paa» and «på» the same. */
const shorten = text => text.replace(/(o)e|(a)a/g, '$1$2');

/*
 * What the forms of a word have in common: it is without its ending, and without the letter that is
 * doubled before it, in a short word only by some endings; and varsel is as varsler.
 */
function stem(word) {
  /* Three letters are left at least; from there the first ending is the longest. */
  let at = Math.max(3, word.length - longest);
  while (at < word.length && !endings.has(word.slice(at))) at++;
  return word.slice(0, at).replace(doubling.has(word.slice(at)) ? /(\D.)(\D)\2$/ : /(\D..)(\D)\2$/, '$1$2')
    .replace(/(.[^aeiouy])el$/, '$1l');
}

/* How well a word matches a part of it; a part of two letters must be the whole word. */
function likeness({word, root}, part, base = stem(part)) {
  if (word === part) return 25;
  if (root === base) return samling_words.WHOLE;
  const at = part[2] ? word.indexOf(part) : -1;
  /* What is in the endings alone is no part: «ringe» in «rapporteringer». */
  if (at >= 0 && at < Math.max(1, root.length - 1)) return at ? word.endsWith(part) ? 3 : 1 : 9;
  return base[3] && (word.startsWith(base) ? 6 : root.endsWith(base) && 2);
}

return {fold, words_in, shorten, stem, likeness};
};

samling_words.WORD = /[\p{L}\p{M}\p{N}]{2,}|\p{N}/gu;
samling_words.WHOLE = 16;

/* How many letters are added, left out, replaced or swapped (Damerau-Levenshtein); over `limit`: more. */
samling_words.slips = function slips(a, b, limit) {
  const then = (i, j) => limit ? 1 + slips(a.slice(i), b.slice(j), limit - 1) : 9;
  if (a[0] === b[0]) return a ? slips(a.slice(1), b.slice(1), limit) : 0;
  return Math.min(then(1, 0), then(0, 1), then(1, 1), a[0] === b[1] && a[1] === b[0] ? then(2, 2) : 9);
};
