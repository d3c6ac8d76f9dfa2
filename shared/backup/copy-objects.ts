import type { Bucket, ListedObject } from './bucket.ts';
import { keys, ORIGINALS } from './keys.ts';
import { ObjectsManifest } from './manifest.ts';
import { listedCopies, type ObjectCopy, writeList } from './object-list.ts';
import { sha256 } from './sha256.ts';

/** Files in one piece of the list: what is held of it in memory. */
const LIST_LENGTH = 1000;

export interface CopyDeps {
  readonly uploads: Bucket;
  readonly backups: Bucket;
  /** Files that an earlier backup has need not be read again. */
  readonly earlier: ObjectsManifest | undefined;
  /** Whether another invocation should go on. */
  isTimeUp(): boolean;
}

/**
 * Copies uploaded files that no backup has yet, and lists all of them. What is done is kept after every
 * piece of the list, so the next call goes on behind it.
 * @returns whether all are listed
 */
export async function copyObjects(
  backupId: string,
  deps: CopyDeps,
  listLength: number = LIST_LENGTH,
): Promise<{ readonly done: boolean }> {
  const { uploads, backups, isTimeUp } = deps;
  let progress = await readProgress(backups, backupId);
  const after = progress.parts.at(-1)?.last ?? '';
  const known = knownCopies(deps, after);
  let copies: ObjectCopy[] = [];
  const flush = async () => {
    if (copies.length === 0) return;
    const key = keys.objectPart(backupId, progress.parts.length);
    progress = {
      count: progress.count + copies.length,
      bytes: progress.bytes + copies.reduce((sum, { size }) => sum + size, 0),
      parts: [...progress.parts, await writeList(backups, key, copies)],
    };
    copies = [];
    await backups.write(keys.objects(backupId), JSON.stringify(progress), 'application/json');
  };
  for await (const object of uploads.list(ORIGINALS, after)) {
    const copy = (await known(object)) ?? (await copyObject(object, deps));
    if (copy !== undefined) copies.push(copy);
    if (copies.length >= listLength || isTimeUp()) await flush();
    if (isTimeUp()) return { done: false };
  }
  await flush();
  return { done: true };
}

export async function readProgress(backups: Bucket, backupId: string): Promise<ObjectsManifest> {
  const stored = await backups.read(keys.objects(backupId));
  if (stored === undefined) return { count: 0, bytes: 0, parts: [] };
  return ObjectsManifest.parse(JSON.parse(stored.body.toString()));
}

/** Finds files in the earlier list, which has them in the same order: both are read once, side by side. */
function knownCopies({ backups, earlier }: CopyDeps, after: string) {
  const list = earlier && listedCopies(backups, earlier, after);
  let next: ObjectCopy | undefined;
  let ended = list === undefined;
  return async ({ key, etag }: ListedObject): Promise<ObjectCopy | undefined> => {
    while (!ended && (next === undefined || next.key < key)) {
      const { done, value } = (await list?.next()) ?? { done: true, value: undefined };
      ended = done === true;
      next = value ?? undefined;
    }
    const isSame = next?.key === key && next.etag === etag;
    return isSame && next && (await backups.size(keys.copy(next.sha256))) === next.size
      ? next
      : undefined;
  };
}

/** Undefined where the file is gone meanwhile. */
async function copyObject(
  { key, etag }: ListedObject,
  { uploads, backups }: CopyDeps,
): Promise<ObjectCopy | undefined> {
  const object = await uploads.read(key);
  if (object === undefined) return undefined;
  const { body, contentType } = object;
  const hash = sha256(body);
  if ((await backups.size(keys.copy(hash))) !== body.length) {
    await backups.write(keys.copy(hash), body, contentType);
  }
  return { key, etag, size: body.length, sha256: hash, contentType };
}
