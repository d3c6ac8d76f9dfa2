import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startS3 } from '#cdk/local/s3/server.ts';
import { openState, type State } from '#cdk/local/state/state.ts';
import { ENV } from '#shared/env.ts';

const BUCKET = 'uploads-of-a-test';

/**
 * A real S3 of the local target for the tests of one file; the environment points the product's own
 * client to it. Call it after `testDatabase()`, whose environment it shares.
 */
export function testStorage(): { readonly events: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-storage-'));
  const events: string[] = [];
  let state: State;
  let s3: Awaited<ReturnType<typeof startS3>>;
  beforeAll(async () => {
    state = openState(folder);
    const queueArn = 'arn:aws:sqs:eu-central-1:000000000000:receipts';
    const rule = { event: 's3:ObjectCreated:*', prefix: 'uploads/', suffix: '', queueArn };
    s3 = await startS3({
      state,
      directory: join(folder, 's3'),
      port: 0,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      buckets: [{ name: BUCKET, cors: [], lifecycle: [], versioned: true, notifications: [rule] }],
      deliver: (_arn, body) => void events.push(body),
    });
    Object.assign(process.env, {
      [ENV.s3Endpoint]: s3.url,
      [ENV.uploadsBucket]: BUCKET,
      [ENV.region]: 'eu-central-1',
      [ENV.accessKeyId]: 'test',
      [ENV.secretAccessKey]: 'test',
    });
  });
  afterAll(async () => {
    await s3.close();
    state.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { events };
}
