/* The entries and the pages of the terms come from two folders below this one. */
module.exports = config => {
  const byTitle = (a, b) => a.data.title < b.data.title ? -1 : 1;
  const entries = api => api.getFilteredByGlob('entries/*.md').sort(byTitle);
  config.addGlobalData('layout', 'entry.njk');
  config.addGlobalData('permalink', () => data => `/${data.page.fileSlug}/`);
  config.addCollection('entry', entries);
  config.addCollection('termList', api => {
    const terms = new Map();
    for (const entry of entries(api)) {
      for (const term of entry.data.terms ?? []) {
        if (!terms.has(term)) terms.set(term, []);
        terms.get(term).push(entry);
      }
    }
    return [...terms].map(([id, entries]) => ({id, entries}));
  });
  return {
    dir: {input: '.', output: 'out', includes: 'layouts'},
    templateFormats: ['md', 'njk'],
    markdownTemplateEngine: false,
  };
};
