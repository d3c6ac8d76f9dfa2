import * as z from 'zod/mini';
import { SnsEvent } from './alarm-event.ts';

/** What the queue of notifications carries. */
export const NotificationMessage = z.union([
  z.object({ deliveryId: z.uuid() }),
  z.object({ settledAlarm: z.string() }),
  // An event that `receive-alarms` failed on three times, as Lambda hands it on.
  z.object({ requestPayload: SnsEvent }),
]);
