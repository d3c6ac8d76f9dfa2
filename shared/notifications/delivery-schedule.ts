import type { ClientBase } from 'pg';
import { enqueue } from '#shared/database/outbox.ts';

/** Attempts at a delivery; between the first and the last lies an hour and a half. */
const MAX_ATTEMPTS = 8;

export interface DueDelivery {
  readonly deliveryId: string;
  readonly householdId: string | null;
}

/**
 * Has a delivery that failed so often tried again: a minute later after the first attempt, a quarter of an
 * hour after each other.
 * @returns false when it is given up; it stays in the log then, and a person may send it again
 */
export async function tryLater(
  client: ClientBase,
  delivery: DueDelivery,
  attempts: number,
): Promise<boolean> {
  if (attempts >= MAX_ATTEMPTS) return false;
  if (attempts === 1) await enqueue(client, 'delivery.due.soon', delivery);
  else await enqueue(client, 'delivery.due.later', delivery);
  return true;
}
