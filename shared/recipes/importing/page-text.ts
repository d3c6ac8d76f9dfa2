import { decodeText } from '#shared/extraction/decode-text.ts';

/** Where a page says how it is written, in a tag at its beginning. */
const CHARSET = /\bcharset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i;
const LOST = '\uFFFD';
/** Of the letters beyond ASCII; with more lost ones it was never UTF-8. */
const MAX_LOST = 0.2;

/**
 * The text of a page, in the charset that its bytes, its own tag or the server say, in this order: the
 * header of a server is often a default that nobody set. No letter is a replacement character.
 * @param header the parameter of the content type
 */
export function pageText(bytes: Buffer, header: string | undefined): string {
  const own = CHARSET.exec(bytes.toString('latin1', 0, 2048))?.[1];
  const damaged = damagedUtf8(bytes);
  return (damaged ?? decodeText(bytes, own ?? header)).replaceAll(LOST, '').replace(/^\uFEFF/, '');
}

/** UTF-8 in which single letters are broken, as where a program cut a text by its bytes. */
function damagedUtf8(bytes: Buffer): string | undefined {
  const text = new TextDecoder().decode(bytes);
  const letters = text.match(/[^\0-\x7F]/g)?.length ?? 0;
  const lost = text.split(LOST).length - 1;
  return lost <= letters * MAX_LOST ? text : undefined;
}
