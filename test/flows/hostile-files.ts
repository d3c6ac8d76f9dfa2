import { crc32, deflateSync } from 'node:zlib';

/** Written into everything hostile: a log that holds it holds what it must not. */
export const SECRET = 'NOT-FOR-LOGS';

/** A PNG whose header declares `width` × `height` pixels; its data are one row of nothing. */
export function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8); // one bit a pixel, grey
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1 + width / 8))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PDF of that many pages, each with a line of text. @param size of a page, in points */
export function pdfOf(
  pages: number,
  options: { locked?: boolean; size?: readonly [number, number] } = {},
): Buffer {
  const [width, height] = options.size ?? [400, 800];
  const text = `BT /F1 12 Tf 40 700 Td (SUMA PLN 12,49 ${SECRET}) Tj ET`;
  const kids = Array.from({ length: pages }, (_, at) => `${at + 5} 0 R`).join(' ');
  const page =
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R` +
    ' /Resources << /Font << /F1 3 0 R >> >> >>';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    ...Array.from({ length: pages }, () => page),
  ];
  // Marks of a password that no reader can guess: its check fails for the empty one.
  const lock = `<< /Filter /Standard /V 1 /R 2 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> /P -4 >>`;
  if (options.locked) objects.push(lock);
  let body = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const encrypt = options.locked ? ` /Encrypt ${objects.length} 0 R` : '';
  const id = `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`;
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R ${id}${encrypt} >>`;
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(`${body}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`, 'latin1');
}

/** A Windows program by its first bytes, whatever it is called. */
export const program = Buffer.from(`MZ\x90\0\x03\0\0\0${SECRET}${'\0'.repeat(2000)}`, 'latin1');
