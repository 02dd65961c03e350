// The page that has the form for a new entry, and the parts of its script, as they are in theme/assets.

import fs from 'node:fs';
import vm from 'node:vm';

const ASSETS = new URL('../../theme/assets/', import.meta.url);
const GIVEN = { TextEncoder, URL, decodeURIComponent, encodeURIComponent };

/** Returns a script of the theme; the parts of one stand in front of it, as they are published (src/pages/scripts.h). */
export function readScript(name) {
  const parts = fs.readdirSync(ASSETS).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js')).sort();
  return [...parts, `${name}.js`].map((file) => fs.readFileSync(new URL(file, ASSETS), 'utf8')).join('');
}

/** Returns what `value` is once a script of the theme has run, as form-people. */
export const script = (name, value, given = {}) => vm.runInNewContext(`${readScript(name)}; ${value}`, { ...GIVEN, ...given });

const SIGNS = { quot: '"', lt: '<', gt: '>', amp: '&', '#39': "'" };

/** Returns what a text of a page says. */
export const plain = (text) => text.replace(/&(quot|lt|gt|amp|#39);/g, (_, sign) => SIGNS[sign]);

/** Returns the parts of the form's script, with what the page of a built site gives them. */
export function openForm(site) {
  const page = fs.readdirSync(site).filter((name) => name.endsWith('.html')).map((name) => fs.readFileSync(`${site}/${name}`, 'utf8')).find((text) => text.includes(' data-known="'));
  const data = (name) => plain(page.match(new RegExp(` data-${name}="([^"]*)"`))[1]);
  const part = (name) => script(`form-${name}`, `samling_${name}`);
  const known = JSON.parse(data('known')), letters = part('letters')(known.letters), markdown = part('markdown');
  const [links, people, grammar] = ['links', 'people', 'grammar'].map((name) => part(name)(known, letters));
  return { known, list: known.letters, letters, markdown, links, people, grammar, advise: part('advice')(known, letters, markdown, links, people) };
}
