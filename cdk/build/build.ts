import { resolve } from 'node:path';
import { buildLayer } from '../../layers/build-layer.ts';
import { buildDirectory } from './build-directory.ts';
import { buildFunctions } from './build-functions.ts';
import { platformFromArguments } from './platform.ts';

// `node cdk/build/build.ts [--for=lambda]`: everything the stack needs as assets.
const root = resolve(import.meta.dirname, '../..');
const out = buildDirectory();
const started = performance.now();
const functions = await buildFunctions(root, out);
const platform = platformFromArguments(process.argv.slice(2));
for (const { path, bytes } of functions) {
  console.log(`${path.padEnd(28)}${(bytes / 1024).toFixed(0).padStart(6)} KB`);
}
for (const name of ['imaging', 'lancedb'] as const) {
  const { bytes, reused } = buildLayer(name, root, out, platform);
  const size = (bytes / 1024 / 1024).toFixed(0).padStart(6);
  console.log(`${`layer ${name}`.padEnd(28)}${size} MB${reused ? ' (kept)' : ''}`);
}
console.log(
  `Built ${functions.length} functions in ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
