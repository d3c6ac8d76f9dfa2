/** An object of a PDF: its dictionary or value, and the stream behind it, if it has one. */
export interface PdfObject {
  readonly value: string;
  readonly stream?: Buffer;
}

/** `<< … /Length n >>` with its stream. @param entries of the dictionary, without the length */
export function streamObject(entries: string, stream: Buffer): PdfObject {
  return { value: `<< ${entries} /Length ${stream.length} >>`, stream };
}

/** A PDF of these objects, numbered from 1; the first is its catalog. @param trailer entries beside root and size */
export function pdfFile(objects: readonly PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const places: number[] = [];
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach(({ value, stream }, at) => {
    places.push(length);
    add(Buffer.from(`${at + 1} 0 obj\n${value}\n`, 'latin1'));
    if (stream !== undefined) {
      add(Buffer.from('stream\n'));
      add(stream);
      add(Buffer.from('\nendstream\n'));
    }
    add(Buffer.from('endobj\n'));
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + end, 'latin1')]);
}

/**
 * One page of 400 × 800 points.
 * @param content the object of its content
 * @param more objects from number 6 on
 */
export function pageWith(
  content: PdfObject,
  { resources = '', more = [], box = '0 0 400 800' }: PageOptions = {},
): Buffer {
  return pdfFile([
    { value: '<< /Type /Catalog /Pages 2 0 R >>' },
    { value: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' },
    {
      value: `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`,
    },
    content,
    { value: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' },
    ...more,
  ]);
}

interface PageOptions {
  readonly resources?: string;
  readonly more?: readonly PdfObject[];
  readonly box?: string;
}
