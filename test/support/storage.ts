import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { startS3 } from '#cdk/local/s3/server.ts';
import { openState } from '#cdk/local/state/state.ts';
import { ENV } from '#shared/env.ts';

const BUCKET = 'uploads-of-a-test';
const BACKUPS = 'backups-of-a-test';
const INDEX = 'index-of-a-test';

let address: Promise<string> | undefined;
/** Of all files of the process. */
const events: string[] = [];

/**
 * A real S3 of the local target; the environment points the product's own client to it. The files of a
 * process share it, for the client keeps the address it found first: each looks at its own keys.
 * Call it after `testDatabase()`, whose environment it shares.
 */
export function testStorage(): { readonly events: readonly string[] } {
  beforeAll(async () => {
    address ??= startStorage();
    Object.assign(process.env, {
      [ENV.s3Endpoint]: await address,
      [ENV.uploadsBucket]: BUCKET,
      [ENV.backupsBucket]: BACKUPS,
      [ENV.indexBucket]: INDEX,
      [ENV.region]: 'eu-central-1',
      [ENV.accessKeyId]: 'test',
      [ENV.secretAccessKey]: 'test',
    });
  });
  return { events };
}

/** It ends, and its files go, with the process. @returns its URL */
async function startStorage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-storage-'));
  const state = openState(folder);
  const queueArn = 'arn:aws:sqs:eu-central-1:000000000000:receipts';
  const rule = { event: 's3:ObjectCreated:*', prefix: 'uploads/', suffix: '', queueArn };
  const { url } = await startS3({
    state,
    directory: join(folder, 's3'),
    port: 0,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    buckets: [
      { name: BUCKET, cors: [], lifecycle: [], versioned: true, notifications: [rule] },
      { name: BACKUPS, cors: [], lifecycle: [], versioned: true, notifications: [] },
      { name: INDEX, cors: [], lifecycle: [], versioned: false, notifications: [] },
    ],
    deliver: (_arn, body) => void events.push(body),
  });
  process.once('exit', () => {
    state.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return url;
}
