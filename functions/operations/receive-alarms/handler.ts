import { SnsEvent } from '#shared/alerts/alarm-event.ts';
import { receiveAlarms } from '#shared/alerts/receive-alarms.ts';
import { requestedOperation } from '#shared/entry/operation.ts';

/** Records what alarms tell by way of SNS, and has whoever operates the installation told. */
export const handler = requestedOperation(SnsEvent, receiveAlarms);
