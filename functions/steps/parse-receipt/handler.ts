import { readObject, writeObject } from '#shared/clients/s3.ts';
import { step } from '#shared/entry/step.ts';
import { textOf } from '#shared/reading/model/reading.ts';
import { ReadingsFile } from '#shared/reading/model/readings-file.ts';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { markCutOff } from '#shared/receipts/model/reading-cut-off.ts';
import { placesOf } from '#shared/receipts/records/item-places.ts';
import { endReading } from '#shared/uploads/end-reading.ts';
import { transition } from '#shared/uploads/upload-store.ts';
import { ReadRun, stepKey } from '#shared/uploads/workflow.ts';

/** Parses and balances: of all readings the one whose arithmetic holds. */
export const handler = step(ReadRun, async (run) => {
  await endReading(run, (client) => transition(client, run, 'parsingStarted'));
  const bytes = await readObject(run.readingsKey);
  const { readings, isCutOff } = ReadingsFile.parse(JSON.parse(bytes.toString()));
  const chosen = chooseReceipt(readings);
  const { reading } = chosen;
  const receipt = isCutOff ? markCutOff(chosen.receipt) : chosen.receipt;
  const { engine, variant } = reading;
  const parsedKey = stepKey('parsed', run);
  const places = placesOf(receipt.items, reading);
  const file = { receipt, reading: { engine, variant, text: textOf(reading) }, places };
  await writeObject(parsedKey, JSON.stringify(file), 'application/json');
  return { ...run, parsedKey };
});
