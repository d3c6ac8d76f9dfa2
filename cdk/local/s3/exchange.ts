import { rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readBody } from '#cdk/local/http/listen.ts';
import { ServiceError } from '#cdk/local/http/service-error.ts';
import { decodeAwsChunked } from './aws-chunked.ts';
import { type Body, writeBody } from './body-file.ts';
import { algorithmOf, checksumHeader } from './checksum.ts';
import type { MultipartStore } from './multipart-store.ts';
import type { ObjectStore } from './object-store.ts';
import { xml } from './xml.ts';

/** XML requests are small; a DeleteObjects of 1,000 keys of 1,024 bytes is the largest. */
const MAX_XML_BYTES = 2 * 1024 * 1024;

/** One request to S3 and what is needed to answer it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly objects: ObjectStore;
  readonly multipart: MultipartStore;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
}

export function replyXml(
  { response }: Pick<Exchange, 'response'>,
  root: string,
  content: Parameters<typeof xml>[1],
  status = 200,
): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(xml(root, content));
}

export async function xmlBody({ request }: Exchange): Promise<string> {
  return (await readBody(request, MAX_XML_BYTES)).toString();
}

/** What S3 keeps of the headers of a write and gives back on a read. */
export function keptHeaders({ request }: Exchange): Record<string, string> {
  const kept =
    /^(x-amz-meta-.+|cache-control|content-disposition|content-encoding|content-language)$/;
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => {
      if (!kept.test(name) || typeof value !== 'string') return [];
      const plain = name === 'content-encoding' ? value.replace(/aws-chunked,?/, '').trim() : value;
      return plain === '' ? [] : [[name, plain]];
    }),
  );
}

/** Streams the body of a write to disk and checks it against every digest that came with it. */
export async function receiveBody(exchange: Exchange): Promise<Body> {
  const { headers } = exchange.request;
  const algorithm = algorithmOf(headers);
  const claimed = checksumHeader({ algorithm });
  const digests = new Map(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
  const hash = headers['x-amz-content-sha256'];
  const chunked = typeof hash === 'string' && hash.startsWith('STREAMING-');
  const bytes = chunked
    ? decodeAwsChunked(exchange.request, (name, value) => digests.set(name, value))
    : exchange.request;
  const body = await writeBody(exchange.objects.directory, bytes, algorithm);
  const signed = typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : undefined;
  if (
    differs(digests.get(claimed), body.checksum.value) ||
    differs(digests.get('content-md5'), Buffer.from(body.md5, 'hex').toString('base64')) ||
    differs(signed, body.sha256)
  ) {
    rmSync(join(exchange.objects.directory, body.file), { force: true });
    throw new ServiceError(
      400,
      'BadDigest',
      'The bytes do not have the checksum that came with them.',
    );
  }
  return body;
}

function differs(claimed: string | undefined, actual: string): boolean {
  return claimed !== undefined && claimed !== actual;
}
