import { SECRET } from './hostile-files.ts';

// Requests as a careless or hostile client writes them, for `fetch`.

export const file = (body: Uint8Array, type = 'image/jpeg') => ({
  method: 'POST',
  headers: { 'content-type': type },
  body: new Uint8Array(body),
});
export const json = (body: string | Uint8Array<ArrayBuffer>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
});
export const form = (body: string, boundary = 'b') => ({
  method: 'POST',
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  body,
});
export const linkRequest = (size: number, contentType = 'image/png') =>
  json(JSON.stringify({ kind: 'receipt', fileName: `${SECRET}.png`, contentType, size }));
export const part = (name: string, content: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"; filename="${SECRET}.jpg"\r\n\r\n${content}\r\n`;
