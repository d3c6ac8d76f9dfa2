import { relayOutbox } from '#shared/database/relay-outbox.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { alarmChangesOf, type SnsEvent } from './alarm-event.ts';
import { receiveAlarm } from './tell.ts';

/** Records what an event of SNS tells of alarms, and has whoever operates the installation told (worker role). */
export async function receiveAlarms(event: SnsEvent): Promise<void> {
  for (const change of alarmChangesOf(event)) {
    await withWorker((client) => receiveAlarm(client, change));
  }
  await relayOutbox();
}
