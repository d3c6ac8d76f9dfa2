import { expect, test } from 'vitest';
import { handler } from '#functions/operations/relay-outbox/handler.ts';
import { enqueue } from '#shared/database/outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

test('a sent message is kept for 7 days', async () => {
  const household = await database.newHousehold();
  const { householdId } = household;
  const sent = ['1 hour', '6 days 23 hours', '7 days 1 second', '30 days'];
  for (const [at, age] of sent.entries()) {
    await withHousehold(household, (client) =>
      enqueue(client, 'receipt.requested', { uploadId: householdId, householdId, attempt: at }),
    );
    await database.query(
      `update outbox set sent_at = now() - $2::interval, created_at = now() - interval '40 days'
       where payload ->> 'attempt' = $1`,
      [String(at), age],
    );
  }
  database.actAsWorker();
  // No message waits, so no queue is called.
  process.env[ENV.receiptsQueueUrl] = 'http://127.0.0.1:2/000000000000/receipts';
  expect(await handler({})).toMatchObject({ sent: 0 });
  const rows = await database.query<{ attempt: string }>(
    `select payload ->> 'attempt' as attempt from outbox order by 1`,
  );
  expect(rows.map(({ attempt }) => sent[Number(attempt)])).toEqual(sent.slice(0, 2));
});
