/*
 * Grows a collection to any number of entries, for measuring: each has the
 * fields of one that is there, and paragraphs of several. Words grow with the entries as
 * they do in Norwegian (Heaps' law), by compounds of its words; a few of them are
 * common and most are rare. The same count gives the same bytes.
 *
 *     node tests/search/grow.mjs COLLECTION FOLDER COUNT
 *
 * COLLECTION has content/, as has FOLDER, where they are put beside what is there.
 */
import fs from 'node:fs';
import {readCollection} from '../tools/collection.mjs';

const SUMMARY_MAX = 300; // letters: compounds are longer than the words they come for
const HEAPS = 0.65, COMPOUND = 0.08; // how fast words grow; the share of compounds in the text
const [source, target, count] = process.argv.slice(2);

let state = 1;
function random() {
  state = state + 0x6d2b79f5 | 0;
  let mixed = Math.imul(state ^ state >>> 15, state | 1);
  mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
  return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
}
const below = limit => Math.floor(random() * limit);
const pick = list => list[below(list.length)];

const {folder: entries_folder, related, entries} = readCollection(source);
const unwanted = RegExp(`^(?:${[...related, 'aliases'].join('|')}):.*\n(?:[ -].*\n)*`, 'gm'); // what only one may have, or may lead to

const sources = entries.map(({file, body}) => {
  const [, head] = fs.readFileSync(`${source}/${file}`, 'utf8').match(/^---\n(.*?\n)---\n/s);
  const plain = body.replace(/<!--.*?-->/gs, '').replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1');
  return {folder: file.split('/').at(-2), head: head.replace(unwanted, '').trimEnd(), paragraphs: plain.split(/\n{2,}/).filter(part => /^\p{L}/u.test(part.trim()))};
});
const paragraphs = sources.flatMap(source => source.paragraphs);
const words = [...new Set(paragraphs.join(' ').match(/\p{L}+/gu))];
const stems = words.filter(word => /^[a-zæøå]{4,9}$/.test(word));

/* The first ones are new with each entry, as in a text that is read on; then the common come again. */
const compounds = [];
const due = entries => Math.round(words.length * ((entries / sources.length) ** HEAPS - 1));
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

/* What is taken along in one file has a bound (src/editions/one_file.h), and this passes it. */
const settings = `${target}/content/site.yaml`;
fs.writeFileSync(settings, fs.readFileSync(settings, 'utf8').replace(/^downloads:.*\n/m, ''));

for (let number = 0; number < count; number++) {
  const fresh = [];
  while (compounds.length < due(number + 1)) fresh.push(pick(stems) + pick(stems)), compounds.push(fresh.at(-1));
  const {folder, head} = sources[number % sources.length];
  const field = (name, change) => text => text.replace(RegExp(`^(${name}: )(.*)$`, 'm'), (_, key, value) =>
    key + JSON.stringify(change(value.replace(/^"(.*)"$/, '$1'))));
  const title = field('title', new_title);
  const summary = field('summary', text => varied(text).slice(0, SUMMARY_MAX));
  const body = Array.from({length: 4}, (_, i) =>
    `## ${['Bakgrunn', 'Mål', 'Hva gjøres', 'Resultater'][i]}\n\n${varied(pick(paragraphs))}\n\n${varied(pick(paragraphs))}\n`);
  const news = fresh.length ? `\nDette er også med: ${fresh.join(', ')}.\n` : '';
  fs.mkdirSync(`${target}/content/${entries_folder}/${folder}`, {recursive: true});
  fs.writeFileSync(`${target}/content/${entries_folder}/${folder}/grodd-${number}.md`,
    `---\n${summary(title(head))}\n---\n\n${body.join('\n')}${news}`);
}
