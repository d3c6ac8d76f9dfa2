import type { ClientBase } from 'pg';
import { enqueue } from '#shared/database/outbox.ts';
import { notify } from '#shared/notifications/notify.ts';
import type { AlarmChange } from './alarm-event.ts';
import { alarmText } from './alarm-text.ts';
import * as store from './alert-store.ts';
import { whenToNotify } from './cooldown.ts';
import { recordAlarm } from './record-alarm.ts';

/** Records a change of an alarm and tells whoever operates the installation, now or when its cooldown is over. */
export async function receiveAlarm(client: ClientBase, change: AlarmChange): Promise<void> {
  const recorded = await recordAlarm(client, change);
  if (recorded === 'now') await tellLastSignal(client, change.alarm);
  if (recorded === 'later') await settleLater(client, change.alarm);
}

/** The cooldown of an alarm is over: tells how it is now, where that is not what was told last. */
export async function settleAlarm(client: ClientBase, alarm: string, now: Date): Promise<void> {
  await store.lockAlarm(client, alarm);
  const last = await store.lastSignal(client, alarm);
  const told = await store.lastNotice(client, alarm);
  if (last === undefined || last.change === told?.change) return;
  const when = whenToNotify(last.change, now, told);
  if (when === 'later') await settleLater(client, alarm);
  if (when !== 'now') return;
  await store.setNotified(client, last.id);
  await tellLastSignal(client, alarm);
}

async function settleLater(client: ClientBase, alarm: string): Promise<void> {
  await enqueue(client, 'alarm.settled', { settledAlarm: alarm, householdId: null });
}

async function tellLastSignal(client: ClientBase, alarm: string): Promise<void> {
  const last = await store.lastSignal(client, alarm);
  if (last === undefined) throw new Error(`Nothing is known of ${alarm}`);
  await notify(client, {
    householdId: null,
    type: `alert.${last.change}`,
    eventKey: `alert ${last.id}`,
    data: {
      alertId: last.alertId,
      alarm,
      title: alarmText(alarm),
      reason: last.reason ?? '',
      at: last.at.toISOString(),
    },
  });
}
