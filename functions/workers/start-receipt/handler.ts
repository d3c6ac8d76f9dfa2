import { consumer } from '#shared/entry/consumer.ts';
import { StartMessage, uploadsOf } from '#shared/uploads/start-message.ts';
import { startReading } from '#shared/uploads/start-reading.ts';

/** A file arrived, or another attempt was asked for: its workflow begins. */
export const handler = consumer(StartMessage, async (message) => {
  for (const uploadId of uploadsOf(message)) await startReading(uploadId);
});
