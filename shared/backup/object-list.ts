import * as z from 'zod/mini';
import type { Bucket } from './bucket.ts';
import { damaged } from './damaged.ts';
import type { ObjectsManifest } from './manifest.ts';
import { readPart, writePart } from './parts.ts';

/** An uploaded file in a backup; its bytes lie under its hash. */
export const ObjectCopy = z.strictObject({
  key: z.string(),
  etag: z.string(),
  size: z.int().check(z.minimum(0)),
  sha256: z.string(),
  contentType: z.string(),
});
export type ObjectCopy = z.infer<typeof ObjectCopy>;

type ListPart = ObjectsManifest['parts'][number];

/** Writes a piece of the list, at least one file long, a line for each. */
export async function writeList(
  backups: Bucket,
  key: string,
  copies: readonly ObjectCopy[],
): Promise<ListPart> {
  const lines = copies.map((copy) => `${JSON.stringify(copy)}\n`).join('');
  const part = await writePart(backups, key, Buffer.from(lines));
  return { ...part, count: copies.length, last: copies.at(-1)?.key ?? '' };
}

/** @throws PermanentError `backup-damaged` */
export async function readList(backups: Bucket, part: ListPart): Promise<ObjectCopy[]> {
  const { count: _, last: __, ...stored } = part;
  const text = (await readPart(backups, stored)).toString();
  const copies = text.split('\n').slice(0, -1);
  if (copies.length !== part.count) throw damaged(`${part.key} names another number of files`);
  return copies.map((line) => ObjectCopy.parse(JSON.parse(line)));
}

/** The files of a list in the order of their keys, behind `after`. */
export async function* listedCopies(
  backups: Bucket,
  { parts }: Pick<ObjectsManifest, 'parts'>,
  after: string,
): AsyncGenerator<ObjectCopy> {
  for (const part of parts.filter(({ last }) => last > after)) {
    for (const copy of await readList(backups, part)) if (copy.key > after) yield copy;
  }
}
