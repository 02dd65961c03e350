/*
 * Judges addresses and the texts of links as src/writing/links.c does.
 *
 *   samling_links(known, letters)   `known` and samling_letters of the page; returns
 *
 *   of_address(url)             [[rule, what], …] for an address: one at most
 *   of_title(title, language)   the same for the text of a link
 *   is_same(url, other)         whether two addresses are one page, for all that is known
 */
var samling_links = (known, letters) => {
'use strict';
const { redirects, login_hosts, login_paths, trackers, intranet_domains, intranet_hosts } = known.words;
const TAIL = /(?:[.,;"'»”\s]|%20|%C2%BB|%E2%80%9D|%C2%A0|%E2%80%AF)$/;
const LOCAL_IP = new RegExp(...known.patterns.local_ip[0]);
const is_in = (host, domains) => domains.some(domain => host === domain || host.endsWith('.' + domain));
const decoded = host => { try { return decodeURIComponent(host).toLowerCase(); } catch { return host.toLowerCase(); } };

function without_tail(url) {
  let kept = url;
  while (TAIL.test(kept) || (kept.endsWith(')') && !kept.includes('('))) kept = kept.replace(TAIL, '').replace(/(?<=^[^(]*)\)$/, '');
  return kept;
}

const is_malformed = (url, rest, host) => /^https?(?:\/\/|:\/)/.test(rest) || without_tail(url) !== url || /^\.|\.\.|\.$|^www,/.test(host) || !host || rest.includes(' ');

function opened(url) {
  try { return new URL(url); } catch { return null; }
}

/* Whether the host is the one that a browser opens, as it stands there. */
function is_as_shown(url, host) {
  const hostname = opened(url)?.hostname;
  const mixed = host.split('.').some(part => /\p{Script=Latin}/u.test(part) && /[\u0370-\u058F\u13A0-\u13FF]/.test(part));
  return Boolean(hostname) && !mixed && (host.startsWith('[') || /[^\x00-\x7F]/.test(host) || hostname === host.toLowerCase());
}

function is_local(url, host) {
  const ip = opened(url)?.hostname ?? host;
  if (/^[\d.]+$|^\[/.test(ip)) return LOCAL_IP.test(ip);
  return !host.includes('.') || intranet_hosts.includes(host.split('.')[0]) || is_in(host, intranet_domains);
}

const is_behind_login = (host, path) => is_in(host, login_hosts) || path.split('/').some(part => login_paths.includes(part.toLowerCase()));
const tracker_in = query => query.split('&').map(part => part.split('=')[0].toLowerCase()).find(name => trackers.includes(name) || name.startsWith('utm_'));

function of_address(url) {
  const [, scheme, authority, path, query] = url.match(/^(https?):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i) ?? [];
  if (!scheme) return [];
  const written = authority.replace(/^.*@/, '').replace(/:[^\]:]*$/, ''), host = decoded(written), tracker = tracker_in(query ?? '');
  if (authority.includes('@')) return [['link-host', url]];
  if (is_malformed(url, url.slice(scheme.length + 3), host)) return [['link-form', url]];
  if (is_local(url, host)) return [['link-local', host]];
  if (!is_as_shown(url, written)) return [['link-host', url]];
  if (is_in(host, redirects)) return [['link-redirect', host]];
  if (is_behind_login(host, path)) return [['link-login', url]];
  if (tracker) return [['link-tracking', tracker]];
  return scheme.toLowerCase() === 'http' ? [['link-http', url]] : [];
}

/* Of a language and its kin, as the program has them; another language has none. */
function vague_in(tag) {
  const { kin = [], vague = [] } = known.languages[tag] ?? {};
  return [vague, ...kin.map(other => known.languages[other].vague)].flat();
}

function of_title(title, language) {
  if (/^https?:\/\/|^www\.\S+$/i.test(title)) return [['link-text-address', title]];
  return vague_in(language).includes(letters.words_in(title).join(' ')) ? [['link-text-vague', title]] : [];
}

const page_of = url => url.replace(/^https:\/\//i, '').replace(/^http:\/\//i, '').replace(/^www\./i, '').replace(/\/$/, '').toLowerCase();

/* Two places on one page are two, but a page and a place on it are one. */
const without_place = url => url.replace(/#.*/, '');
const is_same = (url, other) => url.includes('#') && other.includes('#') ? page_of(url) === page_of(other) : page_of(without_place(url)) === page_of(without_place(other));

return { of_address, of_title, is_same };
};
