/*
 * Letters as the program folds them (src/base/norwegian.h): for file names, and to
 * compare texts. The list of letters comes from the program, in the page.
 *
 *   samling_letters(list)  {composed(text), fold(text), words_in(text), slug_of(title, most)}
 */
var samling_letters = list => {
'use strict';
const letters = Object.fromEntries(list.split(' ').map(([letter, ...folded]) => [letter, folded.join('')]));

const fold_case = text => text.toUpperCase().toLowerCase();
const fold_letter = letter => letters[letter] ??
  fold_case(fold_case(letter).normalize('NFKD').replace(/\p{M}/gu, '')).replace(/./gu, part => letters[part] ?? part);

/* A browser sorts the marks of a letter in the square of their number. A text with very many, which the program
 * refuses, is left as it is. */
const composed = text => /\p{M}{31}/u.test(text) ? text : text.normalize('NFC');

const fold = text => composed(text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').toLowerCase())
  .replace(/\P{ASCII}/gu, fold_letter);

const words_in = text => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

function slug_of(title, most) {
  let slug = fold(title).replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');
  if (slug.length > most) {
    const hyphen = slug.lastIndexOf('-', most);
    slug = slug.slice(0, hyphen > 0 ? hyphen : most);
  }
  return slug.replace(/(?<!-)-+$/, '');
}

return {composed, fold, words_in, slug_of};
};
