import { log } from '#shared/telemetry/log.ts';
import { overLimit } from './over-limit.ts';

/** Reading a photograph costs seconds of a processor or cents of Textract. */
const PER_HOUR = 60;
const HOUR_SECONDS = 3600;
/** While Redis is away, what one instance lets through. */
const PER_HOUR_LOCAL = 20;

/** Uploads that this instance counted in the current hour while Redis was away, by household. */
let localCounts = { window: 0, counts: new Map<string, number>() };

/** Adds to a counter that all instances share, and returns its value. */
export type AddToCounter = (
  key: string,
  amount: number,
  lifetimeSeconds: number,
) => Promise<number>;

/**
 * Does what makes files be read, and counts them for this hour, a batch as its files. What is refused,
 * here or by `work`, and a duplicate, which is read no second time, do not count: a smaller batch may
 * still fit. The count lives in Redis; without it a smaller one in this process does, since a cache that
 * is down must neither stop a household nor lift the limit.
 * @throws UserError 429 with Retry-After and RateLimit headers
 */
export async function limitUploads<T extends object>(
  { householdId }: { readonly householdId: string },
  files: number,
  addToCounter: AddToCounter,
  work: () => Promise<T>,
): Promise<T> {
  const giveBack = await countUploads(householdId, files, addToCounter);
  let done: T;
  try {
    done = await work();
  } catch (error) {
    await giveBack();
    throw error;
  }
  if ('duplicateOf' in done) await giveBack();
  return done;
}

/** @returns takes them out of the count again */
export async function countUploads(
  householdId: string,
  files: number,
  addToCounter: AddToCounter,
  now: number = Date.now(),
): Promise<() => Promise<void>> {
  const window = Math.floor(now / 1000 / HOUR_SECONDS);
  const { count, limit } = await add(householdId, window, files, addToCounter);
  const giveBack = async () => void (await add(householdId, window, -files, addToCounter));
  if (count <= limit) return giveBack;
  await giveBack();
  const reset = (window + 1) * HOUR_SECONDS - Math.floor(now / 1000);
  const left = Math.max(0, limit - (count - files));
  throw overLimit('too-many-uploads', { limit, left, reset }, (minutes) => ({
    pl: `Najwyżej ${limit} plików na godzinę, zostało ${left}. Spróbuj za ${minutes} min.`,
    en: `At most ${limit} files an hour, ${left} are left. Try again in ${minutes} min.`,
  }));
}

async function add(
  householdId: string,
  window: number,
  files: number,
  addToCounter: AddToCounter,
): Promise<{ count: number; limit: number }> {
  try {
    const key = keyOf(householdId, window);
    return { count: await addToCounter(key, files, HOUR_SECONDS), limit: PER_HOUR };
  } catch (error) {
    log.warn('Redis does not count uploads; this instance does', { error });
    return { count: countLocally(householdId, window, files), limit: PER_HOUR_LOCAL };
  }
}

const keyOf = (householdId: string, window: number) => `uploads:${householdId}:${window}`;

/** The counters of a household that may be there now. */
export function uploadCountKeys(householdId: string, now: Date): string[] {
  const window = Math.floor(now.getTime() / 1000 / HOUR_SECONDS);
  return [window - 1, window].map((each) => keyOf(householdId, each));
}

function countLocally(householdId: string, window: number, files: number): number {
  if (localCounts.window !== window) localCounts = { window, counts: new Map() };
  const count = (localCounts.counts.get(householdId) ?? 0) + files;
  localCounts.counts.set(householdId, count);
  return count;
}
