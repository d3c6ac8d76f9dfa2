import { box, contentOf, fullBox, u8, u16, u32 } from './boxes.ts';

/** Width and height of every tile, as telephones cut their pictures. */
export const TILE = 512;

export interface PhonePicture {
  /** HEIC files of one picture of {@link TILE} each (heif-enc), row by row. */
  readonly tiles: readonly Buffer[];
  readonly columns: number;
  /** Of the picture as it is stored; tiles may reach beyond it. */
  readonly width: number;
  readonly height: number;
  /** Quarter turns anticlockwise that bring it upright. */
  readonly turns: 0 | 1 | 2 | 3;
  /** What EXIF says of the same: 1 … 8. A reader that obeys both turns twice. */
  readonly orientation: number;
}

/**
 * A HEIC as telephones write it and heif-enc cannot: a grid of hidden tiles, turned by `irot`, with
 * EXIF that says the turn again. ISO/IEC 23008-12:2017, 6.6.2.3 (grid) and 6.5.10 (irot).
 */
export function phoneHeic(picture: PhonePicture): Buffer {
  const { tiles, columns, width, height, turns, orientation } = picture;
  const data = tiles.map((tile) => contentOf(tile, 'mdat'));
  const ids = tiles.map((_, at) => at + 1);
  const [grid, exif] = [tiles.length + 1, tiles.length + 2];
  const exifData = Buffer.concat([u32(6), Buffer.from('Exif\0\0', 'latin1'), tiff(orientation)]);
  const layout = Buffer.concat([
    u8(0, 0, tiles.length / columns - 1, columns - 1),
    u16(width, height),
  ]);
  const properties = box(
    'ipco',
    box('hvcC', contentOf(tiles[0] ?? Buffer.alloc(0), 'hvcC')),
    fullBox('ispe', 0, 0, u32(TILE, TILE)),
    fullBox('ispe', 0, 0, u32(width, height)),
    box('irot', u8(turns)),
  );
  const HIDDEN = 1;
  const info = (id: number, type: string, flags = 0) =>
    fullBox('infe', 2, flags, u16(id, 0), Buffer.from(`${type}\0`, 'latin1'));
  const entries = [
    ...ids.map((id) => info(id, 'hvc1', HIDDEN)),
    info(grid, 'grid'),
    info(exif, 'Exif', HIDDEN),
  ];
  const ESSENTIAL = 0x80;
  const belongs = [
    ...ids.map((id) => Buffer.concat([u16(id), u8(2, ESSENTIAL | 1, 2)])),
    Buffer.concat([u16(grid), u8(2, 3, ESSENTIAL | 4)]),
  ];
  const head = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));
  /** Places are known once the size of `meta` is; it is the same for every place. */
  const meta = (from: number) => {
    let at = from;
    const [IN_FILE, IN_IDAT] = [0, 1];
    const place = (id: number, how: number, start: number, length: number) =>
      Buffer.concat([u16(id, how, 0, 1), u32(start, length)]);
    const places = [...data, exifData].map((part, index) => {
      const id = ids[index] ?? exif;
      at += part.length;
      return place(id, IN_FILE, at - part.length, part.length);
    });
    return fullBox(
      'meta',
      0,
      0,
      fullBox('hdlr', 0, 0, u32(0), Buffer.from('pict', 'latin1'), u32(0, 0, 0), u8(0)),
      fullBox('pitm', 0, 0, u16(grid)),
      fullBox('iinf', 0, 0, u16(entries.length), ...entries),
      fullBox(
        'iref',
        0,
        0,
        box('dimg', u16(grid, ids.length, ...ids)),
        box('cdsc', u16(exif, 1, grid)),
      ),
      box('iprp', properties, fullBox('ipma', 0, 0, u32(belongs.length), ...belongs)),
      box('idat', layout),
      fullBox(
        'iloc',
        1,
        0,
        u8(0x44, 0),
        u16(places.length + 1),
        ...places,
        place(grid, IN_IDAT, 0, layout.length),
      ),
    );
  };
  const start = head.length + meta(0).length + 8;
  return Buffer.concat([head, meta(start), box('mdat', ...data, exifData)]);
}

/** EXIF with nothing but an orientation. */
function tiff(orientation: number): Buffer {
  const [ORIENTATION, SHORT] = [0x0112, 3];
  return Buffer.concat([
    Buffer.from('MM\0*', 'latin1'),
    u32(8),
    u16(1, ORIENTATION, SHORT),
    u32(1),
    u16(orientation, 0),
    u32(0),
  ]);
}
