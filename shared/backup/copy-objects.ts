import type { Bucket, ListedObject } from './bucket.ts';
import { keys, ORIGINALS } from './keys.ts';
import { ObjectsManifest } from './manifest.ts';
import { listedCopies, type ObjectCopy, writeList } from './object-list.ts';
import { sha256 } from './sha256.ts';

/** Files in one piece of the list: what is held of it in memory. */
const LIST_LENGTH = 1000;
/** Files that are on their way at once, each in memory: they have 25 MB at most. */
const AT_ONCE = 8;

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
  const atOnce = Math.min(AT_ONCE, listLength);
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
  for await (const objects of inGroups(uploads.list(ORIGINALS, after), atOnce)) {
    const pairs: [ListedObject, ObjectCopy | undefined][] = [];
    for (const object of objects) pairs.push([object, await known(object)]);
    const made = await Promise.all(pairs.map((pair) => copyOf(...pair, deps)));
    copies.push(...made.filter((copy) => copy !== undefined));
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
    return next?.key === key && next.etag === etag ? next : undefined;
  };
}

/** The copy that is known, if it is still there, or a new one. */
async function copyOf(
  object: ListedObject,
  known: ObjectCopy | undefined,
  deps: CopyDeps,
): Promise<ObjectCopy | undefined> {
  const isThere =
    known !== undefined && (await deps.backups.size(keys.copy(known.sha256))) === known.size;
  return isThere ? known : await copyObject(object, deps);
}

async function* inGroups<T>(all: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = [];
  for await (const one of all) {
    group.push(one);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
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
