/*
 * Finds the root of the site from the page for missing addresses, which is shown at any depth, and
 * makes its links begin there. A folder is the root if the site's icon is there. Those are tried
 * first that one of the site's own folders stands below in the address; of others the deepest
 * first, for a site may lie inside another.
 */
(() => {
'use strict';
const MOST = 12; // folders deep; an address may have thousands
const { folders, icon } = document.currentScript.dataset;
const own = folders.split(' ');
const help = document.getElementById('_lost');
const way = location.pathname.split('/').slice(0, -1).filter(name => name).slice(0, MOST);
const depths = [...way.keys(), way.length].reverse();
const known = depths.filter(depth => own.includes(way[depth]));
const tries = [...known, ...depths.filter(depth => !known.includes(depth))];

const root = depth => location.protocol + '//' + location.host + ['', ...way.slice(0, depth), ''].join('/');

function begin_at(folder) {
  for (const [name, elements] of [['href', 'a, link'], ['action', 'form']])
    for (const element of document.querySelectorAll(elements)) {
      const path = element.getAttribute(name);
      if (path && !/^(#|[a-z][a-z0-9+.-]*:)/i.test(path)) element.setAttribute(name, folder + path);
    }
  const link = document.createElement('link');
  link.rel = 'icon';
  link.href = folder + icon;
  document.head.append(link);
}

function look(number) {
  if (number === tries.length) return void (help.hidden = false);
  const folder = root(tries[number]), image = new Image();
  image.onload = () => begin_at(folder);
  image.onerror = () => look(number + 1);
  image.src = folder + icon;
}

help.hidden = true;
look(0);
})();
