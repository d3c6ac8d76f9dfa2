/** A stream of a PDF, as far as its own dictionary tells. */
export interface PdfStream {
  /** In the order in which they are undone; empty where the dictionary names none, or only another object. */
  readonly filters: readonly string[];
  readonly kind: 'image' | 'file' | 'other';
  /** Of an image. */
  readonly width: number;
  readonly height: number;
  /** From its first byte to the end of the file: what is packed knows its own end. */
  readonly data: Buffer;
}

/** What is in front of `stream` longer than this is no dictionary of a stream. */
const MAX_DICTIONARY = 8_192;

/** All streams of a file, found by the word itself: a table of contents can name others. */
export function* pdfStreams(bytes: Buffer): Generator<PdfStream> {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const text = bytes.toString('latin1', Math.max(0, at - MAX_DICTIONARY), at);
    const begin = text.lastIndexOf('obj');
    if (begin < 0 || !text.trimEnd().endsWith('>>')) continue; // the word alone, in a text
    const dictionary = withPlainNames(text.slice(begin));
    let start = at + 6;
    if (bytes[start] === 0x0d) start += 1;
    if (bytes[start] === 0x0a) start += 1;
    yield streamOf(dictionary, bytes.subarray(start));
  }
}

function streamOf(dictionary: string, data: Buffer): PdfStream {
  const number = (names: string) =>
    Number(new RegExp(`/(?:${names})\\s{0,9}(\\d{1,10})\\b`).exec(dictionary)?.[1] ?? 0);
  const isFile = /\/Length1\b|\/(Type1C|CIDFontType0C|OpenType|EmbeddedFile)\b/.test(dictionary);
  return {
    filters: filtersOf(dictionary),
    kind: /\/Subtype\s{0,9}\/Image\b/.test(dictionary) ? 'image' : isFile ? 'file' : 'other',
    width: number('Width|W'),
    height: number('Height|H'),
    data,
  };
}

/** The one name behind `/Filter`, or all between its brackets. */
function filtersOf(dictionary: string): string[] {
  const found = /\/(?:Filter|F)\s{0,9}(?=[[/])/.exec(dictionary);
  if (found === null) return [];
  const value = dictionary.slice(found.index + found[0].length);
  const names = [
    ...value
      .split(']', 1)
      .join('')
      .matchAll(/\/([A-Za-z0-9]{1,40})/g),
  ];
  return names.slice(0, value.startsWith('[') ? undefined : 1).map(([, name = '']) => name);
}

/** A name may hide its letters: `/Fl#61teDecode`. */
function withPlainNames(dictionary: string): string {
  return dictionary.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
