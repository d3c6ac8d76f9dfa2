/** Run lengths as PDF has them: pairs of a length and a byte. */
export function runLengthOf(bytes: Buffer): Buffer {
  const packed = Buffer.alloc(bytes.length * 2);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const value = bytes[at] ?? 0;
    let end = at + 1;
    while (end < bytes.length && bytes[end] === value && end - at < 128) end += 1;
    packed[length++] = end - at === 1 ? 0 : 257 - (end - at);
    packed[length++] = value;
    at = end;
  }
  return packed.subarray(0, length);
}

/** LZW codes that stand for `length` zeros at least: each code is one byte longer than the one before. */
export function lzwOfSame(length: number): Buffer {
  const bits: string[] = [];
  const put = (code: number, width: number) => bits.push(code.toString(2).padStart(width, '0'));
  for (let made = 0; made < length; ) {
    put(256, 9);
    put(0, 9);
    made += 1;
    for (let code = 258; code < 4094; code += 1) {
      // One code early, as TIFF and PDF widen them.
      const width = code + 1 >= 2048 ? 12 : code + 1 >= 1024 ? 11 : code + 1 >= 512 ? 10 : 9;
      put(code, width);
      made += code - 256;
    }
  }
  const text = bits.join('');
  return Buffer.from(text.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}
