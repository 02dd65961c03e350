/*
 * Says on the page with the search what is asked for: in the field, the heading and the title. A
 * script of its own, so that it does so also when those of the search do not come. What would look
 * like hits waits. It names the manifest, too.
 *
 *   samling_asked(parts)   says it: texts, none when nothing is asked for
 */
var samling_asked = (() => {
'use strict';
const list = document.getElementById('entries_list'), words = list.dataset;
const heading = document.querySelector('h1'), name = heading.textContent, title = document.title;
const note = document.getElementById('entries_asked');
const say = (text, value) => text.replace('{0}', () => value);

function tell(parts) {
  heading.textContent = parts[0] ? say(words.title, parts.join(', ')) : name;
  heading.classList.toggle('told', parts.length);
  document.title = title.replace(name, () => heading.textContent);
}

const pairs = new URLSearchParams(location.search), text = (pairs.get('q') || '').trim();
const chosen = [...pairs].flatMap(([key, id]) => {
  const links = [...list.querySelectorAll('[data-key="' + CSS.escape(key) + '"] a, [data-field="' + CSS.escape(key) + '"] a')];
  return links[0] ? [links.find(link => link.pathname.endsWith('/' + id + '.html'))] : [];
});
const parts = [...text ? [say(words.quoted, text)] : [], ...chosen.flatMap(link => link ? [link.textContent] : [])];
if (text) document.querySelector('main form').elements.q.value = text;
if (text || chosen.length) list.classList.add('waits');
if (parts[0]) {
  tell(parts);
  note.textContent = say(note.dataset.text, parts.join(', '));
}
/* Chromium tells of an error if a page on a disk names the manifest, so the page itself does not. */
if (words.manifest && location.protocol !== 'file:')
  document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href: words.manifest }));
return tell;
})();
