/* The search of a built site in Node: the engine, over index files that come from the folder at once. */
import fs from 'node:fs';
import vm from 'node:vm';

const ENGINE = new URL('../../theme/assets/search.js', import.meta.url);

/* Returns {search, index} of a site, as a browser has them. */
export function open_engine(site) {
  const folder = `${site}/${fs.readdirSync(site).find(name => fs.existsSync(`${site}/${name}/start.js`))}/`;
  const append = script => {
    vm.runInContext(fs.readFileSync(script.src, 'utf8'), context);
    script.onload();
  };
  const context = vm.createContext({setTimeout: later => later(), document: {createElement: () => ({}), head: {append}}});
  vm.runInContext(fs.readFileSync(ENGINE, 'utf8'), context);
  const search = vm.runInContext('samling_search', context);
  search.open(folder, () => {}, () => { throw new Error('indeksen kom ikke'); });
  return {search, index: vm.runInContext('samling_index', context)};
}
