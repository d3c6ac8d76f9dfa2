import { readFileSync } from 'node:fs';
import { big, type HostileFile } from './hostile-file.ts';

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([big(body.length + 8, 4), Buffer.from(type, 'latin1'), body]);
}
const text = (value: string) => Buffer.from(value, 'latin1');

const BRANDS = box('ftyp', text('heic\0\0\0\0mif1heic'));
const VERSION = big(0, 4);
const HANDLER = box('hdlr', Buffer.alloc(8), text(`pict${'\0'.repeat(13)}`));
const item = (id: number, type: string) =>
  box('infe', big(0x0200_0000, 4), big(id, 2), big(0, 2), text(`${type}\0`));

/** A file whose first item is the picture. */
function heic(...boxes: readonly Buffer[]): Buffer {
  const primary = box('pitm', VERSION, big(1, 2));
  return Buffer.concat([BRANDS, box('meta', VERSION, HANDLER, primary, ...boxes)]);
}

/** Where the data of items lie: all in `idat`, 12 bytes each. */
function locations(ids: readonly number[]): Buffer {
  const each = ids.map((id) =>
    Buffer.concat([big(id, 2), big(1, 2), big(0, 2), big(1, 2), big(0, 4), big(12, 4)]),
  );
  return box('iloc', big(0x0100_0000, 4), big(0x4400, 2), big(ids.length, 2), ...each);
}

/** A grid of one tile, again and again. @param said the size that the grid itself names */
function grid(rows: number, columns: number, size: number, said: number): Buffer {
  const tiles = rows * columns;
  const properties = box('ipco', box('ispe', VERSION, big(size, 4), big(size, 4)));
  const uses = [1, 2].map((id) => Buffer.concat([big(id, 2), big(1, 1), big(0x81, 1)]));
  return heic(
    box('iinf', VERSION, big(2, 2), item(1, 'grid'), item(2, 'hvc1')),
    box('iref', VERSION, box('dimg', big(1, 2), big(tiles, 2), ...Array(tiles).fill(big(2, 2)))),
    box('iprp', properties, box('ipma', VERSION, big(2, 4), ...uses)),
    locations([1, 2]),
    box('idat', Buffer.from([0, 1, rows - 1, columns - 1]), big(said, 4), big(said, 4)),
  );
}

/** A photograph whose sizes all say something else. */
function withSizes(side: number): Buffer {
  const file = readFileSync('test/data/heic/Receipt_6.heic');
  for (let at = file.indexOf('ispe'); at >= 0; at = file.indexOf('ispe', at + 4)) {
    file.set(Buffer.concat([big(side, 4), big(side, 4)]), at + 8);
  }
  return file;
}

function nested(levels: number): Buffer {
  let inner = Buffer.alloc(0);
  for (let level = 0; level < levels; level += 1) inner = Buffer.from(box('iprp', inner));
  return inner;
}

export const HEIC_BOMBS: readonly HostileFile[] = [
  { name: 'HEIC: 3,600 megapixels', bytes: () => withSizes(60_000), ends: 'image-too-large' },
  { name: 'HEIC: larger than it says', bytes: () => withSizes(32), ends: 'image-damaged' },
  {
    name: 'HEIC: a grid of 65,000 tiles',
    bytes: () => grid(255, 255, 8000, 8000),
    ends: 'image-damaged',
  },
  {
    name: 'HEIC: a grid larger than it says',
    bytes: () => grid(200, 200, 8000, 60_000),
    ends: 'image-damaged',
  },
  { name: 'HEIC: 5,000 boxes in boxes', bytes: () => heic(nested(5000)), ends: 'image-damaged' },
  {
    name: 'HEIC: 60,000 pictures',
    bytes: () => {
      const items = Array.from({ length: 60_000 }, (_, at) => item(at + 1, 'hvc1'));
      return heic(box('iinf', VERSION, big(60_000, 2), ...items));
    },
    ends: 'image-damaged',
  },
  {
    name: 'HEIC: a picture of 65,535 parts of 20 MB',
    bytes: () => {
      const part = Buffer.concat([big(0, 4), big(20_000_000, 4)]);
      const parts = Array(65_535).fill(part);
      const head = [big(0x0100_0000, 4), big(0x4400, 2), big(1, 2), big(1, 2), big(0, 4)];
      return heic(
        box('iinf', VERSION, big(1, 2), item(1, 'hvc1')),
        box('iloc', ...head, big(65_535, 2), ...parts),
      );
    },
    ends: 'image-damaged',
  },
];
