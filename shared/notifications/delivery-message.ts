import * as z from 'zod/mini';

/** What the queue of notifications carries. */
export const DeliveryMessage = z.union([
  z.object({ deliveryId: z.uuid() }),
  z.object({ settledAlarm: z.string() }),
]);
