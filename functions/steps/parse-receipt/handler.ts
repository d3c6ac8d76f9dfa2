import * as z from 'zod/mini';
import { readObject, writeObject } from '#shared/clients/s3.ts';
import { step } from '#shared/entry/step.ts';
import { type Reading, textOf } from '#shared/reading/model/reading.ts';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { placesOf } from '#shared/receipts/records/item-places.ts';
import { reportProgress } from '#shared/uploads/upload-store.ts';
import { ReadRun, stepKey } from '#shared/uploads/workflow.ts';

/** Written by the step before, so only its outline is checked. */
const Readings = z.custom<Reading[]>(Array.isArray);

/** „Parse and balance”: of all readings the one whose arithmetic holds. */
export const handler = step(ReadRun, async (run) => {
  await reportProgress(run, 'parsingStarted');
  const readings = Readings.parse(JSON.parse((await readObject(run.readingsKey)).toString()));
  const { receipt, reading } = chooseReceipt(readings);
  const { engine, variant } = reading;
  const parsedKey = stepKey('parsed', run);
  const places = placesOf(receipt.items, reading);
  const file = { receipt, reading: { engine, variant, text: textOf(reading) }, places };
  await writeObject(parsedKey, JSON.stringify(file), 'application/json');
  return { ...run, parsedKey };
});
