import { crc32, inflateRawSync } from 'node:zlib';

/** The files of an archive by name, each checked against the directory of the archive. */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  const files = new Map<string, Buffer>();
  for (let nth = 0; nth < zip.readUInt16LE(end + 10); nth += 1) {
    const [method, checksum] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16)];
    const packed = zip.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const path = zip.subarray(at + 46, at + 46 + (name ?? 0)).toString();
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + packed);
    const body = method === 0 ? bytes : inflateRawSync(bytes);
    if (crc32(body) !== checksum) throw new Error(`${path} is not what the directory says`);
    if (files.has(path)) throw new Error(`${path} is there twice`);
    files.set(path, body);
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}
