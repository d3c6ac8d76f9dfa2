import { crc32 } from 'node:zlib';

/** A text, of the types of header values. */
const STRING = 7;

/**
 * One message of `application/vnd.amazon.eventstream`, as Lambda sends the output of a function.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html
 */
export function frameOf(
  type: 'PayloadChunk' | 'InvokeComplete',
  contentType: string,
  payload: Uint8Array,
): Buffer {
  const headers = Buffer.concat([
    headerOf(':event-type', type),
    headerOf(':content-type', contentType),
    headerOf(':message-type', 'event'),
  ]);
  const prelude = Buffer.alloc(8);
  prelude.writeUInt32BE(prelude.length + 4 + headers.length + payload.length + 4, 0);
  prelude.writeUInt32BE(headers.length, 4);
  const message = Buffer.concat([prelude, checksumOf(prelude), headers, payload]);
  return Buffer.concat([message, checksumOf(message)]);
}

function headerOf(name: string, value: string): Buffer {
  const length = Buffer.alloc(3);
  length.writeUInt8(STRING, 0);
  length.writeUInt16BE(Buffer.byteLength(value), 1);
  return Buffer.concat([
    Buffer.of(Buffer.byteLength(name)),
    Buffer.from(name),
    length,
    Buffer.from(value),
  ]);
}

function checksumOf(bytes: Uint8Array): Buffer {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(bytes), 0);
  return checksum;
}
