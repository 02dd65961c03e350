/*
 * Grows the real measures to any number of entries, for measuring: each has the
 * fields of a real one, and paragraphs of several. Words grow with the entries as
 * they do in Norwegian (Heaps' law), by compounds of real words; a few of them are
 * common and most are rare. The same count gives the same bytes.
 *
 *     node tests/search/grow.mjs content/measures FOLDER COUNT
 */
import fs from 'node:fs';

const HEAPS = 0.65, COMPOUND = 0.08; // how fast words grow; the share of compounds in the text
const [source, target, count] = process.argv.slice(2);

let state = 43;
function random() {
  state = state + 0x6d2b79f5 | 0;
  let mixed = Math.imul(state ^ state >>> 15, state | 1);
  mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
  return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
}
const below = limit => Math.floor(random() * limit);
const pick = list => list[below(list.length)];

const measures = fs.readdirSync(source).filter(name => !name.includes('.')).sort().flatMap(folder =>
  fs.readdirSync(`${source}/${folder}`).filter(name => name.endsWith('.md')).sort().map(name => {
    const [, head, body] = fs.readFileSync(`${source}/${folder}/${name}`, 'utf8').match(/^---\n(.*?)\n---\n(.*)$/s);
    const plain = body.replace(/<!--.*?-->/gs, '').replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1');
    return {folder, head: head.replace(/^related: .*\n/m, ''), paragraphs: plain.split(/\n{2,}/).filter(part => /^\p{L}/u.test(part.trim()))};
  }));
const paragraphs = measures.flatMap(measure => measure.paragraphs);
const words = [...new Set(paragraphs.join(' ').match(/\p{L}+/gu))];
const stems = words.filter(word => /^[a-zæøå]{4,9}$/.test(word));

/* The first ones are new with each entry, as in a text that is read on; then the common come again. */
const compounds = [];
const due = entries => Math.round(words.length * ((entries / measures.length) ** HEAPS - 1));
const compound = () => compounds[Math.floor(compounds.length ** random())] ?? pick(stems);
const varied = text => text.replace(/(?<!\p{L})[a-zæøå]{5,}/gu, word => random() < COMPOUND ? compound() : word);

const titles = new Set();
function new_title(real) {
  const start = real.slice(0, 50).replace(/ \S*$/, '');
  let title;
  do title = `${start}: ${compound()} ${compound()}`;
  while (titles.has(title));
  titles.add(title);
  return title;
}

for (let number = 0; number < count; number++) {
  const fresh = [];
  while (compounds.length < due(number + 1)) fresh.push(pick(stems) + pick(stems)), compounds.push(fresh.at(-1));
  const {folder, head} = measures[number % measures.length];
  const field = (name, change) => text => text.replace(RegExp(`^(${name}: )(.*)$`, 'm'), (_, key, value) =>
    key + JSON.stringify(change(value.replace(/^"(.*)"$/, '$1'))));
  const title = field('title', new_title);
  const summary = field('summary', varied);
  const body = Array.from({length: 4}, (_, i) =>
    `## ${['Bakgrunn', 'Mål', 'Hva gjøres', 'Resultater'][i]}\n\n${varied(pick(paragraphs))}\n\n${varied(pick(paragraphs))}\n`);
  const news = fresh.length ? `\nDette er også med: ${fresh.join(', ')}.\n` : '';
  fs.mkdirSync(`${target}/${folder}`, {recursive: true});
  fs.writeFileSync(`${target}/${folder}/tiltak-${number}.md`,
    `---\n${summary(title(head))}\n---\n\n${body.join('\n')}${news}`);
}
