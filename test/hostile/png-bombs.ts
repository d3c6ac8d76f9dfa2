import { crc32, deflateSync } from 'node:zlib';
import { big, deflated, type HostileFile, MB } from './hostile-file.ts';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([big(data.length, 4), body, big(crc32(body), 4)]);
}

interface PngOptions {
  readonly bits?: 8 | 16;
  /** Grey, or colours with transparency. */
  readonly type?: 0 | 6;
  readonly isInterlaced?: boolean;
  /** What the pixels are packed to; black, where it is not told. */
  readonly data?: Buffer;
  /** Chunks before the pixels. */
  readonly extra?: readonly Buffer[];
}

function png(
  width: number,
  height: number,
  { bits = 8, type = 0, isInterlaced = false, data, extra = [] }: PngOptions = {},
): Buffer {
  const row = 1 + (width * (type === 0 ? 1 : 4) * bits) / 8;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk(
      'IHDR',
      Buffer.concat([
        big(width, 4),
        big(height, 4),
        Buffer.from([bits, type, 0, 0, Number(isInterlaced)]),
      ]),
    ),
    ...extra,
    chunk('IDAT', data ?? deflateSync(Buffer.alloc(row * height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const packed = (type: string, head: string, megabytes: number) =>
  chunk(type, Buffer.concat([Buffer.from(head, 'latin1'), deflated(Buffer.alloc(megabytes * MB))]));

export const PNG_BOMBS: readonly HostileFile[] = [
  {
    name: 'PNG: 100 MB of pixels for a header of 100 × 100',
    bytes: () => png(100, 100, { data: deflated(Buffer.alloc(100 * MB)) }),
    ends: 'opened',
  },
  {
    name: 'PNG: a text of 100 MB',
    bytes: () => png(100, 100, { extra: [packed('zTXt', 'a\0\0', 100)] }),
    ends: 'opened',
  },
  {
    name: 'PNG: an international text of 100 MB',
    bytes: () => png(100, 100, { extra: [packed('iTXt', 'a\0\x01\0\0\0', 100)] }),
    ends: 'opened',
  },
  {
    name: 'PNG: a colour profile of 100 MB',
    bytes: () => png(100, 100, { extra: [packed('iCCP', 'a\0\0', 100)] }),
    ends: 'opened',
  },
  {
    name: 'PNG: 500 texts of 5 MB',
    bytes: () => png(100, 100, { extra: Array(500).fill(packed('zTXt', 'a\0\0', 5)) }),
    ends: 'opened',
  },
  {
    name: 'PNG: 16 megapixels of eight bytes, interlaced',
    bytes: () => {
      const data = deflated(Buffer.alloc(16_000_000 * 8 + 100_000)); // a filter byte for each row of each pass
      return png(4000, 4000, { bits: 16, type: 6, isInterlaced: true, data });
    },
    ends: 'opened',
  },
  {
    name: 'PNG: 64 million rows of one pixel',
    bytes: () => png(1, 64_000_000, { data: Buffer.alloc(9) }),
    ends: 'image-too-large',
  },
  {
    name: 'PNG: four billion pixels on each side',
    bytes: () => png(0xffff_ffff, 0xffff_ffff, { data: Buffer.alloc(9) }),
    ends: 'image-too-large',
  },
  {
    name: 'PNG: 100,000 frames that are not there',
    bytes: () =>
      png(100, 100, { extra: [chunk('acTL', Buffer.concat([big(100_000, 4), big(0, 4)]))] }),
    ends: 'opened',
  },
];
