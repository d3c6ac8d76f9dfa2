import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Api, openApi } from './cli/api.ts';
import { CommandError, main, readConnection } from './cli/connection.ts';
import { progressLine } from './cli/progress.ts';
import { receiptTable } from './cli/receipt-table.ts';
import { eventData } from './cli/server-sent-events.ts';
import { DirectUpload, type Lot, LotPage, Receipt, Upload } from './cli/shapes.ts';

/** Above this the bytes go straight to storage; the API itself takes no more (CONTRACT, Upload). */
const DIRECT_BYTES = 4 * 1024 * 1024;

/** Only a label: what the file is gets decided by its content. */
const CONTENT_TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.heic': 'image/heic',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.pdf': 'application/pdf',
};

const STEPS: Record<string, string> = {
  'awaiting-file': 'waiting for the file',
  queued: 'uploaded, waiting for its turn',
  reading: 'reading the photograph',
  parsing: 'finding items and balancing sums',
  matching: 'matching products',
  saving: 'saving the receipt and the pantry',
};

/** Nothing follows after these. */
const ENDED = ['done', 'needs-review', 'failed'];

await main(async () => {
  const path = process.argv[3];
  if (path === undefined) throw new CommandError('Which file? npm run scan -- path/to/receipt.jpg');
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`${path} cannot be read (${cause.code}).`, { cause });
  });
  const api = openApi(readConnection());
  const progress = progressLine(process.stderr);
  progress.show('uploading');
  let last: Upload;
  try {
    const uploadId = await upload(api, bytes, path);
    last = await follow(api, uploadId, (status) => progress.show(STEPS[status] ?? status));
  } finally {
    progress.end(); // what follows, good or bad, stands on a line of its own
  }

  if (last.receiptId == null) {
    throw new CommandError(
      last.problem?.detail ?? last.problem?.title ?? `It ended as ${last.status}.`,
    );
  }
  const receipt = await api.json(`/api/v2/receipts/${last.receiptId}`, Receipt);
  console.log(receiptTable(receipt, await lotsOf(api, receipt)));
  if (last.problem != null) console.log(last.problem.detail ?? last.problem.title);
});

async function upload(api: Api, bytes: Buffer, path: string): Promise<string> {
  const contentType = CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  if (bytes.length <= DIRECT_BYTES) {
    const sent = await api.json('/api/v2/upload?kind=receipt', Upload, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: new Uint8Array(bytes),
    });
    if (sent.duplicateOf != null) console.error('These bytes were scanned before; same receipt.');
    return sent.duplicateOf ?? sent.uploadId;
  }
  const direct = await api.json('/api/v2/upload', DirectUpload, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'receipt',
      fileName: path,
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

/** Follows an upload to its end, however many streams that takes, saying each status once. */
async function follow(api: Api, uploadId: string, say: (status: string) => void): Promise<Upload> {
  for (;;) {
    for await (const data of progressOf(api, uploadId)) {
      const upload = Upload.parse(JSON.parse(data));
      say(upload.status);
      if (ENDED.includes(upload.status)) return upload;
    }
  }
}

async function* progressOf(api: Api, uploadId: string): AsyncGenerator<string> {
  const path = `/api/v2/upload/${uploadId}`;
  const stream = await api.fetch(path, { headers: { accept: 'text/event-stream' } });
  try {
    yield* eventData(stream);
  } catch (cause) {
    throw new CommandError(
      'The system stopped meanwhile. After the next npm start it goes on by itself; ' +
        'scan the same file again to see the receipt.',
      { cause },
    );
  }
}

async function lotsOf(api: Api, receipt: Receipt): Promise<Lot[]> {
  const ids = new Set(receipt.items.map(({ id }) => id));
  const lots: Lot[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: LotPage = await api.json(
      `/api/v2/pantry?limit=100${cursor && `&cursor=${cursor}`}`,
      LotPage,
    );
    lots.push(
      ...page.items.filter((lot) => lot.receiptItemId != null && ids.has(lot.receiptItemId)),
    );
    cursor = page.next;
  }
  return lots;
}
