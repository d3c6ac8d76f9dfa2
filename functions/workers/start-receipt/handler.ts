import { consumer } from '#shared/entry/consumer.ts';
import { StartMessage, wishesOf } from '#shared/uploads/start-message.ts';
import { startReading } from '#shared/uploads/start-reading.ts';
import { lookAfterUploads } from '#shared/uploads/sweep-store.ts';

/** A file arrived, another attempt was asked for, or a batch is due: its workflow begins. Later, a look. */
export const handler = consumer(StartMessage, async (message) => {
  for (const wish of wishesOf(message)) {
    await (wish.kind === 'look' ? lookAfterUploads(wish.ids) : startReading(wish));
  }
});
