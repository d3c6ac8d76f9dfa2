import sharp from 'sharp';
import { PermanentError } from '#shared/errors/permanent-error.ts';
import { checkPixels, MAX_PIXELS } from '#shared/reading/files/check-pixels.ts';
import { throwDamaged, toDecodable } from '#shared/reading/files/decodable.ts';
import type { FileType } from '#shared/reading/files/inspect-file.ts';
import { tiffPages } from '#shared/reading/files/tiff-pages.ts';
import { renderPdf, renderPdfPage } from './pdf.ts';
import { stackPages } from './stack-pages.ts';

/** Of pages that are pictures: five fill a receipt of two metres, and memory. */
export const MAX_IMAGE_PAGES = 5;

/**
 * A file as one picture that sharp can decode, and where its pages end on it, as shares of its height.
 * @throws PermanentError image-damaged, too-many-pages, pdf-password
 */
export async function renderPages(
  bytes: Buffer,
  type: FileType,
): Promise<{ readonly image: Buffer; readonly ends: readonly number[] }> {
  if (type === 'pdf') return await stackPages(await renderPdf(bytes, MAX_IMAGE_PAGES));
  const sizes = type === 'tiff' ? tiffPages(bytes) : [];
  const count = Math.max(sizes.length, 1);
  if (count > MAX_IMAGE_PAGES)
    throw new PermanentError('too-many-pages', `The TIFF has ${count} pages`);
  // All of them lie in memory at once.
  checkPixels(...sizes);
  if (count === 1) return { image: await toDecodable(bytes, type), ends: [1] };
  const pages = Array.from({ length: count }, (_, page) => tiffPage(bytes, page));
  return await stackPages(await Promise.all(pages));
}

/** One page of a file, counted from 0, as a picture that sharp can decode. */
export async function renderPage(bytes: Buffer, type: FileType, page: number): Promise<Buffer> {
  if (type === 'pdf') return await renderPdfPage(bytes, page);
  return page === 0 ? await toDecodable(bytes, type) : await tiffPage(bytes, page);
}

async function tiffPage(bytes: Buffer, page: number): Promise<Buffer> {
  return await sharp(bytes, { page, limitInputPixels: MAX_PIXELS })
    .rotate()
    .png()
    .toBuffer()
    .catch(throwDamaged);
}
