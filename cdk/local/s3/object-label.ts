import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const SUFFIX = '.json';

/** What the bytes beside it are, so that an object is found again when the state file is lost. */
const Label = z.object({
  bucket: z.string(),
  key: z.string(),
  size: z.number(),
  etag: z.string(),
  contentType: z.string(),
  headers: z.record(z.string(), z.string()),
  modifiedAt: z.number(),
});
export type Label = z.infer<typeof Label>;

/** Writes down what a file of the store is. */
export function writeLabel(directory: string, file: string, label: Label): void {
  writeFileSync(join(directory, file + SUFFIX), JSON.stringify(Label.parse(label)), {
    mode: 0o600,
  });
}

export function hasLabel(directory: string, file: string): boolean {
  return existsSync(join(directory, file + SUFFIX));
}

/** Removes the bytes of an object with their label. */
export function removeBody(directory: string, file: string): void {
  rmSync(join(directory, file), { force: true });
  rmSync(join(directory, file + SUFFIX), { force: true });
}

/** The name of the file with the bytes, for it or for its label. */
export function bodyNameOf(name: string): string {
  return name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : name;
}

/** Every label whose bytes are there, the newest first. */
export function readLabels(directory: string): { readonly file: string; readonly label: Label }[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(SUFFIX) && existsSync(join(directory, bodyNameOf(name))))
    .flatMap((name) => {
      try {
        const label = Label.parse(JSON.parse(readFileSync(join(directory, name), 'utf8')));
        return [{ file: bodyNameOf(name), label }];
      } catch {
        return []; // written by a process that died meanwhile
      }
    })
    .sort((a, b) => b.label.modifiedAt - a.label.modifiedAt);
}
