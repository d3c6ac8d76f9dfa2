import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { notFound } from '#shared/errors/not-found.ts';

/** A static file with its media type. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly gzipped: Buffer;
}

/** Nothing from other origins; the viewer writes style attributes, hence `unsafe-inline`. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

// Addresses are relative to /docs, so that they also work below a stage name.
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>FoodSave AI: API</title>
<link rel="icon" href="docs/favicon-32x32.png">
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<div id="viewer"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({ url: 'openapi.json', dom_id: '#viewer', deepLinking: true });
`;

/** The files of the viewer that are served; no other file of the folder is. */
const TYPES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
  'start.js': 'text/javascript; charset=utf-8',
};

const compress = promisify(gzip);
const read = new Map<string, Promise<Asset>>();

/** A file of the viewer by name; read and compressed once. @throws UserError `not-found` */
export async function viewerFile(folder: URL, name: string): Promise<Asset> {
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  if (type === undefined) {
    throw notFound({ pl: 'Nie ma takiego pliku.', en: 'There is no such file.' });
  }
  const known = read.get(name) ?? load(folder, name, type);
  read.set(name, known);
  return await known;
}

async function load(folder: URL, name: string, type: string): Promise<Asset> {
  const body = name === 'start.js' ? Buffer.from(START) : await readFile(new URL(name, folder));
  return { type, body, gzipped: await compress(body) };
}
