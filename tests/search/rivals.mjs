/* Other searches over the same fields, with the same weights, in their usual settings for search as you type. */
import {createRequire} from 'node:module';

const WEIGHTS = {title: 15, names: 5, summary: 3, body: 1};
const require = createRequire(import.meta.url);

function minisearch(documents) {
  const MiniSearch = require('minisearch');
  const index = new MiniSearch({fields: Object.keys(WEIGHTS), searchOptions: {boost: WEIGHTS, prefix: true, fuzzy: 0.2}});
  index.addAll(documents);
  return query => index.search(query).map(({id}) => id);
}

function lunr_of(documents, language) {
  const lunr = require('lunr');
  require('lunr-languages/lunr.stemmer.support')(lunr);
  if (language !== 'en') require('lunr-languages/lunr.no')(lunr);
  const index = lunr(function () {
    if (language !== 'en') this.use(lunr.no);
    for (const [field, boost] of Object.entries(WEIGHTS)) this.field(field, {boost});
    documents.forEach(document => this.add(document));
  });
  return query => index.query(asked => {
    for (const word of query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
      asked.term(word, {boost: 10});
      asked.term(word, {wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false, editDistance: word.length > 4 ? 1 : 0});
    }
  }).map(({ref}) => ref);
}

/* Returns [[name, find(query)]], or nothing when they are not installed. */
export function rivals({entries, language}) {
  const documents = entries.map(({id, title, names, summary, body}) => ({id, title, names: names.join(' '), summary, body}));
  try {
    return [['MiniSearch', minisearch(documents)], ['lunr', lunr_of(documents, language)]];
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    console.log('MiniSearch og lunr er ikke her (make test-deps)');
    return [];
  }
}
