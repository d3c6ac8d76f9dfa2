import type { Bucket } from './bucket.ts';
import type { Manifest } from './manifest.ts';
import { type ObjectCopy, readList } from './object-list.ts';
import { readCopy } from './verify-backup.ts';

/** Files looked at at once. */
const AT_ONCE = 8;

interface RestoreOptions {
  /** The piece of the list to begin with. */
  readonly part: number;
  /** Households whose files do not come back. */
  readonly erased: ReadonlySet<string>;
  isTimeUp(): boolean;
}

/** `uploads/<household>/<upload>`. */
const householdOf = (key: string) => key.split('/')[1] ?? '';

/**
 * Puts uploaded files back that are lost or were changed. Files that came later stay.
 * @returns the piece to go on with, or undefined when all are there
 */
export async function restoreObjects(
  { uploads, backups }: { readonly uploads: Bucket; readonly backups: Bucket },
  { objects }: Pick<Manifest, 'objects'>,
  { part: first, erased, isTimeUp }: RestoreOptions,
): Promise<number | undefined> {
  for (const [at, part] of objects.parts.entries()) {
    if (at < first) continue;
    if (at > first && isTimeUp()) return at;
    const copies = await readList(backups, part);
    const [from, to] = [copies[0]?.key ?? '', part.last];
    const there = await etagsBetween(uploads, from, to);
    const lost = copies.filter(
      ({ key, etag }) => there.get(key) !== etag && !erased.has(householdOf(key)),
    );
    for (let next = 0; next < lost.length; next += AT_ONCE) {
      await Promise.all(lost.slice(next, next + AT_ONCE).map((copy) => putBack(copy)));
    }
  }
  return undefined;

  async function putBack(copy: ObjectCopy): Promise<void> {
    await uploads.write(copy.key, await readCopy(backups, copy), copy.contentType);
  }
}

/** Both keys included. */
async function etagsBetween(
  uploads: Bucket,
  from: string,
  to: string,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  // Listing begins behind a key: so behind the one that a shorter key would be.
  for await (const { key, etag } of uploads.list('', from.slice(0, -1))) {
    if (key > to) break;
    if (key >= from) found.set(key, etag);
  }
  return found;
}
