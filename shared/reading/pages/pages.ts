import sharp from 'sharp';
import { PermanentError } from '#shared/errors/permanent-error.ts';
import { decodable } from '#shared/reading/files/decodable.ts';
import { type FileType, MAX_PIXELS } from '#shared/reading/files/inspect-file.ts';
import { tiffPages } from '#shared/reading/files/tiff-pages.ts';
import { drawPdf, drawPdfPage } from './pdf.ts';
import { stacked } from './stacked.ts';

/** Of pages that are pictures: five fill a receipt of two metres, and memory. */
export const MOST_PICTURES = 5;

/**
 * A file as one picture that sharp can decode, and where its pages end on it, as shares of its height.
 * @throws PermanentError image-damaged, too-many-pages, pdf-password
 */
export async function pictureOf(
  bytes: Buffer,
  type: FileType,
): Promise<{ readonly image: Buffer; readonly ends: readonly number[] }> {
  if (type === 'pdf') return await stacked(await drawPdf(bytes, MOST_PICTURES));
  const count = type === 'tiff' ? tiffPages(bytes).length : 1;
  if (count > MOST_PICTURES)
    throw new PermanentError('too-many-pages', `The TIFF has ${count} pages`);
  if (count <= 1) return { image: await decodable(bytes, type), ends: [1] };
  const pages = Array.from({ length: count }, (_, page) => tiffPage(bytes, page));
  return await stacked(await Promise.all(pages));
}

/** One page of a file, counted from 0, as a picture that sharp can decode. */
export async function pageOf(bytes: Buffer, type: FileType, page: number): Promise<Buffer> {
  if (type === 'pdf') return await drawPdfPage(bytes, page);
  return page === 0 ? await decodable(bytes, type) : await tiffPage(bytes, page);
}

async function tiffPage(bytes: Buffer, page: number): Promise<Buffer> {
  return await sharp(bytes, { page, limitInputPixels: MAX_PIXELS }).rotate().png().toBuffer();
}
