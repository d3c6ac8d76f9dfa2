import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { writeBody } from './body-file.ts';
import { algorithmOf, checksumHeaders, isChecksumHeader } from './checksum.ts';
import { checkRead, checkWrite, rangeOf } from './conditions.ts';
import { noSuchKey } from './errors.ts';
import { type Exchange, keptHeaders, receiveBody, replyXml, xmlBody } from './exchange.ts';
import type { StoredObject } from './object-store.ts';
import { textsOf } from './xml.ts';

export async function putObject(exchange: Exchange): Promise<void> {
  const { request, response, objects, bucket, key } = exchange;
  if (request.headers['x-amz-copy-source'] !== undefined) return copyObject(exchange);
  checkWrite(request.headers, objects.find(bucket, key)); // before 25 MB are taken in vain
  const body = await receiveBody(exchange);
  const stored = objects.put(
    {
      bucket,
      key,
      body,
      etag: body.md5,
      contentType: request.headers['content-type'] ?? 'binary/octet-stream',
      headers: { ...keptHeaders(exchange), ...checksumHeaders(body.checksum) },
    },
    'ObjectCreated:Put',
    Date.now(),
    (current) => checkWrite(request.headers, current),
  );
  response.writeHead(200, { etag: `"${stored.etag}"`, ...checksumHeaders(body.checksum) }).end();
}

async function copyObject(exchange: Exchange): Promise<void> {
  const { request, objects, bucket, key } = exchange;
  const source = decodeURIComponent(String(request.headers['x-amz-copy-source'])).replace(
    /^\//,
    '',
  );
  const slash = source.indexOf('/');
  const from = objects.find(source.slice(0, slash), source.slice(slash + 1));
  if (from === undefined) throw noSuchKey();
  const algorithm = algorithmOf(from.headers);
  const bytes = createReadStream(objects.pathOf(from));
  const body = await writeBody(objects.directory, bytes, algorithm);
  const replace = request.headers['x-amz-metadata-directive'] === 'REPLACE';
  const contentType = replace ? request.headers['content-type'] : undefined;
  const stored = objects.put(
    {
      bucket,
      key,
      body,
      etag: body.md5,
      contentType: contentType ?? from.contentType,
      headers: {
        ...(replace ? keptHeaders(exchange) : from.headers),
        ...checksumHeaders(body.checksum),
      },
    },
    'ObjectCreated:Copy',
    Date.now(),
  );
  replyXml(exchange, 'CopyObjectResult', {
    ETag: `"${stored.etag}"`,
    LastModified: new Date(stored.modifiedAt).toISOString(),
    [`Checksum${algorithm.toUpperCase()}`]: body.checksum.value,
    ChecksumType: 'FULL_OBJECT',
  });
}

export async function getObject(exchange: Exchange): Promise<void> {
  const { request, response, objects, bucket, key, query } = exchange;
  const object = objects.find(bucket, key);
  if (object === undefined) throw noSuchKey();
  checkRead(request.headers, object);
  const range = rangeOf(request.headers.range, object.size);
  const headers = headersOf(object, query);
  // The checksum is that of the whole object, and only sent on request.
  if (range !== undefined || request.headers['x-amz-checksum-mode'] !== 'ENABLED') {
    for (const name of Object.keys(headers)) if (isChecksumHeader(name)) delete headers[name];
  }
  if (range !== undefined) {
    headers['content-range'] = `bytes ${range.first}-${range.last}/${object.size}`;
    headers['content-length'] = String(range.last - range.first + 1);
  }
  response.writeHead(range === undefined ? 200 : 206, headers);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const bounds = range && { start: range.first, end: range.last };
  await pipeline(createReadStream(objects.pathOf(object), bounds), response);
}

function headersOf(object: StoredObject, query: URLSearchParams): Record<string, string> {
  const disposition = query.get('response-content-disposition');
  return {
    ...object.headers,
    'accept-ranges': 'bytes',
    'content-length': String(object.size),
    'content-type': query.get('response-content-type') ?? object.contentType,
    ...(disposition !== null && { 'content-disposition': disposition }),
    etag: `"${object.etag}"`,
    'last-modified': new Date(object.modifiedAt).toUTCString(),
  };
}

export async function deleteObject({ response, objects, bucket, key }: Exchange): Promise<void> {
  objects.delete(bucket, key, Date.now());
  response.writeHead(204).end();
}

export async function deleteObjects(exchange: Exchange): Promise<void> {
  const keys = textsOf(await xmlBody(exchange), 'Key');
  for (const key of keys) exchange.objects.delete(exchange.bucket, key, Date.now());
  replyXml(exchange, 'DeleteResult', { Deleted: keys.map((Key) => ({ Key })) });
}
