import { checkPixels } from '#shared/reading/files/check-pixels.ts';
import { imageSize } from '#shared/reading/files/image-size.ts';
import { PDF_FILTERS } from './pdf-filters.ts';
import { type PdfStream, pdfStreams } from './pdf-streams.ts';
import { refuseUnpacked } from './unpacked.ts';

const MB = 1024 ** 2;
/**
 * Unpacked bytes of one stream. What is drawn on a page of an e-receipt is some 50 KB, with a logo made
 * of curves some hundred; reading four million takes some 20 s. A font of all scripts has 15 MB.
 */
const MAX_UNPACKED = { other: 4 * MB, file: 16 * MB } as const;
/** Of all streams together, each step of their unpacking counted: five pages scanned in colour. */
const MAX_TOTAL = 384 * MB;
/** A receipt has tens, a scan by a telephone some more. */
const MAX_STREAMS = 5_000;
/** Deflated once as a rule, and written in letters for mail. */
const MAX_FILTERS = 4;
/** Of colours in four channels with two bytes each, and a filter byte per row of any sensible width. */
const MAX_BYTES_PER_PIXEL = 9;

/**
 * Unpacks what a PDF has packed, as far as its streams say how, without keeping it. What hides its
 * packing (encrypted, named in another object) meets the limits of the process that reads it.
 * @throws PermanentError `unpacks-too-large`, UserError `image-too-large`
 */
export async function checkPdf(bytes: Buffer): Promise<void> {
  let [total, count] = [0, 0];
  for (const stream of pdfStreams(bytes)) {
    count += 1;
    if (count > MAX_STREAMS) refuseUnpacked(`The PDF has more than ${MAX_STREAMS} streams`);
    total += await unpackedBytes(stream, MAX_TOTAL - total);
    if (total >= MAX_TOTAL) refuseUnpacked(`The PDF unpacks to more than ${MAX_TOTAL} bytes`);
  }
}

/** Bytes of all steps of one stream. A codec of pictures is not undone; only its header is looked at. */
async function unpackedBytes(stream: PdfStream, left: number): Promise<number> {
  const { kind, width, height, filters } = stream;
  checkPixels({ width, height });
  const max = kind === 'image' ? width * height * MAX_BYTES_PER_PIXEL : MAX_UNPACKED[kind];
  // One more than may be shows that it is too much.
  const bound = Math.min(max + 1, left);
  let [bytes, total] = [stream.data, 0];
  for (let step = 0; ; step++) {
    const name = filters.length === 0 ? filterBySight(bytes) : filters[step];
    const unpack = name === undefined ? undefined : PDF_FILTERS[name];
    if (unpack === undefined) break;
    if (step === MAX_FILTERS) refuseUnpacked(`A stream is packed more than ${MAX_FILTERS} times`);
    bytes = await unpack(bytes, bound);
    total += bytes.length;
    if (bytes.length > max) refuseUnpacked(`A stream unpacks to more than ${max} bytes`);
  }
  const picture = /^DCT/.test(filters.at(-1) ?? '') ? imageSize(bytes, 'jpeg') : undefined;
  if (picture !== undefined) checkPixels(picture);
  if (filters.length > 0 || total > 0 || kind === 'image') return total;
  const length = bytes.subarray(0, bound).indexOf('endstream');
  if (length < 0 && bytes.length >= bound) refuseUnpacked(`A stream has more than ${max} bytes`);
  return total + Math.max(length, 0);
}

/** Where the dictionary names no filter, another object may: the header of zlib, of which 31 is a divisor. */
function filterBySight(data: Buffer): string | undefined {
  const isDeflated =
    data.length > 2 && ((data[0] ?? 0) & 15) === 8 && data.readUInt16BE(0) % 31 === 0;
  return isDeflated ? 'FlateDecode' : undefined;
}
