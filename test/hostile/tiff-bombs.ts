import { deflated, type HostileFile, MB } from './hostile-file.ts';

const TAGS = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  stripOffset: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  tileWidth: 322,
  tileHeight: 323,
  tileOffset: 324,
  tileBytes: 325,
} as const;
type Page = Partial<Record<keyof typeof TAGS, number>>;

const DEFLATE = 8;

/** A TIFF of these pages, the packed pixels of all of them behind the last. @param next where the last page leads */
function tiff(pages: readonly Page[], pixels: Buffer = Buffer.alloc(64), next = 0): Buffer {
  const entries = { bits: 8, compression: 1, photometric: 1, samples: 1 };
  const sizes = pages.map((page) => 6 + 12 * Object.keys({ ...entries, ...page }).length);
  const start = 8 + sizes.reduce((sum, size) => sum + size, 0);
  const file = Buffer.alloc(start);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(8, 4);
  let at = 8;
  pages.forEach((page, number) => {
    const all: Page = { ...entries, ...page };
    const tags = Object.entries(TAGS).filter(([name]) => name in all);
    file.writeUInt16LE(tags.length, at);
    tags.forEach(([name, tag], place) => {
      const entry = at + 2 + place * 12;
      const value = Object.entries(all).find(([each]) => each === name)?.[1] ?? 0;
      file.writeUInt16LE(tag, entry);
      file.writeUInt16LE(4, entry + 2);
      file.writeUInt32LE(1, entry + 4);
      file.writeUInt32LE(name.endsWith('Offset') ? start : value, entry + 8);
    });
    at += sizes[number] ?? 0;
    file.writeUInt32LE(number === pages.length - 1 ? next : at, at - 4);
  });
  return Buffer.concat([file, pixels]);
}

const strip = (width: number, height: number, stripBytes: number, more: Page = {}): Page => ({
  width,
  height,
  stripOffset: 0,
  rowsPerStrip: height,
  stripBytes,
  ...more,
});
const small = strip(100, 100, 64);

export const TIFF_BOMBS: readonly HostileFile[] = [
  {
    name: 'TIFF: a strip of 4 GB',
    bytes: () => tiff([strip(8000, 8000, 0xffff_fff0)]),
    ends: 'image-damaged',
  },
  {
    name: 'TIFF: 32 samples of 32 bits a pixel',
    bytes: () => tiff([strip(8000, 8000, 64, { samples: 32, bits: 32 })]),
    ends: 'image-damaged',
  },
  {
    name: 'TIFF: 100 MB for 100 × 100',
    bytes: () => {
      const pixels = deflated(Buffer.alloc(100 * MB));
      return tiff([strip(100, 100, pixels.length, { compression: DEFLATE })], pixels);
    },
    ends: 'opened',
  },
  {
    name: 'TIFF: a tile of four gigapixels',
    bytes: () =>
      tiff([
        {
          width: 99,
          height: 99,
          tileWidth: 65_536,
          tileHeight: 65_536,
          tileOffset: 0,
          tileBytes: 64,
        },
      ]),
    ends: 'image-damaged',
  },
  {
    name: 'TIFF: pages that lead back to the first',
    bytes: () => tiff([small, small], Buffer.alloc(10_000), 8),
    ends: 'image-damaged',
  },
  {
    name: 'TIFF: a thousand pages',
    bytes: () => tiff(Array(1000).fill(small), Buffer.alloc(10_000)),
    ends: 'too-many-pages',
  },
  {
    name: 'TIFF: five pages of 60 megapixels',
    bytes: () => {
      const pixels = deflated(Buffer.alloc(60_000_000));
      const page = strip(8000, 7500, pixels.length, { compression: DEFLATE });
      return tiff(Array(5).fill(page), pixels);
    },
    ends: 'image-too-large',
  },
];
