import type { Plugin } from 'esbuild';

/** Modules that only say what the build has packed beside the bundle, by what they export. */
const SOURCES = { 'shared/safety/lexicon-sources.ts': 'readLexicon' };

/**
 * Leaves such modules and their data out of bundles, which never ask them: half a megabyte in each that
 * has the allergy gate. Where what was packed is missing all the same, it is said.
 */
export const withoutSources: Plugin = {
  name: 'without-sources',
  setup({ onLoad }) {
    for (const [path, name] of Object.entries(SOURCES)) {
      onLoad({ filter: new RegExp(`/${path.replace('.', '\\.')}$`) }, () => ({
        contents: `export function ${name}() { throw new Error('What ${path} says is not packed beside this bundle'); }`,
        loader: 'js',
      }));
    }
  },
};
