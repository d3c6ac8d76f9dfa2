import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { crc32c, crc64nvme } from './crc.ts';
import { notImplemented } from './errors.ts';

/** A digest that S3 keeps beside an object, in Base64. */
export interface Checksum {
  readonly algorithm: Algorithm;
  readonly value: string;
}

interface Running {
  update(chunk: Buffer): void;
  digest(): Buffer;
}

const ALGORITHMS = {
  crc32: () => running<number>(crc32, 0, unsigned),
  crc32c: () => running<number>(crc32c, 0, unsigned),
  crc64nvme: () => running<bigint>(crc64nvme, 0n, unsigned64),
  sha1: () => createHash('sha1'),
  sha256: () => createHash('sha256'),
} satisfies Readonly<Record<string, () => Running>>;

export type Algorithm = keyof typeof ALGORITHMS;

/** S3's own choice for a body that comes without a checksum. */
const DEFAULT: Algorithm = 'crc64nvme';

const PREFIX = 'x-amz-checksum-';
/** Headers of the same prefix that hold no checksum. */
const OTHERS = ['algorithm', 'mode', 'type'];

export function startChecksum(algorithm: Algorithm): Running {
  return ALGORITHMS[algorithm]();
}

/**
 * Which checksum a request carries, in its head or after its body.
 * @throws ServiceError NotImplemented for an algorithm that is not known here
 */
export function algorithmOf(headers: IncomingHttpHeaders): Algorithm {
  const trailers = [headers['x-amz-trailer'] ?? []].flat().flatMap((names) => names.split(','));
  const name = [...Object.keys(headers), ...trailers]
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one.startsWith(PREFIX))
    .map((one) => one.slice(PREFIX.length))
    .find((one) => !OTHERS.includes(one));
  if (name === undefined) return DEFAULT;
  if (!isAlgorithm(name)) throw notImplemented(`${PREFIX}${name}`);
  return name;
}

/** `x-amz-checksum-crc32` */
export function checksumHeader({ algorithm }: Pick<Checksum, 'algorithm'>): string {
  return PREFIX + algorithm;
}

/** The headers of a reply with the checksum of a whole object. */
export function checksumHeaders(checksum: Checksum): Record<string, string> {
  return { [checksumHeader(checksum)]: checksum.value, 'x-amz-checksum-type': 'FULL_OBJECT' };
}

export function isChecksumHeader(name: string): boolean {
  return name.startsWith(PREFIX);
}

function isAlgorithm(name: string): name is Algorithm {
  return Object.hasOwn(ALGORITHMS, name);
}

function running<Sum>(
  add: (chunk: Buffer, sum: Sum) => Sum,
  start: Sum,
  bytesOf: (sum: Sum) => Buffer,
): Running {
  let sum = start;
  return {
    update(chunk) {
      sum = add(chunk, sum);
    },
    digest: () => bytesOf(sum),
  };
}

function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function unsigned64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}
