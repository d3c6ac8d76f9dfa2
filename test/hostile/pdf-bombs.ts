import { deflated, type HostileFile, MB } from './hostile-file.ts';
import { type PdfObject, pageWith, pdfFile, streamObject } from './pdf-file.ts';

const plain = (text: string) => streamObject('', Buffer.from(text, 'latin1'));

/** A page that draws one image. @param entries of its dictionary, besides those of every image */
function withImage(width: number, height: number, entries: string, bytes: Buffer): Buffer {
  const image = streamObject(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 ${entries}`,
    bytes,
  );
  return pageWith(plain('q 400 0 0 800 0 0 cm /Im Do Q'), {
    resources: '/XObject << /Im 6 0 R >>',
    more: [image],
  });
}

const form = (next: number | undefined) =>
  streamObject(
    `/Type /XObject /Subtype /Form /BBox [0 0 400 800] /Resources << ${next === undefined ? '' : `/XObject << /X ${next} 0 R >>`} >>`,
    Buffer.from(next === undefined ? '0 0 m 9 9 l S' : '/X Do /X Do'),
  );

/** Forms that draw the next one twice. @param last what the last one draws, if anything */
export function doublingForms(levels: number, last?: number): Buffer {
  const forms = Array.from({ length: levels }, (_, at) => form(at + 7));
  return pageWith(plain('/X Do'), {
    resources: '/XObject << /X 6 0 R >>',
    more: [...forms, form(last)],
  });
}

const catalog: PdfObject = { value: '<< /Type /Catalog /Pages 2 0 R >>' };
const FLATE = '/Filter /FlateDecode';

export const PDF_BOMBS: readonly HostileFile[] = [
  {
    name: 'an image of 900 megapixels',
    bytes: () => withImage(30_000, 30_000, FLATE, deflated(Buffer.alloc(1000))),
    ends: 'image-too-large',
  },
  {
    name: 'an image of ten pixels with 48 MB',
    bytes: () => withImage(10, 10, FLATE, deflated(Buffer.alloc(48 * MB))),
    ends: 'unpacks-too-large',
  },
  {
    name: 'a small image whose JPEG is large',
    bytes: () =>
      withImage(
        10,
        10,
        '/Filter /DCTDecode',
        Buffer.from('ffd8ffc0000b08ea60ea6001011100ffda0008010100003f00ffd9', 'hex'),
      ),
    ends: 'image-too-large',
  },
  {
    name: 'a font of 48 MB',
    bytes: () =>
      pageWith(plain('BT /F1 9 Tf (a) Tj ET'), {
        more: [streamObject(`/Length1 9 ${FLATE}`, deflated(Buffer.alloc(48 * MB)))],
      }),
    ends: 'unpacks-too-large',
  },
  {
    name: 'objects in a stream of 48 MB',
    bytes: () =>
      pageWith(plain(''), {
        more: [
          streamObject(
            `/Type /ObjStm /N 9 /First 9 ${FLATE}`,
            deflated(Buffer.alloc(48 * MB, ' ')),
          ),
        ],
      }),
    ends: 'unpacks-too-large',
  },
  {
    name: 'thirty streams of 15 MB',
    bytes: () => {
      const stream = streamObject(`/Length1 9 ${FLATE}`, deflated(Buffer.alloc(15 * MB)));
      return pageWith(plain(''), { more: Array(30).fill(stream) });
    },
    ends: 'unpacks-too-large',
  },
  { name: 'a form that draws itself', bytes: () => doublingForms(0, 6), ends: 'opened' },
  { name: 'a form drawn a thousand times', bytes: () => doublingForms(10), ends: 'opened' },
  {
    name: 'pages that hold themselves',
    bytes: () => pdfFile([catalog, { value: '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>' }]),
    ends: 'file-truncated',
  },
  {
    name: 'a billion pages that are not there',
    bytes: () => pdfFile([catalog, { value: '<< /Type /Pages /Kids [] /Count 1000000000 >>' }]),
    ends: 'file-truncated',
  },
  {
    name: 'a page as wide as a country',
    bytes: () => pageWith(plain('0 0 m 9 9 l S'), { box: '0 0 1000000000 1000000000' }),
    ends: 'opened',
  },
  {
    name: '200,000 open brackets in the catalog',
    bytes: () => pdfFile([{ value: `<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(200_000)}` }]),
    ends: 'file-truncated',
  },
  {
    name: 'a table that sends back to itself',
    bytes: () => {
      const pdf = pdfFile([catalog, { value: '<< /Type /Pages /Kids [] /Count 0 >>' }], '/Prev 0');
      const table = pdf.lastIndexOf('xref\n0');
      return Buffer.from(pdf.toString('latin1').replace('/Prev 0', `/Prev ${table}`), 'latin1');
    },
    ends: 'file-truncated',
  },
];
