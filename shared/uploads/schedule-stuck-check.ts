import type { ClientBase } from 'pg';
import { enqueue } from '#shared/database/outbox.ts';

/**
 * Has uploads of one household checked in a while, in case they are stuck by then. Topic and field
 * keep their first names: messages of older releases may lie in the outbox and in the queue.
 */
export async function scheduleStuckCheck(
  client: ClientBase,
  householdId: string,
  uploads: readonly { readonly id: string }[],
): Promise<void> {
  await enqueue(client, 'uploads.look', { look: uploads.map(({ id }) => id), householdId });
}
