import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeBody } from '#cdk/local/s3/body-file.ts';
import { applyLifecycle } from '#cdk/local/s3/lifecycle.ts';
import { MultipartStore } from '#cdk/local/s3/multipart-store.ts';
import { ObjectStore } from '#cdk/local/s3/object-store.ts';
import { temporaryFolder, temporaryState } from '#test/cdk/local/support/state.ts';

const DAY = 86_400_000;
const noon = Date.UTC(2026, 10, 24, 12);
const midnight = Date.UTC(2026, 10, 25);
const bucket = 'uploads';

/** A bucket that keeps drafts for a week and unfinished uploads for a day. */
function openBucket() {
  const state = temporaryState();
  const directory = join(temporaryFolder(), 's3');
  const events: string[] = [];
  const objects = new ObjectStore({
    state,
    directory,
    region: 'eu-central-1',
    deliver: (_arn, body) => void events.push(JSON.parse(body).Records[0].eventName),
    buckets: [
      {
        name: bucket,
        cors: [],
        versioned: false,
        notifications: [
          { event: 's3:ObjectRemoved:*', prefix: '', suffix: '', queueArn: 'arn:aws:sqs:::work' },
        ],
        lifecycle: [
          { prefix: 'drafts/', expireAfterDays: 7, abortMultipartAfterDays: undefined },
          { prefix: '', expireAfterDays: undefined, abortMultipartAfterDays: 1 },
        ],
      },
    ],
  });
  const multipart = new MultipartStore(state, directory);
  const put = async (key: string, now: number) => {
    const bytes = (async function* () {
      yield Buffer.from('x');
    })();
    const body = await writeBody(directory, bytes, 'crc32');
    const object = { bucket, key, body, etag: body.md5, contentType: 'text/plain', headers: {} };
    objects.put(object, 'ObjectCreated:Put', now);
  };
  return { objects, multipart, directory, events, put };
}

test('objects expire at the midnight after their days, with their files and without an event', async () => {
  const { objects, multipart, directory, events, put } = openBucket();
  for (const key of ['drafts/a', 'kept']) await put(key, noon);
  const keys = () => [...objects.list(bucket, '', '')].map(({ key }) => key);
  applyLifecycle(objects, multipart, midnight + 7 * DAY - 1);
  expect(keys()).toEqual(['drafts/a', 'kept']);
  applyLifecycle(objects, multipart, midnight + 7 * DAY);
  expect(keys()).toEqual(['kept']);
  expect(readdirSync(directory)).toHaveLength(2); // the bytes and their label
  expect(events).toEqual([]);
});

test('an incomplete multipart upload is aborted after its days', () => {
  const { objects, multipart } = openBucket();
  const begun = { bucket, key: 'big', contentType: 'text/plain', headers: {}, startedAt: noon };
  const id = multipart.begin(begun);
  applyLifecycle(objects, multipart, midnight + DAY - 1);
  expect(multipart.parts(id)).toEqual([]);
  applyLifecycle(objects, multipart, midnight + DAY);
  expect(() => multipart.parts(id)).toThrow('does not exist');
});
