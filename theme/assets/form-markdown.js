/*
 * Makes Markdown of what is typed in a section of the form, so that the page shows it as
 * it was typed. Paragraphs, lists and links are kept; all other signs of Markdown are
 * escaped. tests/browser/test-form-fillings.mjs reads the result back.
 *
 *   LINK                what a link in a text looks like: its text, its address
 *   blocks(text)        returns [{kind, lines, apart}, …]: paragraphs, `text`, and items of lists,
 *                       `bullet` and `number`, without their signs; `apart` after an empty line
 *   markdown(text)      returns the Markdown; lines end with \n
 *   without_links(text) returns the text without its links
 *   brackets_in(text)   returns how many [ there are in the paragraph with the most
 *   mark_in(text)       returns what looks like Markdown or HTML and stays as it is, or ''
 */
var samling_markdown = (() => {
'use strict';
const LINK = /\[(\s*[^[\]\s][^[\]]*)\]\((https?:\/\/[^\s/?#:@()<>[\]\\][^\s()<>[\]\\]*)\)/g;
const ENTITY = /&(?=#?\w+;)/g;

/* Other programs make something of most of these; `samling check` tells of those that are not escaped. */
const escaped = text => text.replace(/[\\`*_[<{^~$]|=(?==)|!(?=\[|!!)|\?(?=\?\?)|\|(?=[ :]*---)|:(?=[a-z\d_+-]+:)/g, '\\$&').replace(ENTITY, '\\&');

function inline(text) {
  let from = 0, out = '';
  for (const { 0: link, 1: name, 2: url, index } of text.matchAll(LINK)) {
    out += escaped(text.slice(from, index)).replace(/!$/, '\\!') + `[${escaped(name)}](${url.replace(ENTITY, '\\&')})`;
    from = index + link.length;
  }
  out += escaped(text.slice(from));
  return out.replace(/^[#>+=|:-]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

/* Signs of lists, with hard blanks as well. What only other programs take for one needs no blank after it. */
const BLANK = '[ \\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]';
const form = (text, flags = 'u') => new RegExp(`^${text}`, flags);
const BULLET = form(`(?:[-*]${BLANK}+|[•‣◦●○▪■·➢►\\uF0B7\\uF0A7]${BLANK}*)(?=\\S)`), NUMBER = form(`(\\d{1,3})[.)](?:${BLANK}+(?=\\S)|(?=\\p{L}))`);

/* Finds lines that count from 1 to 2 or further. «17. mai» alone is a date. */
function counting(lines) {
  const counts = lines.map(line => Number(line.match(NUMBER)?.[1] ?? 0)), within = new Set();
  counts.forEach((count, i) => {
    if (count !== 1 || counts[i + 1] !== 2) return;
    for (let k = i; counts[k] === k - i + 1; k++) within.add(k);
  });
  return within;
}

function blocks(text) {
  const lines = text.split('\n').map(line => line.replace(form(`${BLANK}+`), '').replace(/(?<! ) +$/, ''));
  const counted = counting(lines), found = [];
  let apart = false;
  lines.forEach((line, i) => {
    const [kind, sign] = counted.has(i) ? ['number', NUMBER] : BULLET.test(line) ? ['bullet', BULLET] : ['text', ''];
    if (line && kind === 'text' && !apart && found.at(-1)?.kind === kind) found.at(-1).lines.push(line);
    else if (line) found.push({ kind, lines: [line.replace(sign, '')], apart });
    apart = !line;
  });
  return found;
}

function markdown(text) {
  let count = 0, before = '';
  return blocks(text).map(({ kind, lines, apart }) => {
    const gap = !before ? '' : apart || kind !== before ? '\n\n' : '\n';
    count = kind === 'number' && kind === before ? count + 1 : 1;
    before = kind;
    return gap + { number: `${count}. `, bullet: '- ', text: '' }[kind] + lines.map(inline).join('\n');
  }).join('');
}

/* Counted for each run between blank lines. */
const brackets_in = text => text.split(/\n\n+/).reduce((most, run) => Math.max(most, run.split('[').length - 1), 0);
const without_links = text => text.replace(LINK, '');

/* What people write for Markdown, HTML and what other programs make of them (src/writing/plain_text.c, mark_forms.c). */
const MARKS = [
  /(?<!\d|\*)(\*{2,3})(?![\s*])[^*]{1,300}\1|(?<![\d*])\*\*(?!\*+$)|(?<=\d)\*\*(?![*\d])|(?<![\p{L}\d*])\*(?![\s*])[^*]{1,300}(?<!\s)\*(?![*\p{L}\d])/u,
  /(?<![\p{L}\d_])(_{1,3})(?![\s_])[^_]{1,300}(?<!\s)\1(?![_\p{L}\d])|(?<=[\p{L}\d])__(?![\p{L}\d_])|(?<![\p{L}\d_])__(?=[\p{L}\d])/u,
  /`[^`]+`|^#{1,6} .*|\\[*_[\]#<>`]|&(?:#[\da-z]{1,7}|[\da-z]{2,7});|<(?:https?|mailto:)[^\s<>]*>|\$\$[^$]{1,300}\$\$|\|[ :]*---/im,
  /<\/?(?:a|abbr|b|blockquote|br|center|cite|code|del|div|em|font|h[1-4]|hr|i|img|ins|li|mark|ol|p|pre|q|s|small|span|strong|sub|sup|table|td|tr|u|ul)(?=[ />])[^<>]*>/i,
  /\[\^[^\s[\]]+\]|\S\^\[[^[\]]*\]|(?<![\p{L}\d])\[\[[^[\]]*\]\]|(?<=^| )!\[|\]\(|\[(?!\d)[^[\]]*\](?: \(http|\[\d*\])/u,
  /\{\{[^{}]*\}\}|\{%[^{}%]*%\}|\{ *(?:[#.][\p{L}\d]|:|[a-z-]+=)[^{}]*\}|^\[TOC\]$/iu,
  /(?<![\p{L}\d~])~~(?![\s~])[^~]+~~|(?<![\p{L}\d=])==(?![\s=])[^=]+==|[\p{L}\d)]([~^])[\p{L}\d]{1,6}\1|(?<=^| ):[a-z\d_+-]*[a-z][a-z\d_+-]*[a-z][a-z\d_+-]*:(?![\p{L}\d])/u,
];
const mark_in = text => MARKS.map(form => text.match(form)?.[0]).find(Boolean) ?? '';

return { LINK, blocks, markdown, without_links, brackets_in, mark_in };
})();
