/*
 * What is typed in a section of the form, as Markdown that shows it as it was typed:
 * paragraphs, lists and links. All else that Markdown would read something into is
 * escaped. tests/browser/test-form-fillings.mjs reads it back.
 *
 *   markdown(text)      the Markdown of it; lines end with \n
 *   without_links(text) the rest of it
 *   brackets_in(text)   how many [ there are, where they are most
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

/* Lines that count from 1, at least to 2, are a list; «17. mai» is a date. */
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
  const lines = text.split('\n').map(line => line.replace(/^ +| +$/g, ''));
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
  return out.join('\n').replace(/\n{3,}/g, '\n\n').replace(/^\n+|\n+$/g, '');
}

/* The most in one run of text. */
const brackets_in = text => Math.max(...text.split(/\n\n+/).map(run => run.split('[').length - 1));
const without_links = text => text.replace(LINK, '');

return {markdown, without_links, brackets_in};
})();
