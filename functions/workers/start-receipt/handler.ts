import { readObject } from '#shared/clients/s3.ts';
import { startBatchWorkflow, startReceiptWorkflow } from '#shared/clients/states.ts';
import { consumer } from '#shared/entry/consumer.ts';
import { StartMessage, toCommands } from '#shared/uploads/start-message.ts';
import { startReading } from '#shared/uploads/start-reading.ts';
import { recheckUploads } from '#shared/uploads/sweep-uploads.ts';

const workflows = { startReceiptWorkflow, startBatchWorkflow };

/** A file arrived, another attempt was requested, or a batch is due: its workflow begins. Later, a check. */
export const handler = consumer(StartMessage, async (message) => {
  for (const command of toCommands(message)) {
    await (command.kind === 'stuck-check'
      ? recheckUploads(command.ids)
      : startReading(command, { readObject }, workflows));
  }
});
