/*
 * Makes Markdown of what is typed in a section of the form, so that the page shows it as
 * it was typed. Paragraphs, lists and links are kept; all other signs of Markdown are
 * escaped. tests/browser/test-form-fillings.mjs reads the result back.
 *
 *   markdown(text)      returns the Markdown; lines end with \n
 *   without_links(text) returns the text without its links
 *   brackets_in(text)   returns how many [ there are in the paragraph with the most
 */
var samling_markdown = (() => {
'use strict';
const LINK = /\[(\s*[^[\]\s][^[\]]*)\]\((https?:\/\/[^\s/?#:@()<>[\]\\][^\s()<>[\]\\]*)\)/g;
const escaped = text => text.replace(/[\\`*_[<]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');

function inline(text) {
  let from = 0, out = '';
  for (const { 0: link, 1: name, 2: url, index } of text.matchAll(LINK)) {
    out += escaped(text.slice(from, index)).replace(/!$/, '\\!') + `[${escaped(name)}](${url.replace(/&(?=#?\w+;)/g, '\\&')})`;
    from = index + link.length;
  }
  out += escaped(text.slice(from));
  return out.replace(/^[#>+=~|:-]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

/* Finds numbered lists: lines that count from 1 to 2 or further. «17. mai» alone is a date. */
function numbered(lines) {
  const counts = lines.map(line => Number(line.match(/^(\d{1,3})[.)] +\S/)?.[1] ?? 0));
  const within = new Set();
  counts.forEach((count, i) => {
    if (count !== 1 || counts[i + 1] !== 2) return;
    for (let k = i; counts[k] === k - i + 1; k++) within.add(k);
  });
  return within;
}

function markdown(text) {
  const lines = text.split('\n').map(line => line.replace(/^ +|(?<! ) +$/g, ''));
  const counted = numbered(lines), out = [];
  let before = '';
  lines.forEach((line, i) => {
    const bullet = line.match(/^[-*•·‣◦] +(\S.*)$/);
    const kind = !line ? '' : counted.has(i) ? 'number' : bullet ? 'bullet' : 'text';
    if (kind && before && kind !== before) out.push('');
    if (kind === 'number') out.push(line.replace(/^(\d+)[.)] +(.*)$/, (_, count, rest) => `${count}. ${inline(rest)}`));
    else if (kind === 'bullet') out.push('- ' + inline(bullet[1]));
    else out.push(inline(line));
    before = kind;
  });
  return out.join('\n').replace(/\n{3,}/g, '\n\n').replace(/^\n+|(?<!\n)\n+$/g, '');
}

/* Counted for each run between blank lines. */
const brackets_in = text => text.split(/\n\n+/).reduce((most, run) => Math.max(most, run.split('[').length - 1), 0);
const without_links = text => text.replace(LINK, '');

return {markdown, without_links, brackets_in};
})();
