import { UserError } from '#shared/errors/user-error.ts';
import { checkPixels } from './check-pixels.ts';
import { checkSides } from './check-sides.ts';
import { brandsOf } from './heic-size.ts';
import { imageSize } from './image-size.ts';

export type FileType = 'jpeg' | 'png' | 'webp' | 'heic' | 'tiff' | 'pdf';

export interface FileFacts {
  readonly type: FileType;
  /** Pixels, where the header has them. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** The most bytes of an upload (CONTRACT). */
const MAX_FILE_BYTES = 25 * 1024 * 1024;

/**
 * What a file is by its content, whatever its name or declared type. Reads headers only, so
 * that it is cheap enough for the API.
 * @throws UserError file-empty, file-type, file-truncated, file-too-large, image-too-large,
 *   image-too-small
 */
export function inspectFile(bytes: Buffer): FileFacts {
  if (bytes.length === 0) throw refusal('bad-input', 'file-empty');
  if (bytes.length > MAX_FILE_BYTES) throw refusal('too-large', 'file-too-large');
  const type = typeOf(bytes);
  if (type === undefined) throw refusal('unsupported-type', 'file-type');
  if (isTruncated(bytes, type)) throw refusal('unprocessable', 'file-truncated');
  const size = imageSize(bytes, type);
  if (size !== undefined) checkPixels(size);
  // A header without a size is damaged, which decoding tells.
  if (size !== undefined && size.width > 0 && size.height > 0) checkSides(size);
  return { type, width: size?.width, height: size?.height };
}

/** By the signatures of the formats themselves. */
function typeOf(bytes: Buffer): FileType | undefined {
  const starts = (text: string, at = 0) =>
    bytes.subarray(at, at + text.length).toString('latin1') === text;
  if (starts('\xff\xd8\xff')) return 'jpeg';
  if (starts('\x89PNG\r\n\x1a\n')) return 'png';
  if (starts('RIFF') && starts('WEBP', 8)) return 'webp';
  if (starts('II*\0') || starts('MM\0*')) return 'tiff';
  // Not by the first brand alone: `mif1` is any still picture, AVIF as well.
  if (starts('ftyp', 4) && brandsOf(bytes).some((brand) => /^(hei[cxms]|hev[cx])$/.test(brand))) {
    return 'heic';
  }
  // Readers accept a few bytes of junk before the header of a PDF.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  return undefined;
}

/** Whether the end marker of a format that has one is missing. */
function isTruncated(bytes: Buffer, type: FileType): boolean {
  // One pixel as WebP is shorter than the header of any other picture.
  if (bytes.length < (type === 'webp' ? 26 : 64)) return true;
  if (type === 'jpeg') return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 4;
  if (type === 'png') return bytes.lastIndexOf('IEND') < 0;
  if (type === 'webp') return bytes.readUInt32LE(4) + 8 > bytes.length;
  if (type === 'pdf') return bytes.lastIndexOf('%%EOF') < 0;
  return false;
}

const MESSAGES = {
  'file-empty': {
    pl: 'Plik jest pusty.',
    en: 'The file is empty.',
  },
  'file-too-large': {
    pl: 'Plik jest większy niż 25 MB.',
    en: 'The file is larger than 25 MB.',
  },
  'file-type': {
    pl: 'To nie jest zdjęcie ani PDF. Przyjmujemy JPEG, PNG, WebP, HEIC, TIFF i PDF.',
    en: 'This is no photo and no PDF. JPEG, PNG, WebP, HEIC, TIFF and PDF are accepted.',
  },
  'file-truncated': {
    pl: 'Plik jest niepełny. Wyślij go jeszcze raz.',
    en: 'The file is cut off. Send it again.',
  },
} as const;

function refusal(kind: UserError['kind'], code: keyof typeof MESSAGES): UserError {
  return new UserError(kind, code, MESSAGES[code]);
}
