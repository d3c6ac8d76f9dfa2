import type { Platform } from '#cdk/build/platform.ts';
import { isUnneeded } from '../imaging/unneeded.ts';

/** What searching never opens: sources and typings of Arrow, its builds for browsers, LanceDB's embedders. */
const UNNEEDED: readonly RegExp[] = [
  /^apache-arrow\/(src|bin)(\/|$)/,
  /^apache-arrow\/Arrow\.(es5|esnext)/,
  /^apache-arrow\/.*\.mjs$/,
];

/** @param path below the layer's node_modules, with forward slashes. */
export function isUnneededForSearch(path: string, platform: Platform): boolean {
  return isUnneeded(path, platform) || UNNEEDED.some((pattern) => pattern.test(path));
}
