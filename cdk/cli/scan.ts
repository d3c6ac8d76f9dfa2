import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { CommandError, runCommand } from '#cdk/command.ts';
import { Document } from '#shared/documents/document.ts';
import { Lot } from '#shared/pantry/lot.ts';
import { Receipt } from '#shared/receipts/records/receipt-schema.ts';
import type { Upload } from '#shared/uploads/upload.ts';
import { type Api, openApi } from './api.ts';
import { readConnection } from './connection.ts';
import { followUpload } from './follow-upload.ts';
import { progressLine } from './progress.ts';
import { receiptTable } from './receipt-table.ts';
import { kindOf, sendFile } from './send-file.ts';

const LotPage = z.object({ items: z.array(Lot), next: z.nullable(z.string()) });
type LotPage = z.infer<typeof LotPage>;

/** `npm run scan -- <file> [--document]`: uploads a file, shows the steps and prints what it became. */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(3),
    options: { document: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [path] = positionals;
  if (path === undefined) throw new CommandError('Which file? npm run scan -- path/to/receipt.jpg');
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`${path} cannot be read (${cause.code}).`, { cause });
  });
  const api = openApi(readConnection());
  const progress = progressLine(process.stderr);
  progress.show('uploading');
  let last: Upload;
  try {
    last = await followUpload(
      api,
      await sendFile(api, bytes, path, kindOf(path, values.document)),
      progress.show,
    );
  } finally {
    progress.end(); // what follows, good or bad, stands on a separate line
  }

  const { receiptId, documentId, status, problem } = last;
  if (receiptId !== undefined) {
    const receipt = await api.json(`/api/v2/receipts/${receiptId}`, Receipt);
    console.log(receiptTable(receipt, await lotsOf(api, receipt)));
  } else if (documentId !== undefined && status !== 'failed') {
    console.log(documentLine(await api.json(`/api/v2/rag/documents/${documentId}`, Document)));
  } else throw new CommandError(problem?.detail ?? `It ended as ${status}.`);
  if (problem !== undefined) console.log(problem.detail);
});

function documentLine({ title, language, pages, passages, unreadPages }: Document): string {
  const parts = [
    language ?? '',
    pages === null ? '' : `${pages} pages`,
    `${passages} passages`,
    ...unreadPages.map(({ page, detail }) => `page ${page}: ${detail}`),
  ];
  return `${title} (${parts.filter((part) => part !== '').join(', ')})`;
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
      ...page.items.filter((lot) => lot.receiptItemId !== null && ids.has(lot.receiptItemId)),
    );
    cursor = page.next;
  }
  return lots;
}
