/*
 * Says of a new entry what `samling check` would say of its language: warnings and advice, and two
 * errors. tests/search/form-rules says which rules it knows; tests/search/form.mjs compares.
 *
 *   samling_advice(known, letters, markdown, links, people)   `known` of the page and the scripts beside this; returns
 *   a function of (pieces, language) that returns [[piece, rule, what], …]
 *
 * A piece is what is written in one box: { text, kind }. Its kind is `heading` or `summary`, which are judged as
 * sentences; `body`, which may have paragraphs and links; or `text`, for which a title of a link has its `url`.
 */
var samling_advice = (known, letters, markdown, links, people) => {
'use strict';
const familiar = new Set([...known.words.familiar, ...known.explained]);
const count = text => text.split(/\s+/).filter(part => /[\p{L}\d]/u.test(part)).length;

const MARKS = known.patterns.marks.map(form => new RegExp(...form));
/* What looks like Markdown or HTML and stays as it is, or ''. */
const mark_in = text => MARKS.map(form => text.match(form)?.[0]).find(Boolean) ?? '';

/* Capitals (src/writing/capitals.c). */

const FILES = /^(?:CODEOWNERS|CHANGELOG|CONTRIBUTING|MAINTAINERS|SHA256SUMS|DOCKERFILE)$/;
const is_name = word => /_|--/.test(word) || FILES.test(word) || /^[DMYÅHST]{1,16}$/.test(word) || (word.includes('-') && !/\p{L}{6}/u.test(word));
const is_shouting = run => run.length > 2 ? sum(run) >= 10 : run.length === 2 ? run.every(({ letters }) => letters >= 5) : run.some(({ letters, quoted }) => letters >= 8 && !quoted);
const sum = run => run.reduce((all, { letters }) => all + letters, 0);

function capitals_in(text, heading) {
  const words = [...text.matchAll(/[\p{L}\d_-]+/gu)].map(({ 0: word, index }) => {
    const letters = word.match(/\p{L}/gu)?.length ?? 0;
    const named = (letters >= 5 && is_name(word)) || (letters && /\d/.test(word));
    return { letters, index, end: index + word.length, quoted: /[«“”‘"'[]/.test(text[index - 1]), capitals: !/[^\p{Lu}\d_-]/u.test(word) && !named };
  });
  const shown = run => text.slice(run[0].index, run.at(-1).end), all = words.filter(({ letters }) => letters);
  if (heading && all.length && words.every(({ capitals }) => capitals) && sum(all) >= (all.length > 1 ? 8 : 6)) return shown(all);
  let run = [], last = 0;
  for (const word of words) {
    const apart = text.slice(last, word.index).trim();
    if ((apart || !word.capitals || !word.letters) && is_shouting(run)) break;
    if (apart || !word.capitals) run = [];
    if (word.capitals && word.letters) run.push(word);
    last = word.end;
  }
  return is_shouting(run) ? shown(run) : '';
}

/* Fields (src/writing/markup.c). */

const QUOTED = /^(?:“[^]+[”“]|[„][^]+[”“]|”[^]+[”“]|‘[^]+’)$/;
/* Abbreviations that nothing explains (src/writing/abbreviations.c). */

function abbreviations(paragraphs, source) {
  const initials = letters.words_in(paragraphs.join(' ')).map(word => [...word][0]).join('');
  const found = paragraphs.filter(text => !capitals_in(text)).flatMap(text => [...text.matchAll(/[\p{L}\d]+/gu)].flatMap(({ 0: word, index }) => {
    const before = text.slice(0, index), after = text.slice(index + word.length), [, short] = word.match(/^(\p{Lu}{2,6})s?$/u) ?? [];
    const named = /[./@#_$]$|\p{Lu}-$/u.test(before.slice(-2)) || /^(?::\/\/|_|\.\p{L}|-\p{Lu}|[ -]\d)/u.test(after);
    return short && !named && !familiar.has(short) && !/^[IVXLC]+$|[ÂÃ]/.test(short) ? [short] : [];
  }));
  return [...new Set(found)].filter(short => !new RegExp(`\\(${short}[),; ]|${short}(?:-\\p{L}*)? \\(`, 'u').test(source) &&
    !([...short].length > 2 && initials.includes(letters.fold(short))));
}

/* Two sentences in a row of more than thirty words. The program knows better where one ends (src/writing/words.c). */

const LONG = 30;

function long_sentences(text) {
  const all = text.split(/[.!?]\s+(?=[\p{Lu}«"])/u);
  return all.filter((sentence, i) => i && count(sentence) > LONG && count(all[i - 1]) > LONG).map(sentence => ['long-sentences', sentence.split(/\s+/).slice(0, 6).join(' ') + ' …']);
}

/* Pieces. */

/* As readers see them: without the addresses of links. */
const paragraphs_of = text => markdown.blocks(text).map(({ lines }) => lines.join(' ').replace(markdown.LINK, '$1'));

const HAS_HOST = /^(?:https?:\/\/|www\.)[a-zA-Z\d][^.]*\./;
const BARE = /(?<![@a-zA-Z\d])(?:https?:\/\/|www\.)[^\s<>"|[\]{}»]*/g;

function bare_in(text) {
  return [...markdown.without_links(text).matchAll(BARE)].flatMap(([address]) => {
    const end = address.replace(/(?<![.,;:!?'*_])[.,;:!?'*_]+$/, ''), kept = end.endsWith(')') && end.split(')').length > end.split('(').length ? end.slice(0, -1) : end;
    return HAS_HOST.test(kept) ? [['bare-address', kept]] : [];
  });
}

function of_body({ text }, tag) {
  const paragraphs = paragraphs_of(text);
  return [
    ...[...text.matchAll(markdown.LINK)].flatMap(([, , url]) => links.of_address(url)),
    ...bare_in(text),
    ...paragraphs.flatMap(part => [capitals_in(part)].filter(Boolean).map(part => ['all-caps', part])),
    ...markdown.without_links(text).split('\n').flatMap(line => [mark_in(line)].filter(mark => mark.length > 2).map(mark => ['signs', mark])),
    ...(tag in known.languages ? paragraphs.flatMap(long_sentences) : []),
  ];
}

function of_field({ text, kind }) {
  const shout = kind !== 'text' && capitals_in(text, kind === 'heading'), markup = !/^[a-z]+:\/\/\S*$/i.test(text) && mark_in(text);
  return [
    ...(shout ? [['all-caps', shout]] : []),
    ...(kind !== 'text' && QUOTED.test(text.trim()) ? [['quoted-value', text]] : []),
    ...(markup ? [['field-markup', markup]] : []),
    ...(text.includes(' ') ? [] : links.of_address(text)),
  ];
}

/* The texts of all links of an entry: one text must not lead to two places. */
function of_links(pieces, language) {
  const seen = new Map();
  const all = pieces.flatMap(piece => piece.kind === 'body' ? [...piece.text.matchAll(markdown.LINK)].map(([, title, url]) => ({ piece, title, url })) : piece.url ? [{ piece, title: piece.text, url: piece.url }] : []);
  return all.flatMap(({ piece, title, url }) => {
    const words = letters.words_in(title).join(' '), found = words ? links.of_title(title.trim(), language) : [];
    if (found.length || !words) return found.map(note => [piece, ...note]);
    const first = seen.get(words) ?? url;
    seen.set(words, first);
    return links.is_same(first, url) ? [] : [[piece, 'link-text-same', title.trim()]];
  });
}

return (pieces, language) => {
  const bodies = pieces.filter(({ kind }) => kind === 'body'), source = pieces.map(({ text }) => text).join('\n');
  const paragraphs = bodies.flatMap(({ text }) => paragraphs_of(text));
  return [
    ...pieces.flatMap(piece => [...(piece.kind === 'body' ? of_body(piece, language) : of_field(piece)), ...people(piece.text)].map(note => [piece, ...note])),
    ...of_links(pieces, language),
    ...abbreviations(paragraphs, source).map(short => [bodies.find(({ text }) => text.includes(short)), 'abbreviation', short]),
  ];
};
};
