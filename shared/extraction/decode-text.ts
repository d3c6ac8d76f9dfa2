/** Byte order marks, longest first where one begins like another. */
const MARKS: readonly (readonly [mark: Buffer, encoding: string])[] = [
  [Buffer.from([0xef, 0xbb, 0xbf]), 'utf-8'],
  [Buffer.from([0xff, 0xfe]), 'utf-16le'],
  [Buffer.from([0xfe, 0xff]), 'utf-16be'],
];

/** Of single bytes, the more common one first: what tells them apart is a few letters. */
const SINGLE_BYTE = ['windows-1250', 'iso-8859-2'] as const;
const POLISH_LETTERS = /[ąćęłńóśźż]/giu;

/** The encoding that the first bytes of a text name. */
export function markedEncoding(bytes: Uint8Array): string | undefined {
  return MARKS.find(([mark]) => mark.equals(bytes.subarray(0, mark.length)))?.[1];
}

/**
 * A text of unknown encoding: what its mark says, UTF-8 where it is that, and otherwise the Central
 * European one in which it has more Polish letters.
 * @param declared what it says about itself; believed unless it is unknown or UTF-8, which can be checked
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const utf8 = decodedAs('utf-8', bytes);
  if (utf8 !== undefined) return utf8;
  const own = declared === undefined ? undefined : decodedAs(declared, bytes);
  return own ?? decodeSingleByte(bytes);
}

/** Undefined for an encoding that is unknown, or in which these bytes are no text. */
function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeSingleByte(bytes: Uint8Array): string {
  const texts = SINGLE_BYTE.map((encoding) => new TextDecoder(encoding).decode(bytes));
  const scores = texts.map((text) => text.match(POLISH_LETTERS)?.length ?? 0);
  return texts[scores.indexOf(Math.max(...scores))] ?? '';
}
