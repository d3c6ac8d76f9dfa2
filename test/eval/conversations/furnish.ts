import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { addDays, daysBetween } from '#shared/expiry/plain-date.ts';
import { UNFINISHED } from '#shared/uploads/upload-state.ts';
import { type Api, read } from './api.ts';
import { receiptOf } from './receipt-of.ts';
import type { House } from './script.ts';

const Anything = z.unknown();
const Upload = z.object({
  uploadId: z.uuid(),
  status: z.string(),
  receiptId: z.optional(z.uuid()),
});
const Lots = z.object({ items: z.array(z.object({ id: z.uuid() })) });
const POLL_MS = 500;

/** Puts into a new household what the house of a script holds: receipts, lots and people, by the API. */
export async function furnish(api: Api, house: House, today: string): Promise<void> {
  const later = daysBetween(house.today, today);
  for (const receipt of house.spending ?? []) {
    await scan(api, receiptOf({ ...receipt, day: addDays(receipt.day, later) }));
  }
  // What the receipts brought into the pantry is long eaten: the house says what is there.
  const { items } = await read(api, Lots, ['GET', '/api/v2/pantry?limit=100']);
  for (const { id } of items)
    await read(api, Anything, ['POST', `/api/v2/pantry/${id}/consume`], {});
  for (const { name, value, unit, expires, location } of house.lots ?? []) {
    await read(api, Anything, ['POST', '/api/v2/pantry'], {
      product: { name },
      quantity: { value, unit },
      ...(location !== undefined && { location }),
      ...(expires !== undefined && { expires: { date: addDays(expires, later) } }),
    });
  }
  for (const { name, allergies } of house.people ?? []) {
    await read(api, Anything, ['POST', '/api/v2/household/people'], {
      name,
      allergies: allergies.map((code) => ({ code, severity: 'allergy' })),
    });
  }
}

/** Sends a receipt and waits for its end; what waits for a person is confirmed as it was read. */
async function scan(api: Api, pdf: Uint8Array): Promise<void> {
  const sent = await read(
    api,
    Upload,
    ['POST', '/api/v2/upload?kind=receipt'],
    pdf,
    'application/pdf',
  );
  let upload = sent;
  while (UNFINISHED.some((status) => status === upload.status)) {
    await pause(POLL_MS);
    upload = await read(api, Upload, ['GET', `/api/v2/upload/${sent.uploadId}`]);
  }
  if (upload.status === 'needs-review' && upload.receiptId !== undefined) {
    await read(api, Anything, ['POST', `/api/v2/receipts/${upload.receiptId}/confirm`], {});
  } else if (upload.status !== 'done') {
    throw new Error(`The receipt was not read: ${JSON.stringify(upload)}`);
  }
}
