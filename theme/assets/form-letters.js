/*
 * Folds letters as the program does (src/base/norwegian.h): to make file names, and to
 * compare texts. The program puts the table of letters, `list`, into the page.
 *
 *   samling_letters(list)  returns {fold(text), words_in(text), slug_of(title, most)}
 */
var samling_letters = list => {
'use strict';
const letters = Object.fromEntries(list.split(' ').map(([letter, ...folded]) => [letter, folded.join('')]));

const fold_case = text => text.toUpperCase().toLowerCase();
const fold_letter = letter => letters[letter] ??
  fold_case(fold_case(letter).normalize('NFKD').replace(/\p{M}/gu, '')).replace(/./gu, part => letters[part] ?? part);
const fold = text => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').toLowerCase().normalize('NFC')
  .replace(/\P{ASCII}/gu, fold_letter);

const words_in = text => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

function slug_of(title, most) {
  let slug = fold(title).replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');
  if (slug.length > most) {
    const hyphen = slug.lastIndexOf('-', most);
    slug = slug.slice(0, hyphen > 0 ? hyphen : most);
  }
  return slug.replace(/-+$/, '');
}

return {fold, words_in, slug_of};
};
