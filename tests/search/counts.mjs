/*
 * Counts the hits of every query in the table without the index and without
 * the engine: it reads content/ line by line and looks for the words.
 *
 *     node tests/search/counts.mjs [content]
 */
import fs from 'node:fs';
import {read_table} from './table.mjs';

const content = process.argv[2] ?? 'content';
const read = path => fs.readFileSync(`${content}/${path}`, 'utf8');
const files = folder => fs.readdirSync(`${content}/${folder}`).filter(name => name.endsWith('.md'));

/* One letter after the other, as a table in a book would have it. */
function folded(text) {
  const letters = {æ: 'ae', ä: 'ae', ø: 'o', ö: 'o', å: 'a', é: 'e', è: 'e', ê: 'e', ò: 'o', ô: 'o', ü: 'u'};
  return [...text.normalize('NFC').toLowerCase()].map(letter => letters[letter] ?? letter).join('');
}

const all_words = text => folded(text).split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
const kept = word => word.length > 1 || /\p{N}/u.test(word);

function front_matter(text) {
  const [, head, body] = text.match(/^---\n(.*?)\n---\n(.*)$/s);
  return {head, body};
}

const field = (head, name) => head.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1] ?? '';
const list = value => value.replace(/[[\]]/g, '').split(',').map(item => item.trim()).filter(Boolean);

/* The names of each term, by its vocabulary's field and its id. */
function vocabulary(folder) {
  const names = {};
  for (const name of files(folder)) {
    const {head} = front_matter(read(`${folder}/${name}`));
    names[name.slice(0, -3)] = ['name', 'short', 'names'].map(key => field(head, key)).join(' . ');
  }
  return names;
}

/* Those of the schema, in its three languages. */
function schema_values() {
  const names = {};
  for (const [, id, ...of] of read('schema.yaml').matchAll(/^ +([a-z-]+):\n +nb: (.+)\n +nn: (.+)\n +en: (.+)$/gm))
    names[id] = of.join(' . ');
  return names;
}

function measures() {
  const ministries = vocabulary('ministries'), themes = vocabulary('themes');
  const agencies = vocabulary('agencies'), values = schema_values(), found = [];
  for (const folder of fs.readdirSync(`${content}/measures`))
    for (const name of files(`measures/${folder}`)) {
      const {head, body} = front_matter(read(`measures/${folder}/${name}`));
      const figures = [...head.matchAll(/label: (.*?), value:/g)].map(match => match[1]);
      const names = [ministries[folder], values[field(head, 'type')], values[field(head, 'status')],
        ...list(field(head, 'themes')).map(id => themes[id]),
        ...list(field(head, 'relations')).map(id => values[id]),
        ...list(field(head, 'agencies')).map(id => agencies[id]),
        ...list(field(head, 'years')), ...list(field(head, 'partners')), ...figures];
      const text = body.replace(/<!--.*?-->/gs, '').replace(/\]\([^)]*\)/g, ']').replace(/^\d+\. /gm, '');
      found.push({id: name.slice(0, -3),
        parts: [field(head, 'title'), ...names, field(head, 'summary'), text].map(all_words)});
    }
  return found;
}

/* Whether a member of a group of synonyms stands in one part of a measure, elsewhere than in the longer ones. */
function stands(member, words, longer) {
  const [sought, ...more] = all_words(member);
  if (more.length) return ` ${words.join(' ')} `.includes(` ${sought} ${more.join(' ')} `);
  const without = word => longer.reduce((rest, other) => rest.replaceAll(other, '-'), word);
  return words.some(word => sought.length >= 4 ? without(word).includes(sought) : word === sought);
}

function add_synonyms(entries) {
  if (!fs.existsSync(`${content}/synonyms.yaml`)) return;
  const groups = [...read('synonyms.yaml').matchAll(/^- \[(.*)\]/gm)].map(match => list(match[1]));
  const whole = member => all_words(member).join(' ');
  const longer = (member, group) => groups.filter(other => other !== group).flat().map(whole)
    .filter(other => other.length > whole(member).length && other.includes(whole(member)));
  for (const entry of entries) {
    entry.words = new Set(entry.parts.flat().filter(kept));
    for (const group of groups)
      for (const member of group) {
        const others = group.filter(other => other !== member);
        if (all_words(member).length === 1 && others.some(other =>
          entry.parts.some(part => stands(other, part, longer(other, group)))))
          entry.words.add(all_words(member)[0]);
      }
  }
}

function finds(sought, words) {
  const forms = [sought, sought.replaceAll('oe', 'o').replaceAll('aa', 'a')];
  return [...words].some(word => forms.some(form => form.length < 3 ? word === form : word.includes(form)));
}

function count(query, entries) {
  const words = all_words(query).filter(kept);
  const matched = entries.map(entry => words.filter(word => finds(word, entry.words)).length);
  const all = matched.filter(number => number === words.length).length;
  return all || matched.filter(Boolean).length;
}

const entries = measures(), rows = read_table(fs.readFileSync(new URL('queries.tsv', import.meta.url), 'utf8'));
let wrong = 0;
add_synonyms(entries);
for (const {query, count: expected, instead, first} of rows) {
  const found = count(instead ?? query, entries);
  const before = instead ? count(query, entries) : 0;
  if (found === expected && !before && (first === '-' || entries.some(entry => entry.id === first))) continue;
  console.log(`${query}: ${found} treff i innholdet, ${expected} i tabellen`);
  wrong++;
}
console.log(`${rows.length} søk talt i innholdet, ${wrong} feil`);
process.exitCode = wrong ? 1 : 0;
