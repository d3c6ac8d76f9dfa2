import { heicSize } from './heic-size.ts';
import type { FileType } from './inspect-file.ts';
import { tiffPages } from './tiff-pages.ts';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Width and height of an image, or of the largest one of a file that holds several, without decoding
 * it. `undefined` for a PDF, whose pages are bounded when they are drawn, and where the header has no size.
 */
export function imageSize(bytes: Buffer, type: FileType): ImageSize | undefined {
  if (type === 'png' && bytes.length >= 24) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (type === 'jpeg') return jpegSize(bytes);
  if (type === 'webp' && bytes.length >= 30) return webpSize(bytes);
  if (type === 'heic') return heicSize(bytes);
  if (type === 'tiff') {
    return tiffPages(bytes).sort((a, b) => b.width * b.height - a.width * a.height)[0];
  }
  return undefined;
}

/** Walks the segments up to the frame header (SOF0 … SOF15 without the three that are tables). */
function jpegSize(bytes: Buffer): ImageSize | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** @see https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(bytes: Buffer): ImageSize | undefined {
  const chunk = bytes.subarray(12, 16).toString('latin1');
  if (chunk === 'VP8X')
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (chunk === 'VP8 ')
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (chunk === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return undefined;
}
