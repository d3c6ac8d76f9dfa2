/** A form with fields and a part `file`, parted by `x`; `end` is what closes it. */
export function form(
  parts: Record<string, string>,
  file: Buffer | undefined,
  end = '--x--\r\n',
): Buffer {
  const fields = Object.entries(parts).map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head =
    '--x\r\nContent-Disposition: form-data; name="file"; filename="żółw.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';
  const bytes = file === undefined ? [] : [Buffer.from(head), file, Buffer.from('\r\n')];
  return Buffer.concat([Buffer.from(fields.join('')), ...bytes, Buffer.from(end)]);
}

/** A form in which a second photograph follows the first. */
export function twoFiles(photo: Buffer): Buffer {
  const [one, two] = [form({}, photo, ''), form({}, photo)];
  return Buffer.concat([one, Buffer.from('\r\n'), two]);
}
