import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, onTestFinished } from 'vitest';
import type { BucketConfig } from '#cdk/local/s3/bucket-config.ts';
import { startS3 } from '#cdk/local/s3/server.ts';
import {
  client,
  credentials,
  temporaryFolder,
  temporaryState,
} from '#test/cdk/local/support/state.ts';

const queueArn = 'arn:aws:sqs:eu-central-1:000000000000:work';
const bucket: BucketConfig = {
  name: 'uploads',
  cors: [
    {
      allowedOrigins: ['https://food.example'],
      allowedMethods: ['PUT'],
      allowedHeaders: ['*'],
      exposedHeaders: ['ETag'],
      maxAgeSeconds: 600,
    },
  ],
  lifecycle: [],
  versioned: false,
  notifications: [{ event: 's3:ObjectCreated:*', prefix: 'uploads/', suffix: '', queueArn }],
};
export const Bucket = 'uploads';

/** A local S3 with one bucket, its events in a list. */
export async function startStorage(deliver?: (arn: string, body: string) => void) {
  const events: { name: string; key: string; sequencer: string }[] = [];
  const folder = temporaryFolder();
  const directory = join(folder, 's3');
  const s3 = await startS3({
    state: temporaryState(folder),
    directory,
    port: 0,
    region: 'eu-central-1',
    credentials,
    buckets: [bucket],
    deliver:
      deliver ??
      ((arn, body) => {
        expect(arn).toBe(queueArn);
        const [record] = JSON.parse(body).Records;
        const { key, sequencer } = record.s3.object;
        events.push({ name: record.eventName, key, sequencer });
      }),
  });
  onTestFinished(() => s3.close());
  const sdk = new S3Client({ ...client, endpoint: s3.url });
  return { s3, sdk, events, directory };
}

export const textOf = async (sdk: S3Client, Key: string, more = {}) =>
  (await sdk.send(new GetObjectCommand({ Bucket, Key, ...more }))).Body?.transformToString();
