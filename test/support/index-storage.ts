import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startS3 } from '#cdk/local/s3/server.ts';
import { openState } from '#cdk/local/state/state.ts';
import { ENV } from '#shared/env.ts';
import { indexLocation } from '#shared/vector-store/s3-location.ts';
import type { VectorStoreLocation } from '#shared/vector-store/vector-store.ts';

export interface IndexStorage {
  readonly location: VectorStoreLocation;
  /** What a function's environment says of it. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The local target's S3 with a bucket for the index, on a port of its own. */
export async function startIndexStorage(): Promise<IndexStorage> {
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-index-'));
  const state = openState(folder);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const s3 = await startS3({
    state,
    directory: join(folder, 's3'),
    port: 0,
    region: 'eu-central-1',
    credentials,
    buckets: [{ name: 'index', cors: [], lifecycle: [], versioned: false, notifications: [] }],
    deliver: () => {
      throw new Error('nobody is told of the index');
    },
  });
  const environment = {
    [ENV.s3Endpoint]: s3.url,
    [ENV.indexBucket]: 'index',
    [ENV.region]: 'eu-central-1',
    [ENV.accessKeyId]: credentials.accessKeyId,
    [ENV.secretAccessKey]: credentials.secretAccessKey,
  };
  return {
    location: indexLocation(environment),
    environment,
    close: async () => {
      await s3.close();
      state.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
