import { constants, inflateRawSync } from 'node:zlib';
import { PermanentError } from '#shared/errors/permanent-error.ts';
import { refuseUnpacked } from '#shared/reading/unpack/unpacked.ts';
import { packedBytes, type ZipEntry, zipEntries } from './zip-entries.ts';

const MB = 1024 ** 2;
/** Of one part: the text of a book of a thousand pages has some 20 MB of tags around it. */
const MAX_PART = 32 * MB;
/** Of all parts, pictures too. */
const MAX_TOTAL = 128 * MB;
/** A document with many pictures has hundreds. */
const MAX_ENTRIES = 2_000;

/**
 * Unpacks an archive part by part without keeping anything, before a library that keeps all of it does:
 * what its directory says about sizes may be untrue, and entries may lie over one another.
 * @throws PermanentError `unpacks-too-large`, `document-damaged`
 */
export function checkZip(bytes: Buffer): void {
  const entries = zipEntries(bytes);
  if (entries === undefined) throw damaged('The directory of the archive cannot be read');
  if (entries.length > MAX_ENTRIES) refuseUnpacked(`The archive has ${entries.length} parts`);
  let total = 0;
  for (const entry of entries) {
    total += unpackedBytes(bytes, entry);
    if (total > MAX_TOTAL) refuseUnpacked(`The archive unpacks to more than ${MAX_TOTAL} bytes`);
  }
}

function unpackedBytes(bytes: Buffer, entry: ZipEntry): number {
  const packed = packedBytes(bytes, entry);
  if (packed === undefined) throw damaged(`The part ${entry.name} is not where it should be`);
  if (entry.method === 0) return packed.length;
  if (entry.method !== 8) throw damaged(`The part ${entry.name} is packed in an unknown way`);
  try {
    // Cut off parts are told by the library that reads them.
    const options = { maxOutputLength: MAX_PART, finishFlush: constants.Z_SYNC_FLUSH };
    return inflateRawSync(packed, options).length;
  } catch (cause) {
    if (isTooLarge(cause)) return refuseUnpacked(`A part unpacks to more than ${MAX_PART} bytes`);
    throw damaged(`The part ${entry.name} is damaged`, cause);
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function damaged(what: string, cause?: unknown): PermanentError {
  return new PermanentError('document-damaged', what, { cause });
}
