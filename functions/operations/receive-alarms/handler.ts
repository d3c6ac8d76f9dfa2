import { alarmChangesOf, SnsEvent } from '#shared/alerts/alarm-event.ts';
import { recordAlarm } from '#shared/alerts/record-alarm.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { requestedOperation } from '#shared/entry/operation.ts';

/** Records what alarms tell by way of SNS. */
export const handler = requestedOperation(SnsEvent, async (event) => {
  for (const change of alarmChangesOf(event)) {
    await withWorker((client) => recordAlarm(client, change));
  }
});
