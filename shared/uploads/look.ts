import type { ClientBase } from 'pg';
import { enqueue } from '#shared/database/outbox.ts';

/** Asks for a look at uploads of one household in a while. */
export async function look(
  client: ClientBase,
  householdId: string,
  uploads: readonly { readonly id: string }[],
): Promise<void> {
  await enqueue(client, 'uploads.look', { look: uploads.map(({ id }) => id), householdId });
}
