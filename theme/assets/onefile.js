/*
 * The site in one file: of its pages, which are sections of <main>, one is shown at a time, as the
 * end of the address says. The scripts of the search find the list of all entries alone in the
 * document, as on its own page: until they have come, the other sections are away. What they do
 * then is said in onefile_show.js.
 *
 *   samling_pages.get(id)   returns the section with this id
 */
var samling_pages = (() => {
'use strict';
document.documentElement.classList.add('scripted');
const sections = [...document.querySelectorAll('main > .page')], list = document.getElementById('entries_list')?.closest('.page');
for (const section of sections) if (section !== list) section.remove();
return new Map(sections.map(section => [section.id, section]));
})();
