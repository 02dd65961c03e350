#!/usr/bin/env node
// What is pasted into the text of the form from Word, a web page or another program with markup: it comes as
// paragraphs, lists and links, in both browsers, can be taken back, and neither the form nor `samling check`
// has anything to say of it. Plain text is left to the browser.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Collection, everywhere, FormPage, LEAST } from './form.mjs';
import { test } from './report.mjs';

const item = (level, sign, text, list = 0) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
const word = (body) => `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Notat</title><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=NO-BOK><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

// What is pasted, and what then stands in the box «Bakgrunn».
const PASTED = [
  ['fet skrift og harde mellomrom', word('<p class=MsoNormal>Vi <b>ville</b> <i>se&shy;ra</i> til&nbsp;10&#8239;000\nhus.\u200b<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Så gikk det.</p>'), 'Vi ville sera til 10 000 hus.\n\nSå gikk det.'],
  ['overskrifter', word('<h1>Bakgrunn</h1><p class=MsoNormal>Slik var det.</p><h2>Mer om det</h2><p class=MsoNormal>Og slik.</p>'), 'Slik var det.\n\nMer om det\n\nOg slik.'],
  ['nummerert overskrift', word("<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1<span>&nbsp;</span></span>Bakgrunn</h1><p>Slik var det.</p>"), 'Slik var det.'],
  ['en annen overskrift', word('<h1>Slik gikk det</h1><p>Bra.</p>'), 'Slik gikk det\n\nBra.'],
  ['lister i Word', word(`<p>Dette:</p>${item(1, '·', 'Ett')}${item(2, 'o', 'Inni')}${item(3, '§', 'Innerst')}${item(1, '·', 'To')}<p>Slutt.</p>`), 'Dette:\n\n- Ett\n  - Inni\n    - Innerst\n- To\n\nSlutt.'],
  ['tall i Word', word(item(1, '1.', 'Ett', 1) + item(2, 'a)', 'Bokstav', 1) + item(1, '2.', 'To', 1)), '1. Ett\n  - a) Bokstav\n2. To'],
  ['tall som ikke begynner på 1', word(item(1, '3.', 'Tre', 1) + item(1, '4.', 'Fire', 1)), '- 3. Tre\n- 4. Fire'],
  ['lister på nettet', '<ul><li>Ett</li><li><p>To</p><p>mer</p><ol><li>a</li><li>b</li></ol></li><ul><li>Tre</li></ul></ul>', '- Ett\n- To mer\n  1. a\n  2. b\n  - Tre'],
  ['lister i Word på nettet', '<div><ul><li data-aria-level="1"><p>Ett</p></li></ul></div><div><ul><li data-aria-level="2"><p>Inni</p></li></ul></div><div><ol start="1"><li><p>En</p></li></ol></div><div><ol start="2"><li><p>To</p></li></ol></div>', '- Ett\n  - Inni\n1. En\n2. To'],
  ['lenker', '<p>Se <a href="https://www.nav.no/a b(c)">Nav\n sine [nye] sider</a>, <a href="https://www.nav.no/">https://www.nav.no/</a>, <a href="#_Toc1">side 2</a> og <a href="mailto:post@etat.no?subject=x">posten</a>.</p>', 'Se [Nav sine (nye) sider](https://www.nav.no/a%20b%28c%29), [nav.no](https://www.nav.no/), side 2 og posten (post@etat.no).'],
  ['lenke gjennom et filter', '<a href="https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.udir.no%2Fom&amp;data=05%7C01">Om skolen</a>', '[Om skolen](https://www.udir.no/om)'],
  ['tabell', '<table><tr><td><b>Kommune</b></td><td><b>Hus</b></td></tr><tr><td>Ås</td><td>12</td></tr><tr><td>Bø</td><td></td></tr></table>', '- Kommune: Ås; Hus: 12\n- Kommune: Bø'],
  ['tabell uten hode', '<table><tr><td>Ås</td><td>12</td></tr><tr><td>Bø</td><td>7</td><td>små</td></tr></table>', '- Ås: 12\n- Bø: 7; små'],
  ['tabell som ramme', '<table><tr><td><p>Ett avsnitt.</p><p>Ett til.</p></td></tr></table>', 'Ett avsnitt.\n\nEtt til.'],
  ['det som ikke skal med', word("<p>Før<img src='https://eksempel.no/x.png' alt='Et bilde'>.<span style='mso-hide:all'>skjult</span><del>slettet</del><a class=msocomanchor href='#_msocom_1'>[KN1]</a></p><div style='mso-element:comment-list'><p>Spør Kari</p></div><script>alert(1)</script>"), 'Før.'],
  ['linjeskift og rammer', '<div>Ett<br>to</div><div><br></div><div>Tre<br><br>fire</div>', 'Ett\nto\n\nTre\n\nfire'],
  ['Google Docs', '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><p><span>Ett</span></p><br><ul><li><p>a</p></li></ul></b>', 'Ett\n\n- a'],
  ['bare et bilde', '<img src="https://eksempel.no/x.png">', 'RENT'],
];

/** Pastes into the box «Bakgrunn», in the place of what is marked. */
function paste(html, before, after) {
  const box = document.querySelector('[data-for=""] [data-section="Bakgrunn"] textarea');
  box.value = before + after;
  box.focus();
  box.setSelectionRange(before.length, before.length);
  const data = { 'text/html': html, 'text/plain': 'RENT' };
  const event = Object.defineProperty(new Event('paste', { bubbles: true, cancelable: true }), 'clipboardData', { value: { getData: (type) => data[type] } });
  const left = box.dispatchEvent(event);
  const state = () => ({ text: box.value, left, said: document.getElementById('form_status').textContent });
  return new Promise((done) => {
    const wait = (times) => (left || box.value !== before + after || !times ? done(state()) : setTimeout(wait, 10, times - 1));
    wait(2000);
  });
}

async function pasteAll(page, say) {
  await page.fill(LEAST);
  for (const [what, html, due] of PASTED) {
    const { text, left, said } = await page.tab.evaluate(paste, html, '', '');
    if (text !== due) say(`${what}: ${JSON.stringify(text)}, ikke ${JSON.stringify(due)}`);
    if (left) say(`${what}: nettleseren limer inn selv`);
    if (due !== 'RENT' && !said) say(`${what}: skjermleseren får ikke vite det`);
  }
  const back = await page.tab.evaluate(() => { document.execCommand('undo'); return document.activeElement.value; });
  if (back) say(`angre gir «${back}»`);
  const plain = await page.tab.evaluate(paste, '', 'a', '');
  if (!plain.left || plain.text !== 'a') say('ren tekst limes ikke inn av nettleseren');
  const within = await page.tab.evaluate(paste, '<ul><li>x</li></ul>', 'Før', 'etter');
  if (within.text !== 'Før\n- x\netter') say(`midt i en linje: ${JSON.stringify(within.text)}`);
}

// A whole document is divided among the boxes that its headings name, but not into one that is written in.
async function pasteDocument(page, say) {
  const whole = word('<p>Først.</p><h1>Bakgrunn</h1><p>Slik.</p><h1>2 Slik gikk det</h1><h2>Tall</h2><p>Bra.</p><h1>Slik gjøres det</h1><p>Sakte.</p>');
  await page.again();
  await page.fill({ ...LEAST, text: ['', 'Før'] });
  const { said } = await page.tab.evaluate(paste, whole, '', '');
  const texts = await page.tab.evaluate(() => [...document.querySelectorAll('[data-for=""] textarea')].map(({ value }) => value));
  const due = ['Først.\n\nSlik.', 'Før', 'Tall\n\nBra.\n\nSlik gjøres det\n\nSakte.'];
  if (JSON.stringify(texts) !== JSON.stringify(due)) say(`et helt dokument blir ${JSON.stringify(texts)}`);
  if (!said.includes('«Slik gikk det»')) say(`av et helt dokument sies det «${said}»`);
}

// All of it in one file.
async function checkFile(page, collection, say) {
  const clean = PASTED.filter(([what]) => what !== 'bare et bilde').map(([, html]) => html.replace(/<\/?(?:html|head|body|title|style)\b[^<>]*>|<!-- p[^]*?-->|Notat/g, ''));
  await page.tab.evaluate(paste, clean.join('<p>Mellom.</p>'), '', '');
  const state = await page.make();
  if (!state.ready || state.advice.length) say(`skjemaet sier ${state.summary} ${state.advice}`);
  collection.lay(state.path, state.file);
  const found = [...collection.findings(), ...collection.findings('warning')].filter(({ file }) => file === state.path);
  for (const { line, rule, message } of found) say(`${line}: ${rule} ${message}`);
}

async function pasteWithoutScript(browser, collection, say) {
  const site = collection.build();
  rmSync(join(site.root, site.files.find((file) => /form_paste/.test(file))));
  const page = await FormPage.open(browser, site);
  await page.fill(LEAST);
  const { text } = await page.tab.evaluate(paste, '<p>x</p>', '', '');
  if (text !== 'RENT') say(`uten skriptet blir det «${text}»`);
}

await test(async (report) => {
  const collection = new Collection();
  const site = collection.build();
  await everywhere(site, async (browser, where, name) => {
    if (name.endsWith('http:')) return; // it is the same
    const say = (text) => report(name, text);
    const page = await FormPage.open(browser, where);
    await pasteAll(page, say);
    await pasteDocument(page, say);
    await page.again();
    await page.fill(LEAST);
    await checkFile(page, new Collection(), say);
    for (const text of await page.complaints()) say(text);
    await pasteWithoutScript(browser, new Collection(), say);
  });
  return `${PASTED.length} slags innlimt tekst`;
});
