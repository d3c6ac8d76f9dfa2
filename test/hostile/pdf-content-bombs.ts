import { deflated, type HostileFile, MB } from './hostile-file.ts';
import { lzwOfSame, runLengthOf } from './packers.ts';
import { type PdfObject, pageWith, streamObject } from './pdf-file.ts';

const blanks = (megabytes: number) => Buffer.alloc(megabytes * MB, ' ');
const filters = (...names: readonly string[]) =>
  `/Filter [${names.map((name) => `/${name}`).join(' ')}]`;
const FLATE = 'FlateDecode';

/** One page whose content is packed like this. */
function content(filter: string, bytes: Buffer, more: readonly PdfObject[] = []): Buffer {
  return pageWith(streamObject(filter, bytes), { more });
}
/** A page whose content repeats this, over so many megabytes. */
const repeated = (text: string, megabytes: number) =>
  content(filters(FLATE), deflated(Buffer.alloc(megabytes * MB, text)));

const TOO_LARGE = 'unpacks-too-large';

/** What pages are drawn by: packed, much, or both. */
export const PDF_CONTENT_BOMBS: readonly HostileFile[] = [
  {
    name: 'deflated twice, 300 MB',
    bytes: () => content(filters(FLATE, FLATE), deflated(blanks(300), 2)),
    ends: TOO_LARGE,
  },
  {
    name: 'deflated three times',
    bytes: () => content(filters(FLATE, FLATE, FLATE), deflated(blanks(48), 3)),
    ends: TOO_LARGE,
  },
  {
    name: 'packed by more filters than anybody uses',
    bytes: () => content(filters(FLATE, FLATE, FLATE, FLATE, FLATE), deflated(Buffer.from(' '), 5)),
    ends: TOO_LARGE,
  },
  {
    name: 'a filter that hides its name',
    bytes: () => content(filters('Fl#61teDecode', 'F#6cateDecode', FLATE), deflated(blanks(48), 2)),
    ends: TOO_LARGE,
  },
  {
    name: 'filters by their short names',
    bytes: () => content(filters('Fl', 'Fl'), deflated(blanks(48), 2)),
    ends: TOO_LARGE,
  },
  {
    name: 'filters named in another object',
    bytes: () =>
      content('/Filter 6 0 R', deflated(blanks(48), 2), [{ value: `[/${FLATE} /${FLATE}]` }]),
    ends: TOO_LARGE,
  },
  {
    name: 'a checksum that is wrong',
    bytes: () => {
      const packed = deflated(blanks(48));
      return content(filters(FLATE), packed.fill(0xff, packed.length - 4));
    },
    ends: TOO_LARGE,
  },
  {
    name: 'deflated, written as hexadecimal',
    bytes: () =>
      content(
        filters('ASCIIHexDecode', FLATE, FLATE),
        Buffer.from(`${deflated(blanks(48), 2).toString('hex')}>`),
      ),
    ends: TOO_LARGE,
  },
  {
    name: 'five letters for each four zeros',
    bytes: () => content(filters('ASCII85Decode'), Buffer.from(`${'z'.repeat(2 * MB)}~>`)),
    ends: TOO_LARGE,
  },
  {
    name: 'run lengths of run lengths',
    bytes: () =>
      content(
        filters('RunLengthDecode', 'RunLengthDecode'),
        runLengthOf(runLengthOf(Buffer.alloc(64 * MB))),
      ),
    ends: TOO_LARGE,
  },
  {
    name: 'LZW of one byte',
    bytes: () => content(filters('LZWDecode'), lzwOfSame(32 * MB)),
    ends: TOO_LARGE,
  },
  {
    name: '20 MB of paths',
    bytes: () => repeated('0 0 m 9 9 l S\n', 20),
    ends: TOO_LARGE,
  },
  { name: '20 MB of saved states', bytes: () => repeated('q ', 20), ends: TOO_LARGE },
  { name: '20 MB of open brackets', bytes: () => repeated('[', 20), ends: TOO_LARGE },
  {
    name: '8 MB of paths that are not packed',
    bytes: () => content('', Buffer.alloc(8 * MB, '0 0 m 9 9 l S\n')),
    ends: TOO_LARGE,
  },
  {
    name: '60,000 pieces of text',
    bytes: () => {
      const text = Array.from(
        { length: 60_000 },
        (_, at) => `1 0 0 1 ${at % 9}0 ${(at * 97) % 797} Tm (a) Tj`,
      );
      return content(filters(FLATE), deflated(Buffer.from(`BT /F1 9 Tf ${text.join(' ')} ET`)));
    },
    ends: TOO_LARGE,
  },
  {
    name: 'six thousand empty streams',
    bytes: () =>
      content('', Buffer.from('q Q'), Array(6000).fill(streamObject('', Buffer.from('')))),
    ends: TOO_LARGE,
  },
];
