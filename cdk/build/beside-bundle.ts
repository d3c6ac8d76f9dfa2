import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readRecipes } from '#shared/recipes/records/shipped.ts';
import { readLexicon } from '#shared/safety/lexicon-sources.ts';
import { packLexicon } from '#shared/safety/packed-lexicon.ts';
import { placeFile } from './place-file.ts';

interface BesideModule {
  readonly to: string;
  readonly from: readonly string[];
  /** Files that are made of our own data once for all bundles, by name. */
  readonly made?: Readonly<Record<string, () => string | Uint8Array>>;
}

/**
 * Files that a module reads at run time. They lie beside the bundle of every function that carries
 * the module, under the name given by `to`.
 */
export const BESIDE: Record<string, BesideModule> = {
  'shared/database/migration-files.ts': {
    to: 'migrations',
    from: ['shared/database/migrations'],
  },
  'shared/products/category.ts': { to: 'data', from: ['shared/products/data/categories.json'] },
  'shared/products/lexicon.ts': { to: 'data', from: ['shared/products/data'] },
  'shared/recipes/records/shipped.ts': {
    to: 'data',
    from: [],
    made: { 'recipes.json': () => JSON.stringify(readRecipes()) },
  },
  'shared/recipes/readings/shipped-readings.ts': {
    to: 'data',
    from: ['shared/recipes/readings/data'],
  },
  'shared/safety/packed-lexicon.ts': {
    to: 'data',
    from: [],
    made: { 'lexicon.bin': () => packLexicon(readLexicon()) },
  },
  'shared/reading/networks/network.ts': { to: 'models', from: ['shared/reading/networks/models'] },
  'shared/embedding/text-network.ts': { to: 'models', from: ['shared/embedding/models'] },
  'shared/router/concepts.ts': { to: 'data', from: ['shared/router/data/concepts.json'] },
  'shared/router/trained.ts': {
    to: 'data',
    from: [
      'shared/router/data/with-vectors.bin',
      'shared/router/data/without-vectors.bin',
      'shared/router/data/language.bin',
    ],
  },
  'shared/expiry/rule.ts': { to: 'data', from: ['shared/expiry/data/rules.json'] },
  'shared/expiry/food-state.ts': { to: 'data', from: ['shared/expiry/data/state-words.json'] },
  'shared/expiry/food.ts': {
    to: 'data',
    from: ['shared/expiry/data/state-rules.json', 'shared/expiry/data/family-words.json'],
  },
  'shared/language/known-lemmas-pl.ts': {
    to: 'data',
    from: ['shared/language/data/lemmas-pl.json'],
  },
  'shared/products/product-of-word.ts': {
    to: 'data',
    from: ['shared/products/data/synonyms.json'],
  },
  'shared/products/relation/food-table.ts': {
    to: 'data/families',
    from: ['shared/products/relation/data/families'],
  },
  'shared/products/relation/substitutions.ts': {
    to: 'data',
    from: ['shared/products/relation/data/substitutions.json'],
  },
  'shared/quantities/food-facts.ts': { to: 'data', from: ['shared/quantities/data/foods.json'] },
  'shared/docs/viewer.ts': {
    to: 'swagger-ui',
    from: [
      'node_modules/swagger-ui-dist/swagger-ui.css',
      'node_modules/swagger-ui-dist/swagger-ui-bundle.js',
      'node_modules/swagger-ui-dist/favicon-32x32.png',
      'node_modules/swagger-ui-dist/LICENSE',
    ],
  },
};

/**
 * Puts beside a bundle what its modules need; a missing source is an error of the build.
 * @param modules paths of the bundle's sources, from the root
 * @param made where each file that is made was written first, in this build
 */
export function placeBeside(
  root: string,
  modules: Iterable<string>,
  bundleDirectory: string,
  made: Map<string, string>,
): void {
  for (const module of modules) {
    const files = BESIDE[module];
    if (files === undefined) continue;
    const target = join(bundleDirectory, files.to);
    mkdirSync(target, { recursive: true });
    for (const source of files.from) {
      const path = join(root, source);
      if (!existsSync(path)) throw new Error(`${module} needs ${source}, which is missing`);
      // A folder gives its content, a file itself.
      const isFile = /\.[a-z]+$|LICENSE$/.test(source);
      placeFile(path, isFile ? join(target, basename(source)) : target);
    }
    for (const [name, make] of Object.entries(files.made ?? {})) {
      const path = join(target, name);
      const first = made.get(name);
      if (first === undefined) writeFileSync(path, make());
      else placeFile(first, path);
      made.set(name, first ?? path);
    }
  }
}
