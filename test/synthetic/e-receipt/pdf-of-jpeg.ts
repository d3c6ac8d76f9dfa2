import sharp from 'sharp';

/** A JPEG on a page, as scanners write it: a picture and no text. */
export async function pdfOfJpeg(jpeg: Buffer): Promise<Buffer> {
  const { width, height, channels } = await sharp(jpeg).metadata();
  const colours = channels === 1 ? '/DeviceGray' : '/DeviceRGB';
  // 200 dots an inch, 72 points an inch.
  const [wide, high] = [Math.round(width * 0.36), Math.round(height * 0.36)];
  const draw = Buffer.from(`q ${wide} 0 0 ${high} 0 0 cm /Scan Do Q`);
  const objects = [
    object('<< /Type /Catalog /Pages 2 0 R >>'),
    object('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents 4 0 R /Resources << /XObject << /Scan 5 0 R >> >> >>`,
    ),
    object(`<< /Length ${draw.length} >>`, draw),
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${colours} /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
      jpeg,
    ),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  for (const [at, body] of objects.entries()) {
    offsets.push(Buffer.concat(parts).length);
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n'));
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const start = Buffer.concat(parts).length;
  const table = `xref\n0 6\n0000000000 65535 f \n${rows.join('')}`;
  const trailer = `trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + trailer)]);
}

function object(dictionary: string, stream?: Buffer): Buffer {
  if (stream === undefined) return Buffer.from(dictionary);
  return Buffer.concat([
    Buffer.from(`${dictionary}\nstream\n`),
    stream,
    Buffer.from('\nendstream'),
  ]);
}
