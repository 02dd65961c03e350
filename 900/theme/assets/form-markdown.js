/*
 * Makes Markdown of what is typed in a section of the form, so that the page shows it as
 * it was typed. Paragraphs, lists and links are kept; all other signs of Markdown are
 * escaped. tests/browser/test-form-fillings.mjs reads the result back.
 *
 *   LINK                what a link in a text looks like: its text, its address
 *   blocks(text)        returns [{kind, indent, lines, apart}, …]: paragraphs, `text`, and items of lists,
 *                       `bullet` and `number`, without their signs; `apart` after an empty line
 *   counting(lines)     returns the set of the places of those of [{indent, text}, …] that are numbered items
 *   markdown(text)      returns the Markdown; lines end with \n
 *   without_links(text) returns the text without its links
 *   brackets_in(text)   returns how many [ there are in the paragraph with the most
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
const DEEPEST = 5;
const form = (text, flags = 'u') => new RegExp(`^${text}`, flags);
const BULLET = form(`(?:[-*]${BLANK}+|[•‣◦●○▪■·➢►\\uF0B7\\uF0A7]${BLANK}*)(?=\\S)`), NUMBER = form(`(\\d{1,3})[.)](?:${BLANK}+(?=\\S)|(?=\\p{L}))`);

/* Finds lines that count from 1 to 2 or further, with what is further in between them. «17. mai» alone is a date. */
function counting(lines) {
  const counts = lines.map(({ text }) => Number(text.match(NUMBER)?.[1] ?? 0)), within = new Set();
  counts.forEach((count, i) => {
    const run = [i], { indent } = lines[i];
    for (let k = i + 1; count === 1 && k < lines.length; k++)
      if (lines[k].indent === indent && counts[k] === run.length + 1) run.push(k);
      else if (lines[k].indent <= indent || !is_item(lines[k].text)) break;
    if (run[1]) run.forEach(k => within.add(k));
  });
  return within;
}

const is_item = text => BULLET.test(text) || NUMBER.test(text);

function blocks(text) {
  const lines = text.split('\n').map(line => ({ indent: line.search(/[^ ]|$/), text: line.replace(form(`${BLANK}+`), '').replace(/(?<! ) +$/, '') }));
  const counted = counting(lines), found = [];
  let apart = false;
  lines.forEach(({ indent, text: line }, i) => {
    const [kind, sign] = counted.has(i) ? ['number', NUMBER] : BULLET.test(line) ? ['bullet', BULLET] : ['text', ''];
    if (line && kind === 'text' && !apart && found.at(-1)?.kind === kind) found.at(-1).lines.push(line);
    else if (line) found.push({ kind, indent, lines: [line.replace(sign, '')], apart });
    apart = !line;
  });
  return found;
}

/* An item that stands further in than the one before it is below that; `open` are the lists that it is in. */
function markdown(text) {
  let open = [];
  return blocks(text).map(({ kind, indent, lines, apart }, i) => {
    const outer = kind === 'text' ? [] : open.filter(list => list.indent < indent).slice(0, DEEPEST), list = open[outer.length];
    const count = list?.kind === kind ? list.count + 1 : 1, further = open.length && outer.length === open.length;
    const gap = !i ? '' : apart || (list ? list.kind !== kind : !further) ? '\n\n' : '\n', sign = { number: `${count}. `, bullet: '- ', text: '' }[kind];
    open = kind === 'text' ? [] : [...outer, { kind, indent: list ? Math.min(indent, list.indent) : indent, count, sign }];
    return gap + outer.map(({ sign }) => ' '.repeat(sign.length)).join('') + sign + lines.map(inline).join('\n');
  }).join('');
}

/* Counted for each run between blank lines. */
const brackets_in = text => text.split(/\n\n+/).reduce((most, run) => Math.max(most, run.split('[').length - 1), 0);
const without_links = text => text.replace(LINK, '');

return { LINK, blocks, counting, markdown, without_links, brackets_in };
})();
