import { join } from 'node:path';
import { BUCKET, bucketOf } from '#cdk/local/resources/buckets.ts';
import { startS3 } from '#cdk/local/s3/server.ts';
import type { Part } from './part.ts';

export const buckets: Part = {
  types: [BUCKET],
  port: 's3',
  service: 'S3',
  start({ options, state, credentials, stack, region, disk, port, need }) {
    const queues = need('queues');
    return startS3({
      state,
      credentials,
      port: port('s3'),
      directory: join(options.data, 's3'),
      region,
      disk,
      buckets: stack.all(BUCKET).map(bucketOf),
      deliver: (queueArn, body) => void queues.send(queueArn, { body }, Date.now()),
    });
  },
};
