import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { ENV, requireEnv } from '#shared/env.ts';

const client = new S3Client();
/** The SDK would sign the checksum of an empty body, which S3 compares with the file that is sent. */
const presigningClient = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

const bucket = () => requireEnv(ENV.uploadsBucket);

/** @throws NoSuchKey when there is no such object */
export async function readObject(key: string): Promise<Buffer> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket(), Key: key }));
  if (Body === undefined) throw new Error(`The object ${key} has no body`);
  return Buffer.from(await Body.transformToByteArray());
}

export async function writeObject(
  key: string,
  body: Buffer | string,
  contentType: string,
): Promise<void> {
  const command = { Bucket: bucket(), Key: key, Body: body, ContentType: contentType };
  await client.send(new PutObjectCommand(command));
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
  return await getSignedUrl(client, command, { expiresIn: 900 });
}
