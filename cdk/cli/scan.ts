import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { CommandError, runCommand } from '#cdk/command.ts';
import { Lot } from '#shared/pantry/lot.ts';
import { Receipt } from '#shared/receipts/records/receipt-schema.ts';
import type { Upload } from '#shared/uploads/upload.ts';
import { type Api, openApi } from './api.ts';
import { readConnection } from './connection.ts';
import { followUpload } from './follow-upload.ts';
import { progressLine } from './progress.ts';
import { receiptTable } from './receipt-table.ts';
import { sendFile } from './send-file.ts';

const LotPage = z.object({ items: z.array(Lot), next: z.nullable(z.string()) });
type LotPage = z.infer<typeof LotPage>;

/** `npm run scan -- <file>`: uploads a photograph, shows the steps and prints the receipt. */
await runCommand(async () => {
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
    last = await followUpload(api, await sendFile(api, bytes, path), progress.show);
  } finally {
    progress.end(); // what follows, good or bad, stands on a separate line
  }

  if (last.receiptId === undefined) {
    throw new CommandError(last.problem?.detail ?? `It ended as ${last.status}.`);
  }
  const receipt = await api.json(`/api/v2/receipts/${last.receiptId}`, Receipt);
  console.log(receiptTable(receipt, await lotsOf(api, receipt)));
  if (last.problem !== undefined) console.log(last.problem.detail);
});

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
