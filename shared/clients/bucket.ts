import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { type EnvName, requireEnv } from '#shared/env.ts';
import { unlessAborted } from '#shared/waiting/unless-aborted.ts';
import { askStorage, isMissing, requireTag, storageClient } from './s3.ts';

/** As many as S3 deletes at once. */
const MAX_DELETES = 1000;

/** Objects of one bucket by key, whose name the environment holds. */
export function openBucket(env: EnvName) {
  const Bucket = () => requireEnv(env);
  return {
    /** Undefined where there is no such object. */
    async read(key: string): Promise<{ body: Buffer; contentType: string } | undefined> {
      const command = new GetObjectCommand({ Bucket: Bucket(), Key: key });
      return await orMissing(() =>
        askStorage(async (abortSignal) => {
          const { Body, ETag, ContentType } = await storageClient.send(command, { abortSignal });
          requireTag(ETag);
          if (Body === undefined) throw new Error(`The object ${key} has no body`);
          const bytes = await unlessAborted(Body.transformToByteArray(), abortSignal);
          const contentType = ContentType ?? 'application/octet-stream';
          return { body: Buffer.from(bytes), contentType };
        }),
      );
    },

    /** In bytes; undefined where there is no such object. */
    async size(key: string): Promise<number | undefined> {
      const command = new HeadObjectCommand({ Bucket: Bucket(), Key: key });
      return await orMissing(() =>
        askStorage(async (abortSignal) => {
          const { ETag, ContentLength } = await storageClient.send(command, { abortSignal });
          requireTag(ETag);
          return ContentLength ?? 0;
        }),
      );
    },

    async write(key: string, body: Buffer | string, contentType: string): Promise<void> {
      const object = { Bucket: Bucket(), Key: key, Body: body, ContentType: contentType };
      await askStorage(async (abortSignal) => {
        requireTag((await storageClient.send(new PutObjectCommand(object), { abortSignal })).ETag);
      });
    },

    /** In the order of their keys, a page at a time. @param after begins behind this key */
    async *list(prefix: string, after?: string) {
      let from = after;
      for (;;) {
        const command = new ListObjectsV2Command({
          Bucket: Bucket(),
          Prefix: prefix,
          StartAfter: from,
        });
        const page = await askStorage((abortSignal) =>
          storageClient.send(command, { abortSignal }),
        );
        for (const { Key = '', Size = 0, ETag = '' } of page.Contents ?? []) {
          yield { key: Key, size: Size, etag: ETag };
        }
        from = page.Contents?.at(-1)?.Key;
        if (!page.IsTruncated || from === undefined) return;
      }
    },

    /** Removing what is not there is no error. */
    async remove(keys: readonly string[]): Promise<void> {
      for (let at = 0; at < keys.length; at += MAX_DELETES) {
        const Objects = keys.slice(at, at + MAX_DELETES).map((Key) => ({ Key }));
        const command = new DeleteObjectsCommand({
          Bucket: Bucket(),
          Delete: { Objects, Quiet: true },
        });
        await askStorage(async (abortSignal) => {
          const { Errors = [] } = await storageClient.send(command, { abortSignal });
          const [refused] = Errors;
          if (refused) throw new Error(`${refused.Key} was not deleted: ${refused.Message}`);
        });
      }
    },
  };
}

async function orMissing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
