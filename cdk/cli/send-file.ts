import { basename, extname } from 'node:path';
import { CommandError } from '#cdk/command.ts';
import { DirectUpload, MAX_DIRECT_BYTES, Upload } from '#shared/uploads/upload.ts';
import type { Api } from './api.ts';

/** Only a label: what the file is gets decided by its content. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.heic': 'image/heic',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.pdf': 'application/pdf',
};

/** Uploads a file, through the API or past it straight into storage. @returns the upload's id */
export async function sendFile(api: Api, bytes: Buffer, path: string): Promise<string> {
  const contentType = CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  if (bytes.length <= MAX_DIRECT_BYTES) {
    const sent = await api.json('/api/v2/upload?kind=receipt', Upload, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: new Uint8Array(bytes),
    });
    if (sent.duplicateOf !== undefined) {
      console.error('These bytes were scanned before; same receipt.');
    }
    return sent.duplicateOf ?? sent.uploadId;
  }
  const direct = await api.json('/api/v2/upload', DirectUpload, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'receipt',
      fileName: basename(path),
      contentType,
      size: bytes.length,
    }),
  });
  const put = await fetch(direct.url, {
    method: 'PUT',
    headers: direct.headers,
    body: new Uint8Array(bytes),
  });
  if (!put.ok) throw new CommandError(`Storage refused the file (${put.status}).`);
  return direct.uploadId;
}
