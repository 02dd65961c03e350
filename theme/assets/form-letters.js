/*
 * Folds letters as the program does (src/base/norwegian.h): to make file names, and to
 * compare titles. The program puts the table of letters, `list`, into the page.
 *
 *   samling_letters(list)  returns {fold(text), slug_of(title)}
 */
var samling_letters = list => {
'use strict';
const SLUG_MAX = 64;
const letters = Object.fromEntries(list.split(' ').map(([letter, ...folded]) => [letter, folded.join('')]));

const fold_case = text => text.toUpperCase().toLowerCase();
const fold_letter = letter => letters[letter] ??
  fold_case(fold_case(letter).normalize('NFKD').replace(/\p{M}/gu, '')).replace(/./gu, part => letters[part] ?? part);
const fold = text => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').toLowerCase().normalize('NFC')
  .replace(/\P{ASCII}/gu, fold_letter);

function slug_of(title) {
  let slug = fold(title).replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');
  if (slug.length > SLUG_MAX) {
    const hyphen = slug.lastIndexOf('-', SLUG_MAX);
    slug = slug.slice(0, hyphen > 0 ? hyphen : SLUG_MAX);
  }
  return slug.replace(/-+$/, '');
}

return {fold, slug_of};
};
