import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { LAYER_PACKAGES } from '#cdk/build/layer-packages.ts';

export type LayerName = keyof typeof LAYER_PACKAGES;

const Stamp = z.object({ hash: z.string(), bytes: z.number() });

/** Describes the last build: `hash` of all inputs, `bytes` unzipped. */
export type LayerStamp = z.infer<typeof Stamp>;

/** Folder of the built layer; its packages lie in `nodejs/node_modules`, where Lambda looks. */
export function layerDirectory(out: string, name: LayerName): string {
  return join(out, 'layers', name);
}

export function stampFile(out: string, name: LayerName): string {
  return join(out, 'layers', `${name}.json`);
}

/** The stamp of the layer in `out`, or undefined when its build did not finish. */
export function readStamp(out: string, name: LayerName): LayerStamp | undefined {
  const file = stampFile(out, name);
  if (!existsSync(file)) return undefined;
  return Stamp.parse(JSON.parse(readFileSync(file, 'utf8')));
}
