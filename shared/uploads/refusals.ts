import { UserError } from '#shared/errors/user-error.ts';
import { declaredFormat } from '#shared/extraction/document-format.ts';
import type { NewUpload } from './upload.ts';

/** What readers of receipts take; browsers that do not know HEIC call it octets, and some say `jpg`. */
const RECEIPT_TYPES: ReadonlySet<string> = new Set([
  ...['jpeg', 'jpg', 'png', 'webp', 'heic', 'heif', 'tiff'].map((type) => `image/${type}`),
  'application/pdf',
  'application/octet-stream',
]);

/** @throws UserError for what can be no such file by its name; its bytes are looked at when they are there */
export function refuseOtherTypes({ kind, contentType, fileName }: NewUpload): void {
  if (kind === 'document') {
    if (declaredFormat(contentType, fileName) !== undefined) return;
    throw new UserError('unsupported-type', 'document-type', {
      pl: `${contentType} to nie dokument, jaki przyjmujemy: PDF, DOCX, HTML, Markdown albo zwykły tekst.`,
      en: `${contentType} is no document that is accepted: PDF, DOCX, HTML, Markdown or plain text.`,
    });
  }
  if (RECEIPT_TYPES.has(contentType.toLowerCase())) return;
  throw new UserError('unsupported-type', 'file-type', {
    pl: `${contentType} to nie jest zdjęcie ani PDF.`,
    en: `${contentType} is no photo and no PDF.`,
  });
}

/** @param limit bytes */
export function tooLarge(limit: number): UserError {
  const size = `${limit / 1024 / 1024} MB`;
  return new UserError('too-large', 'file-too-large', {
    pl: `Plik jest większy niż ${size}.`,
    en: `The file is larger than ${size}.`,
  });
}
