import { resolve } from 'node:path';

/** Where bundles and layers are built to; `FOODSAVE_BUILD_DIR` moves it, for tests and two runs at once. */
export function buildDirectory(): string {
  return resolve(process.env.FOODSAVE_BUILD_DIR ?? resolve(import.meta.dirname, '../../build'));
}
