import { ServiceError } from '#cdk/local/http/service-error.ts';
import { writeBody } from './body-file.ts';
import { checksumHeader } from './checksum.ts';
import { type Exchange, keptHeaders, receiveBody, replyXml, xmlBody } from './exchange.ts';
import { textsOf } from './xml.ts';

export async function createMultipartUpload(exchange: Exchange): Promise<void> {
  const { request, multipart, bucket, key } = exchange;
  const UploadId = multipart.begin({
    bucket,
    key,
    contentType: request.headers['content-type'] ?? 'binary/octet-stream',
    headers: keptHeaders(exchange),
    startedAt: Date.now(),
  });
  replyXml(exchange, 'InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId });
}

export async function uploadPart(exchange: Exchange): Promise<void> {
  const number = Number(exchange.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw new ServiceError(400, 'InvalidArgument', 'Part numbers go from 1 to 10000.');
  }
  const id = uploadIdOf(exchange);
  exchange.multipart.find(id);
  const body = await receiveBody(exchange);
  exchange.multipart.putPart(id, number, body);
  const { checksum } = body;
  exchange.response
    .writeHead(200, { etag: `"${body.md5}"`, [checksumHeader(checksum)]: checksum.value })
    .end();
}

export async function completeMultipartUpload(exchange: Exchange): Promise<void> {
  const { multipart, objects, bucket, key } = exchange;
  const id = uploadIdOf(exchange);
  const { contentType, headers } = multipart.find(id);
  const document = await xmlBody(exchange);
  const etags = textsOf(document, 'ETag');
  const named = textsOf(document, 'PartNumber').map((number, at) => ({
    number: Number(number),
    etag: etags[at] ?? '',
  }));
  const { etag, bytes } = multipart.assemble(id, named);
  const body = await writeBody(objects.directory, bytes, 'crc64nvme');
  objects.put(
    { bucket, key, body, etag, contentType, headers },
    'ObjectCreated:CompleteMultipartUpload',
    Date.now(),
  );
  multipart.end(id);
  replyXml(exchange, 'CompleteMultipartUploadResult', {
    Bucket: bucket,
    Key: key,
    ETag: `"${etag}"`,
  });
}

export async function abortMultipartUpload(exchange: Exchange): Promise<void> {
  exchange.multipart.end(uploadIdOf(exchange));
  exchange.response.writeHead(204).end();
}

export async function listParts(exchange: Exchange): Promise<void> {
  const id = uploadIdOf(exchange);
  replyXml(exchange, 'ListPartsResult', {
    UploadId: id,
    IsTruncated: false,
    Part: exchange.multipart
      .parts(id)
      .map(({ number, etag, size }) => ({ PartNumber: number, ETag: `"${etag}"`, Size: size })),
  });
}

function uploadIdOf({ query }: Exchange): string {
  return query.get('uploadId') ?? '';
}
