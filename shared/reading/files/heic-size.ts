import type { ImageSize } from './image-size.ts';

/**
 * The size of the largest picture in a HEIC: telephones keep one as a grid of tiles, each with a
 * size of its own. Found in `meta`/`iprp`/`ipco`/`ispe` (ISO/IEC 23008-12, 6.5.3), nothing decoded.
 */
export function heicSize(bytes: Buffer): ImageSize | undefined {
  const meta = boxesIn(bytes).find(({ type }) => type === 'meta')?.content;
  // `meta` and `ispe` begin with a version and flags.
  const properties = boxesIn(boxIn(boxesIn(meta?.subarray(4)), 'iprp')).flatMap(
    ({ type, content }) => (type === 'ipco' ? boxesIn(content) : []),
  );
  return properties
    .filter(({ type, content }) => type === 'ispe' && content.length >= 12)
    .map(({ content }) => ({ width: content.readUInt32BE(4), height: content.readUInt32BE(8) }))
    .sort((a, b) => b.width * b.height - a.width * a.height)[0];
}

/** The brands of `ftyp`: the major one first, then what else can read it. */
export function brandsOf(bytes: Buffer): string[] {
  const content = boxIn(boxesIn(bytes.subarray(0, 256)), 'ftyp');
  if (content === undefined) return [];
  const brands = content.toString('latin1').match(/.{4}/gs) ?? [];
  return brands.filter((_, at) => at !== 1); // the second is its version
}

interface Box {
  readonly type: string;
  readonly content: Buffer;
}

function boxIn(boxes: readonly Box[], wanted: string): Buffer | undefined {
  return boxes.find(({ type }) => type === wanted)?.content;
}

/** The boxes that follow one another in these bytes, as far as they are complete. */
function boxesIn(bytes: Buffer = Buffer.alloc(0)): Box[] {
  const boxes: Box[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= bytes.length;
    const head = isLong ? 16 : 8;
    // 0: to the end of the file.
    const size = isLong
      ? Number(bytes.readBigUInt64BE(at + 8))
      : short === 0
        ? bytes.length - at
        : short;
    if (size < head) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    boxes.push({ type, content: bytes.subarray(at + head, at + size) });
    at += size;
  }
  return boxes;
}
