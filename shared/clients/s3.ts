import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod/mini';
import { ENV, requireEnv } from '#shared/env.ts';
import { askService } from '#shared/waiting/ask-service.ts';
import { unlessAborted } from '#shared/waiting/unless-aborted.ts';

export const storageClient = new S3Client({});
/** The SDK would sign the checksum of an empty body, which S3 compares with the file that is sent. */
const presigningClient = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

const bucket = () => requireEnv(ENV.uploadsBucket);

/** @throws NoSuchKey when there is no such object, ServiceAway when S3 does not answer */
export async function readObject(key: string): Promise<Buffer> {
  const command = new GetObjectCommand({ Bucket: bucket(), Key: key });
  return await askStorage(async (abortSignal) => {
    const { Body, ETag } = await storageClient.send(command, { abortSignal });
    requireTag(ETag);
    if (Body === undefined) throw new Error(`The object ${key} has no body`);
    // The SDK's signal ends with the headers of an answer; its body could take for ever.
    return Buffer.from(await unlessAborted(Body.transformToByteArray(), abortSignal));
  });
}

export async function writeObject(
  key: string,
  body: Buffer | string,
  contentType: string,
): Promise<void> {
  const object = { Bucket: bucket(), Key: key, Body: body, ContentType: contentType };
  const command = new PutObjectCommand(object);
  await askStorage(async (abortSignal) => {
    requireTag((await storageClient.send(command, { abortSignal })).ETag);
  });
}

/** @throws ServiceAway, or what S3 refused the request for (there is no such object) */
export async function askStorage<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return await askService('storage', ask, isRefusal);
}

/** S3 names the version of everything it gives and takes; a page of some proxy with status 200 does not. */
export function requireTag(etag: string | undefined): void {
  if (etag === undefined) throw new Error('The answer is none of S3');
}

/** Busy services say 429 too, or 400 with one of these names. */
const BUSY = /throttl|SlowDown|TooMany|RequestTimeout/i;
const Refusal = z.object({
  name: z.string(),
  $metadata: z.object({ httpStatusCode: z.number().check(z.minimum(400), z.maximum(499)) }),
});

function isRefusal(error: unknown): boolean {
  const refusal = z.safeParse(Refusal, error);
  if (!refusal.success) return false;
  const { name, $metadata } = refusal.data;
  return $metadata.httpStatusCode !== 429 && !BUSY.test(name);
}

/** Whether S3 answered that there is no such object. */
export function isMissing(error: unknown): boolean {
  const refusal = z.safeParse(Refusal, error);
  return refusal.success && refusal.data.$metadata.httpStatusCode === 404;
}

/** A presigned URL that puts one object of exactly this type and size. @param expiresIn in seconds */
export async function presignPut(
  key: string,
  file: { contentType: string; size: number },
  expiresIn: number,
): Promise<string> {
  const command = new PutObjectCommand({
    Bucket: bucket(),
    Key: key,
    ContentType: file.contentType,
    ContentLength: file.size,
  });
  const signableHeaders = new Set(['content-type', 'content-length']);
  return await getSignedUrl(presigningClient, command, { expiresIn, signableHeaders });
}

/** A presigned URL that gets one object, valid for 15 minutes. */
export async function presignGet(key: string): Promise<string> {
  const command = new GetObjectCommand({ Bucket: bucket(), Key: key });
  return await getSignedUrl(storageClient, command, { expiresIn: 900 });
}
