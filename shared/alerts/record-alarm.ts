import type { ClientBase } from 'pg';
import type { AlarmChange } from './alarm-event.ts';
import * as store from './alert-store.ts';
import { whenToNotify } from './cooldown.ts';

/** What became of a change: whether somebody is to be told of it, and when. */
export type Recorded = 'repeated' | 'nothing' | 'now' | 'later' | 'never';

/**
 * Records a change of an alarm's state, and opens or resolves its alert. Messages come at least once and in
 * any order: one that was recorded changes nothing, one that is older than what is known is only noted.
 */
export async function recordAlarm(client: ClientBase, change: AlarmChange): Promise<Recorded> {
  const { alarm, messageId, reason, at, state } = change;
  // Nobody can do anything about an alarm that has no data; what it was before still holds.
  if (state === 'INSUFFICIENT_DATA') return 'nothing';
  await store.lockAlarm(client, alarm);
  if (await store.isRecorded(client, messageId)) return 'repeated';
  const last = await store.lastSignal(client, alarm);
  const isLate = last !== undefined && at < last.at;
  const kind = state === 'ALARM' ? 'fired' : 'recovered';
  const alert = isLate ? await store.findNewest(client, alarm) : await apply(client, change);
  // An alarm that was never seen to fire has recovered from nothing.
  if (alert === undefined) return 'nothing';
  const notify = isLate ? 'never' : whenToNotify(kind, at, await store.lastNotice(client, alarm));
  await store.insertChange(client, {
    alertId: alert.id,
    alarm,
    change: kind,
    reason,
    at,
    notified: notify === 'now',
    messageId,
  });
  return notify;
}

async function apply(
  client: ClientBase,
  { alarm, state, reason, at }: AlarmChange,
): Promise<store.AlertRow | undefined> {
  const open = await store.findOpen(client, alarm);
  if (state === 'ALARM') {
    if (open === undefined) return await store.insertAlert(client, alarm, reason, at);
    await store.setReason(client, open.id, reason);
    return open;
  }
  if (open === undefined) return await store.findNewest(client, alarm);
  return await store.setResolved(client, open.id, 'recovery', at);
}
