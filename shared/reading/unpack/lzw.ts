import { BoundedBytes } from './unpacked.ts';

const [CLEAR, END, FIRST] = [256, 257, 258];
const MAX_BITS = 12;

/** LZW as TIFF and PDF have it: codes of 9 to 12 bits, widened one code early. @see TIFF 6.0, section 13 */
export function lzw(packed: Buffer, max: number): Buffer {
  const bytes = new BoundedBytes(max);
  let table: Buffer[] = [];
  let width = 9;
  let before: Buffer | undefined;
  let [bits, held] = [0, 0];
  for (const byte of packed) {
    [bits, held] = [(bits << 8) | byte, held + 8];
    if (held < width) continue;
    held -= width;
    const code = bits >> held;
    bits &= (1 << held) - 1;
    if (code === END || bytes.isFull) break;
    if (code === CLEAR) {
      [table, width, before] = [[], 9, undefined];
      continue;
    }
    const known = code < CLEAR ? Buffer.of(code) : table[code - FIRST];
    // The one code that may be used before it is known: what was before, and its own first byte.
    const entry = known ?? (before && Buffer.concat([before, before.subarray(0, 1)]));
    if (entry === undefined) break;
    bytes.add(entry);
    if (before !== undefined && FIRST + table.length < 1 << MAX_BITS) {
      table.push(Buffer.concat([before, entry.subarray(0, 1)]));
    }
    before = entry;
    const next = FIRST + table.length + 1;
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return bytes.bytes();
}
