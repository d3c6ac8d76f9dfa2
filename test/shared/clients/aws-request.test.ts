import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { expect, test } from 'vitest';
import { signedHeaders } from '#shared/clients/aws-request.ts';

/** What the SDK hands to a hash. */
type SourceData = string | ArrayBuffer | ArrayBufferView;

function bytesOf(data: SourceData): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** The SDK's hash over Node's. */
class Sha256 {
  readonly #hash;
  constructor(secret?: SourceData) {
    this.#hash =
      secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }
  update(data: SourceData): void {
    this.#hash.update(bytesOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
}

const now = new Date('2026-11-24T03:00:00Z');
const region = 'eu-central-1';

test.each([
  [
    'a JSON request',
    'sqs',
    'POST',
    'https://sqs.eu-central-1.amazonaws.com/',
    '{"QueueUrl":"żółw"}',
  ],
  ['a request without a body', 's3', 'HEAD', 'http://127.0.0.1:9000/bucket-1', ''],
  ['a request with a query', 's3', 'GET', 'https://s3.test/b?prefix=a%20b&list-type=2', ''],
] as const)('signs %s as the SDK does', async (_, service, method, address, body) => {
  const credentials = { accessKeyId: 'AKID', secretAccessKey: 'SECRET', sessionToken: 'TOKEN' };
  const url = new URL(address);
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  const ours = signedHeaders({ service, method, url, headers, body }, region, credentials, now);

  const sdk = new SignatureV4({
    service,
    region,
    credentials,
    sha256: Sha256,
    uriEscapePath: false,
  });
  const theirs = await sdk.sign(
    {
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: {
        ...headers,
        host: url.host,
        'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
      },
      body,
    },
    { signingDate: now },
  );
  expect(ours.authorization).toBe(theirs.headers.authorization);
});
