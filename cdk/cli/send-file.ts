import { basename, extname } from 'node:path';
import { CommandError } from '#cdk/command.ts';
import { declaredFormat, MEDIA_TYPES } from '#shared/extraction/document-format.ts';
import { DirectUpload, MAX_DIRECT_BYTES, Upload } from '#shared/uploads/upload.ts';
import type { UploadKind } from '#shared/uploads/upload-state.ts';
import type { Api } from './api.ts';

/** Of receipts. Only a label: what the file is gets decided by its content. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.heic': 'image/heic',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
};

/** A photo or PDF is a receipt unless it is said to be a document; Word, web and text files always are one. */
export function kindOf(path: string, isDocument: boolean): UploadKind {
  const format = declaredFormat('', path);
  return isDocument || (format !== undefined && format !== 'pdf') ? 'document' : 'receipt';
}

/** Uploads a file, through the API or past it straight into storage. @returns the upload's id */
export async function sendFile(
  api: Api,
  bytes: Buffer,
  path: string,
  kind: UploadKind,
): Promise<string> {
  const format = declaredFormat('', path);
  const known = CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const contentType = format === undefined ? known : MEDIA_TYPES[format];
  if (bytes.length <= MAX_DIRECT_BYTES) {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', new File([new Uint8Array(bytes)], basename(path), { type: contentType }));
    const sent = await api.json('/api/v2/upload', Upload, { method: 'POST', body: form });
    if (sent.duplicateOf !== undefined) {
      console.error(`These bytes were scanned before; same ${sent.kind}.`);
    }
    return sent.duplicateOf ?? sent.uploadId;
  }
  const direct = await api.json('/api/v2/upload', DirectUpload, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      kind,
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
