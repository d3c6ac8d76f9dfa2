import { UserError } from '#shared/errors/user-error.ts';

/** @throws UserError for every kind but receipts */
export function refuseDocuments(kind: string): void {
  if (kind === 'receipt') return;
  throw new UserError('unprocessable', 'not-supported-yet', {
    pl: 'Dokumenty nie są jeszcze obsługiwane, tylko paragony.',
    en: 'Documents are not supported yet, only receipts.',
  });
}

/** What readers of receipts take; browsers that do not know HEIC call it octets, and some say `jpg`. */
const RECEIPT_TYPES: ReadonlySet<string> = new Set([
  ...['jpeg', 'jpg', 'png', 'webp', 'heic', 'heif', 'tiff'].map((type) => `image/${type}`),
  'application/pdf',
  'application/octet-stream',
]);

/** @throws UserError for what can be no receipt by its name; its bytes are looked at when they are there */
export function refuseOtherTypes(contentType: string): void {
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
