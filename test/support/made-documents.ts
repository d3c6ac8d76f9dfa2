import { type PdfObject, pdfFile, streamObject } from '#test/hostile/pdf-file.ts';
import { type ZipPart, zipFile } from './zip-file.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const part = (name: string, xml: string): ZipPart => ({
  name,
  bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`),
});
const STYLES = ['Heading1', 'Heading2']
  .map(
    (id, at) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="heading ${at + 1}"/></w:style>`,
  )
  .join('');

/** A paragraph of a Word document. @param style `Heading1`, `Heading2` */
export function word(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A table of a Word document, row by row. */
export function wordTable(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => `<w:tc>${word(cell)}</w:tc>`).join(''));
  return `<w:tbl>${cells.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
}

/** A Word document. @param more parts beside those that every one has */
export function docx(body: string, more: readonly ZipPart[] = []): Buffer {
  return zipFile([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    part(
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part('word/styles.xml', `<w:styles xmlns:w="${WORD}">${STYLES}</w:styles>`),
    part(
      'word/document.xml',
      `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    ),
    ...more,
  ]);
}

/** A line of a page: its text, size in points and distance from the left edge. */
export interface PdfLine {
  readonly text: string;
  readonly size?: number;
  readonly left?: number;
  /** Empty lines before it. */
  readonly gap?: number;
  /** Stands behind the one before it, on the same line. */
  readonly beside?: true;
}

/** Letters that the standard encoding of PDF lacks, by the codes they are given here. */
const POLISH = {
  ą: 'aogonek',
  ć: 'cacute',
  ę: 'eogonek',
  ł: 'lslash',
  ń: 'nacute',
  ó: 'oacute',
  ś: 'sacute',
  ź: 'zacute',
  ż: 'zdotaccent',
} as const;
const CODES = new Map(
  Object.keys(POLISH).map((letter, at) => [letter, String.fromCharCode(128 + at)]),
);
const FONT = `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [128 ${Object.values(
  POLISH,
)
  .map((name) => `/${name}`)
  .join(' ')}] >> >>`;

/** A PDF with a text layer. @param trailer entries beside root and size */
export function textPdf(pages: readonly (readonly PdfLine[])[], trailer = ''): Buffer {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const objects: PdfObject[] = [
    { value: '<< /Type /Catalog /Pages 2 0 R >>' },
    { value: `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>` },
    { value: FONT },
  ];
  pages.forEach((lines, at) => {
    objects.push(
      {
        value: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      },
      streamObject('', Buffer.from(contentOf(lines), 'latin1')),
    );
  });
  return pdfFile(objects, trailer);
}

/** A security handler whose passwords nobody knows. @see ISO 32000-1, 7.6.3 */
const ENCRYPTED = `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> >>`;

/** A PDF that only opens with a password. */
export function passwordPdf(): Buffer {
  return textPdf([[{ text: 'Gwarancja trwa dwa lata.' }]], ENCRYPTED);
}

function contentOf(lines: readonly PdfLine[]): string {
  let y = 800;
  return lines
    .map(({ text, size = 11, left = 60, gap = 0, beside }) => {
      if (!beside) y -= size * (1.2 + gap * 1.5);
      const escaped = [...text].map((letter) => CODES.get(letter) ?? letter).join('');
      return `BT /F1 ${size} Tf 1 0 0 1 ${left} ${y} Tm (${escaped.replaceAll(/[()\\]/g, '\\$&')}) Tj ET`;
    })
    .join('\n');
}
