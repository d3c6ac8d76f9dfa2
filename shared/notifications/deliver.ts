import { withWorker } from '#shared/database/with-household.ts';
import { log } from '#shared/telemetry/log.ts';
import { tryLater } from './delivery-schedule.ts';
import * as deliveries from './delivery-store.ts';
import { type Channel, selectTargets, type TargetRow } from './target-store.ts';

/** Sends one delivery to its target. @returns a code when it was not taken: `timeout`, `status-500` */
export type Send = (
  target: TargetRow,
  delivery: deliveries.DeliveryRow,
) => Promise<string | undefined>;

/**
 * Sends a delivery that waits (worker role), and notes what came of it in the log that its household reads.
 * One that was not taken is sent again later, through the outbox; its row stays locked while it is under
 * way, so that two messages about it send it once.
 */
export async function deliver(
  deliveryId: string,
  send: Readonly<Record<Channel, Send>>,
): Promise<void> {
  await withWorker(async (client) => {
    const delivery = await deliveries.claimWaiting(client, deliveryId);
    if (delivery === undefined) return;
    const { householdId, channel, attempts } = delivery;
    const targets = await selectTargets(client, householdId);
    const target = targets.find((each) => each.channel === channel);
    const problem = target === undefined ? 'no-target' : await send[channel](target, delivery);
    if (problem === undefined) return await deliveries.noteSent(client, deliveryId);
    // Nobody waits for what was wanted by a target that is gone.
    const isLast =
      target === undefined || !(await tryLater(client, { deliveryId, householdId }, attempts + 1));
    await deliveries.noteFailure(client, deliveryId, problem, isLast);
    if (isLast) log.warn('A notification was given up', { deliveryId, problem });
  });
}
