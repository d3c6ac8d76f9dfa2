import sharp from 'sharp';
import { big, type HostileFile } from './hostile-file.ts';

const grey = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#777777' } });

/** Where the frame header of a JPEG begins: its size stands five bytes on. */
const frameOf = (jpeg: Buffer) => jpeg.indexOf(Buffer.from([0xff, 0xc0]));

/** A progressive JPEG whose last scan comes a thousand times. */
async function manyScans(): Promise<Buffer> {
  const jpeg = await grey(3000, 3000).jpeg({ progressive: true }).toBuffer();
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = jpeg.subarray(last, -2);
  return Buffer.concat([jpeg.subarray(0, -2), ...Array(1000).fill(scan), jpeg.subarray(-2)]);
}

/** JPEG and WebP. */
export const PHOTO_BOMBS: readonly HostileFile[] = [
  { name: 'JPEG: a scan a thousand times', bytes: manyScans, ends: 'image-damaged' },
  {
    name: 'JPEG: 64 megapixels of which one block is there',
    bytes: async () => {
      const jpeg = await grey(32, 32).jpeg().toBuffer();
      jpeg.set(Buffer.concat([big(977, 2), big(65_500, 2)]), frameOf(jpeg) + 5);
      return jpeg;
    },
    ends: 'opened',
  },
  {
    name: 'JPEG: a second header says something else',
    bytes: async () => {
      const jpeg = await grey(32, 32).jpeg().toBuffer();
      const start = frameOf(jpeg);
      const end = start + 2 + jpeg.readUInt16BE(start + 2);
      const second = Buffer.from(jpeg.subarray(start, end));
      second.set(Buffer.concat([big(60_000, 2), big(60_000, 2)]), 5);
      return Buffer.concat([jpeg.subarray(0, end), second, jpeg.subarray(end)]);
    },
    ends: 'image-damaged',
  },
  {
    name: 'WebP: a canvas of 100 × 100 with a picture of 16 megapixels',
    bytes: async () => {
      const picture = (await grey(4000, 4000).webp({ effort: 0 }).toBuffer()).subarray(12);
      const canvas = Buffer.from('VP8X\x0a\0\0\0\0\0\0\0\x63\0\0\x63\0\0', 'latin1');
      const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
      head.writeUInt32LE(4 + canvas.length + picture.length, 4);
      return Buffer.concat([head, canvas, picture]);
    },
    ends: 'image-damaged',
  },
  {
    name: 'WebP: 260 megapixels',
    bytes: async () => {
      const webp = await grey(100, 100).webp({ lossless: true }).toBuffer();
      const padded = Buffer.concat([webp, Buffer.alloc(64)]);
      padded.writeUInt32LE((16_382 | (16_382 << 14)) >>> 0, 21);
      return padded;
    },
    ends: 'image-too-large',
  },
];
