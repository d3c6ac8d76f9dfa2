import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startS3 } from '#cdk/local/s3/server.ts';
import { openState } from '#cdk/local/state/state.ts';
import { client, credentials, temporaryFolder } from '#test/cdk/local/support/state.ts';

const Bucket = 'uploads';

/** Storage on a folder that was used before, to be stopped and started again. */
async function start(folder: string, isFull = () => false) {
  writeFileSync(join(folder, 'credentials.json'), '{}');
  const state = openState(folder);
  const directory = join(folder, 's3');
  const s3 = await startS3({
    state,
    directory,
    port: 0,
    region: 'eu-central-1',
    credentials,
    buckets: [{ name: Bucket, cors: [], lifecycle: [], versioned: false, notifications: [] }],
    deliver: () => undefined,
    disk: { isFull },
  });
  const sdk = new S3Client({ ...client, endpoint: s3.url });
  const put = (Key: string, Body: string) =>
    sdk.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'image/png' }));
  const get = async (Key: string) => {
    const { Body, ContentType } = await sdk.send(new GetObjectCommand({ Bucket, Key }));
    return [await Body?.transformToString(), ContentType];
  };
  const stop = async () => {
    await s3.close();
    state.close();
  };
  return { put, get, stop, state, sdk, files: () => readdirSync(directory) };
}

const quiet = () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  onTestFinished(() => said.mockRestore());
  return said;
};

test('objects are found again when the state is lost: their last version, and none that was deleted', async () => {
  const said = quiet();
  const folder = temporaryFolder();
  const first = await start(folder);
  await first.put('a/ż ó', 'old');
  await first.put('a/ż ó', 'new');
  await first.put('b', 'gone');
  await first.sdk.send(new DeleteObjectCommand({ Bucket, Key: 'b' }));
  await first.stop();
  rmSync(join(folder, 'state.sqlite'));
  const second = await start(folder);
  onTestFinished(second.stop);
  expect(await second.get('a/ż ó')).toEqual(['new', 'image/png']);
  await expect(second.get('b')).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect(second.files()).toHaveLength(2);
  expect(said).toHaveBeenCalledWith('1 files of the storage were found again.');
});

test('what an earlier version stored is labelled at the next start', async () => {
  quiet();
  const folder = temporaryFolder();
  const first = await start(folder);
  await first.put('a', 'kept');
  await first.stop();
  for (const name of first.files()) if (name.endsWith('.json')) rmSync(join(folder, 's3', name));
  await (await start(folder)).stop();
  rmSync(join(folder, 'state.sqlite'));
  const third = await start(folder);
  onTestFinished(third.stop);
  expect(await third.get('a')).toEqual(['kept', 'image/png']);
});

test('a state that is whole knows better than labels: what no row names is removed with its label', async () => {
  const folder = temporaryFolder();
  const first = await start(folder);
  await first.put('a', 'x');
  first.state.database.exec('DELETE FROM object');
  await first.stop();
  const second = await start(folder);
  onTestFinished(second.stop);
  expect(second.files()).toEqual([]);
  expect(existsSync(join(folder, 'state.sqlite.damaged'))).toBe(false);
});

test('a full disk takes no object and gives those it has', async () => {
  let isFull = false;
  const storage = await start(temporaryFolder(), () => isFull);
  onTestFinished(storage.stop);
  await storage.put('a', 'x');
  isFull = true;
  await expect(storage.put('b', 'y')).rejects.toMatchObject({
    name: 'InsufficientStorage',
    $metadata: { httpStatusCode: 507 },
  });
  expect(await storage.get('a')).toEqual(['x', 'image/png']);
});
