import type { ClientBase } from 'pg';
import { enqueue } from '#shared/database/outbox.ts';
import type { Priority } from './request-schema.ts';

/** One more request may be answered. @param isLater after a pause, for what failed a moment ago */
export async function sendTicket(
  client: ClientBase,
  { householdId }: { readonly householdId: string },
  priority: Priority,
  isLater = false,
): Promise<void> {
  const ticket = { priority, householdId };
  if (priority === 'interactive') {
    if (isLater) await enqueue(client, 'chat.interactive.later', ticket);
    else await enqueue(client, 'chat.interactive', ticket);
  } else if (isLater) await enqueue(client, 'chat.background.later', ticket);
  else await enqueue(client, 'chat.background', ticket);
}
