import { expect, test } from 'vitest';
import { withWorker } from '#shared/database/with-household.ts';
import { claimBytes } from '#shared/uploads/claim-bytes.ts';
import { testDatabase } from '#test/support/database.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();

test('two messages about one file do not make it a duplicate of itself', async () => {
  const { uploadId } = await newRun(await database.newHousehold());
  database.actAsWorker();
  const claim = () => withWorker((client) => claimBytes(client, uploadId, Buffer.from('a photo')));
  await Promise.all([claim(), claim()]);
  const rows = await database.query(
    'select status, duplicate_of, sha256 is not null as hashed from uploads where id = $1',
    [uploadId],
  );
  expect(rows).toEqual([{ status: 'awaiting-file', duplicate_of: null, hashed: true }]);
});
