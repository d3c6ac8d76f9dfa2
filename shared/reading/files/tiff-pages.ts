import type { ImageSize } from './image-size.ts';

const WIDTH = 256;
const HEIGHT = 257;
/** Of a field: 16 bits. */
const SHORT = 3;
const MAX_PAGES = 1000;

/**
 * The sizes of a TIFF's pages, in their order; nothing is decoded. Stops where a directory is not
 * whole, and at one that was there before.
 * @see TIFF 6.0, section 2
 */
export function tiffPages(bytes: Buffer): ImageSize[] {
  const isLittle = bytes[0] === 0x49;
  const u16 = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const pages: ImageSize[] = [];
  const seen = new Set<number>();
  let at = bytes.length >= 8 ? u32(4) : 0;
  while (at >= 8 && at + 2 <= bytes.length && !seen.has(at) && pages.length < MAX_PAGES) {
    seen.add(at);
    const end = at + 2 + u16(at) * 12;
    if (end + 4 > bytes.length) break;
    const size = new Map<number, number>();
    for (let entry = at + 2; entry < end; entry += 12) {
      size.set(u16(entry), u16(entry + 2) === SHORT ? u16(entry + 8) : u32(entry + 8));
    }
    pages.push({ width: size.get(WIDTH) ?? 0, height: size.get(HEIGHT) ?? 0 });
    at = u32(end);
  }
  return pages;
}
