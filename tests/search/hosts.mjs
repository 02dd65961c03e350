// Writes addresses into fields and texts, lets the program check them, and compares those that it lets
// through with what Node reads, which is what browsers do (https://url.spec.whatwg.org/).
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const [program, work] = process.argv.slice(2);
const base = 'tests/check/_base', BATCH = 2000, EACH = 40;
const shown = 'etat.no', other = 'annet.example';
const authorities = [
  other, `${shown}@${other}`, `${shown}:443@${other}`, `a@b@${other}`, `@${other}`, `:@${other}`, `${other}:`, `${other}:443`,
  `${other}:0`, `${other}:65535`, `${other}:65536`, `${other}:99999999999`, `${other}:4a`, `${other}:-1`, `${other}.`, `${other}..`,
  `.${other}`, `${other}%2f`, '%61nnet.example', `${shown}%40${other}`, `${shown}%2f@${other}`, `${shown}%00.${other}`,
  `${shown}\\@${other}`, `${shown}\\.${other}`, `${shown}/@${other}`, `${shown}?@${other}`, `${shown}#@${other}`, 'ANNET.Example',
  'xn--blbr-roah.no', 'blåbær.no', 'etаt.no', 'etat。no', 'ｅtat.no', '[::1]', '[::1]:80', '[::1', '::1', '[1.2.3.4]', '127.1',
  '0x7f.1', '2130706433', '017700000001', '1.2.3', '1.2.3.4.5', '256.1.1.1', '93.184.216.34', '09.1.1.1', '1.0x.no', 'a.0x', 'a.1',
  'a_b.no', 'a b.no', 'a\tb.no', 'a^b.no', 'a|b.no', 'a<b.no', 'a*b.no', "a'b.no", 'a!b.no', 'a$b.no', 'a,b.no', 'a;b.no', 'a=b.no',
  'a+b.no', 'a~b.no', 'a&b.no', '-a.no', 'a-.no', 'www.etat.no', 'www.no', 'www.', 'www.www.a.no', 'a\u00adb.no', 'ß.no',
  'x'.repeat(64) + '.no', '', '*', '%', '%zz.no', '0', '0xffffffff', 'localhost',
];
const all = [];
for (const scheme of ['https:', 'http:', 'HTTPS:', ' https:', 'ftp:', 'javascript:', ''])
  for (const slashes of ['//', '/', '', '///', '\\\\', '/\\', '////'])
    for (const authority of authorities)
      for (const rest of ['', '/', '/a?b#c'])
        all.push(scheme + slashes + authority + rest);

const entry = (number, fields, texts) => `---
title: Rett nummer ${number}
summary: En rett som har mange lenker under seg.
type: fest
ingredients: [mel]
links:
${fields.map(url => `  - { title: abc, url: ${JSON.stringify(url)} }\n`).join('')}---

${texts.join('\n\n')}
`;
const chunks_of = list => Array.from({ length: Math.ceil(list.length / EACH) }, (_, i) => list.slice(i * EACH, i * EACH + EACH));

function check(entries) {
  fs.rmSync(work, { recursive: true, force: true });
  fs.cpSync(base, work, { recursive: true });
  const schema = `${work}/content/schema.yaml`;
  fs.writeFileSync(schema, fs.readFileSync(schema, 'utf8').replace(', pattern: "^https?://"', ''));
  entries.forEach((text, i) => fs.writeFileSync(`${work}/content/recipes/bakst/r${i}.md`, text));
  const done = spawnSync(program, ['check', '-C', work, '--format', 'json'], { encoding: 'utf8', maxBuffer: 1e9 });
  const { findings, more = [] } = JSON.parse(done.stdout);
  if (more.some(m => m.severity === 'error')) throw new Error('for mange feil til å se dem alle');
  return findings.map(f => ({ ...f, number: /r(\d+)\.md$/.exec(f.file ?? '')?.[1] })).filter(f => f.number && f.line);
}

/* Those of the addresses about which there is no finding that `counts`; each stands `step` lines after the other. */
function passed(chunks, findings, first, step, counts) {
  const told = new Set(findings.filter(counts).map(f => chunks[f.number]?.[(f.line - first) / step]));
  return chunks.flat().filter(url => !told.has(url));
}

const opened = url => { try { return new URL(url, 'https://her.example/x/'); } catch { return null; } };
const plain = html => html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
const faults = [];
let fields = 0, texts = 0;

function compare_fields(list) {
  const chunks = chunks_of(list);
  const fine = passed(chunks, check(chunks.map((urls, i) => entry(i, urls, ['Tekst.']))), 7, 1, f => f.severity === 'error');
  const kept = chunks_of(fine);
  check(kept.map((urls, i) => entry(i, urls, ['Tekst.'])));
  const done = spawnSync(program, ['build', '--no-sync', '-C', work], { encoding: 'utf8', maxBuffer: 1e9 });
  if (done.status) throw new Error(done.stderr.slice(-500));
  kept.forEach((urls, i) => {
    const html = fs.readFileSync(`${work}/public/oppskrifter/bakst/r${i}.html`, 'utf8');
    const rows = [...html.matchAll(/<li><a href="([^"]*)">abc \((.*?)\)<\/a><\/li>/g)];
    if (rows.length !== urls.length) faults.push(`${rows.length} av ${urls.length} lenker på siden`);
    for (const [, url, host] of rows) {
      const there = opened(plain(url));
      fields++;
      const local = there && /^(\d+\.){3}\d+$/.test(there.hostname); // written in another way: the rule link-local warns
      if (!there || there.username || (plain(host).toLowerCase() !== there.hostname.replace(/^www\.(?=.*\.)/, '') && !local))
        faults.push(`${JSON.stringify(plain(url))}: siden sier ${host}, nettleseren går til ${there?.href}`);
    }
  });
}

function compare_texts(list) {
  const chunks = chunks_of(list);
  const link = url => `[Om reformen](<${url.replace(/[\\<>]/g, sign => '\\' + sign)}>)`;
  const told = check(chunks.map((urls, i) => entry(i, ['https://a.no/'], urls.map(link))));
  for (const url of passed(chunks, told, 10, 2, f => f.rule !== 'link-text-same')) {
    const there = opened(url);
    texts++;
    if (!there || there.username || there.hostname === 'her.example')
      faults.push(`teksten lenker til ${JSON.stringify(url)}, nettleseren går til ${there?.href}`);
  }
}

for (let at = 0; at < all.length; at += BATCH) {
  compare_fields(all.slice(at, at + BATCH));
  compare_texts(all.slice(at, at + BATCH));
}
if (!fields || !texts) faults.push('ingen adresser slapp igjennom');
console.log(faults.slice(0, 40).join('\n'));
console.log(`${all.length} adresser, ${fields} i felter og ${texts} i tekster slapp igjennom, ${faults.length} feil`);
process.exit(faults.length ? 1 : 0);
