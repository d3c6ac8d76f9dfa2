import { alarmChangesOf, SnsEvent } from '#shared/alerts/alarm-event.ts';
import { receiveAlarm } from '#shared/alerts/tell.ts';
import { relayOutbox } from '#shared/database/relay-outbox.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { requestedOperation } from '#shared/entry/operation.ts';

/** Records what alarms tell by way of SNS, and has whoever operates the installation told. */
export const handler = requestedOperation(SnsEvent, async (event) => {
  for (const change of alarmChangesOf(event)) {
    await withWorker((client) => receiveAlarm(client, change));
  }
  await relayOutbox();
});
