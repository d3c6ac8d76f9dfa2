import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const Stamp = z.object({ hash: z.string(), bytes: z.number() });

/** Describes the last build: `hash` of all inputs, `bytes` unzipped. */
export type LayerStamp = z.infer<typeof Stamp>;

/** Folder of the built layer; its packages lie in `nodejs/node_modules`, where Lambda looks. */
export function layerDirectory(out: string): string {
  return join(out, 'layers', 'imaging');
}

export function stampFile(out: string): string {
  return join(out, 'layers', 'imaging.json');
}

/** The stamp of the layer in `out`, or undefined when its build did not finish. */
export function readStamp(out: string): LayerStamp | undefined {
  const file = stampFile(out);
  if (!existsSync(file)) return undefined;
  return Stamp.parse(JSON.parse(readFileSync(file, 'utf8')));
}
