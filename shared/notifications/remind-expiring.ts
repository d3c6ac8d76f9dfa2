import { relayOutbox } from '#shared/database/relay-outbox.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { notify } from './notify.ts';
import { reminderKey, selectDue, selectExpiring } from './reminder-store.ts';

/**
 * Tells each household that wants it, once a day after the morning of its zone has begun, what expires soon
 * (worker role). @returns how many were told
 */
export async function remindExpiring(now: Date): Promise<{ readonly reminded: number }> {
  const due = await withWorker((client) => selectDue(client, now));
  for (const reminder of due) {
    const { householdId, day } = reminder;
    await withWorker(async (client) => {
      const lots = await selectExpiring(client, reminder);
      const data = { day, lots };
      await notify(client, {
        householdId,
        type: 'lots.expiring',
        eventKey: reminderKey(day),
        data,
      });
    });
  }
  await relayOutbox();
  return { reminded: due.length };
}
