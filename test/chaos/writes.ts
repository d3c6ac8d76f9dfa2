import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { Random } from '#test/synthetic/random.ts';
import type { Entry } from './log.ts';
import type { Reply, RestartingSystem } from './restarting-system.ts';

/** More than all clients eat, in grams. */
export const STOCK = 900_000;
const Lot = z.object({ id: z.uuid() });
const Problem = z.object({ code: z.string() });

const TOO_MANY = 429;

interface Write {
  readonly kind: string;
  readonly path: string;
  readonly body: object;
}

/** The kinds of small writes; the final state shows the mark of each. */
const KINDS = [
  (mark: string): Write => ({
    kind: 'food added',
    path: '/api/v2/pantry',
    body: { product: { name: mark }, quantity: { value: '1', unit: 'szt' } },
  }),
  (mark: string, lotId: string): Write => ({
    kind: 'food eaten',
    path: `/api/v2/pantry/${lotId}/consume`,
    body: { quantity: { value: '1', unit: 'g' }, reason: mark },
  }),
  (mark: string): Write => ({
    kind: 'person added',
    path: '/api/v2/household/people',
    body: { name: mark },
  }),
] as const;

/**
 * Somebody who writes until the end: half of it with an Idempotency-Key, tried again until it is
 * answered, half without and sent once.
 */
export async function write(
  chaos: RestartingSystem,
  sub: string,
  lotId: string,
  log: Entry[],
  random: Random,
  end: AbortSignal,
): Promise<void> {
  const retried: Promise<void>[] = [];
  for (let at = 0; !end.aborted; at += 1) {
    const mark = `${sub}-${at}`;
    const keyed = random.chance(0.5);
    const { kind, path, body } = random.pick(KINDS)(mark, lotId);
    const entry: Entry = {
      kind: keyed ? `${kind}, with a key` : kind,
      mark,
      outcome: 'unknown',
      wasUnknown: false,
      wasReplayed: false,
    };
    log.push(entry);
    const send = () => post(chaos, sub, path, body, keyed ? { 'idempotency-key': mark } : {});
    note(entry, await send());
    if (keyed && mayBeTriedAgain(entry)) retried.push(tryAgain(entry, send));
    await pause(random.whole(100, 500));
  }
  await Promise.all(retried);
}

/** Makes the lot that is eaten from. @returns its id */
export async function stock(chaos: RestartingSystem, sub: string): Promise<string> {
  const body = {
    product: { name: 'mąka pszenna' },
    quantity: { value: String(STOCK), unit: 'g' },
  };
  return Lot.parse((await post(chaos, sub, '/api/v2/pantry', body, {})).body).id;
}

async function post(
  chaos: RestartingSystem,
  sub: string,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  return await chaos.request(sub, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** A server error says as little as silence: it may have come after the commit. */
export function note(entry: Entry, { status, replayed, body }: Reply): void {
  if (replayed) entry.wasReplayed = true;
  if (status === 'cut' || status >= 500) {
    entry.outcome = 'unknown';
    entry.wasUnknown = true;
  } else if (status === 409 && Problem.safeParse(body).data?.code === 'still-running') {
    entry.outcome = 'unknown'; // the killed try holds the key for a minute
  } else if (status < 300) entry.outcome = 'acknowledged';
  else {
    // That there is no room for this try says nothing of the one before.
    entry.outcome = status === TOO_MANY && entry.wasUnknown ? 'unknown' : 'refused';
    entry.refusal = `${status} ${Problem.safeParse(body).data?.code}`;
  }
}

function mayBeTriedAgain({ outcome, refusal }: Entry): boolean {
  if (outcome === 'acknowledged') return false;
  return outcome === 'unknown' || (refusal?.startsWith(`${TOO_MANY}`) ?? false);
}

async function tryAgain(entry: Entry, send: () => Promise<Reply>): Promise<void> {
  while (mayBeTriedAgain(entry)) {
    await pause(2000);
    note(entry, await send());
  }
}
