import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { type EnvName, requireEnv } from '#shared/env.ts';
import { askStorage, requireTag, storageClient } from './s3.ts';

/** What is held in memory of an object; ten thousand parts are 80 GB. S3 takes none below 5 MB but the last. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * Writes an object whose size nobody knows yet, part by part. It is there when all of it is, or not at all.
 * @returns its size in bytes
 */
export function streamTo(env: EnvName) {
  return async (
    key: string,
    contents: AsyncIterable<Buffer>,
    contentType: string,
  ): Promise<number> => {
    const target = { Bucket: requireEnv(env), Key: key };
    const create = new CreateMultipartUploadCommand({ ...target, ContentType: contentType });
    const { UploadId } = await askStorage((abortSignal) =>
      storageClient.send(create, { abortSignal }),
    );
    const upload = { ...target, UploadId };
    try {
      const Parts: { PartNumber: number; ETag: string }[] = [];
      let size = 0;
      for await (const Body of inParts(contents)) {
        const PartNumber = Parts.length + 1;
        const part = new UploadPartCommand({ ...upload, PartNumber, Body });
        const { ETag } = await askStorage((abortSignal) =>
          storageClient.send(part, { abortSignal }),
        );
        requireTag(ETag);
        Parts.push({ PartNumber, ETag: ETag ?? '' });
        size += Body.length;
      }
      const complete = new CompleteMultipartUploadCommand({
        ...upload,
        MultipartUpload: { Parts },
      });
      await askStorage((abortSignal) => storageClient.send(complete, { abortSignal }));
      return size;
    } catch (error) {
      const abort = new AbortMultipartUploadCommand(upload);
      // What cannot be given up either, the bucket gives up after a day.
      await askStorage((abortSignal) => storageClient.send(abort, { abortSignal })).catch(
        () => undefined,
      );
      throw error;
    }
  };
}

/** At least one, and all but the last of the same size or a little more. */
async function* inParts(contents: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  let isFirst = true;
  for await (const chunk of contents) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < PART_BYTES) continue;
    yield Buffer.concat(held);
    [held, bytes, isFirst] = [[], 0, false];
  }
  if (bytes > 0 || isFirst) yield Buffer.concat(held);
}
