import { readUploadedFile } from '#functions/agents/ocr/agent.ts';
import type { Reading } from '#shared/reading/model/reading.ts';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { matchItems } from '#shared/receipts/matching/receipt-matching.ts';

/** Ids are part of a run; here nobody reads them. */
const RUN = {
  householdId: '00000000-0000-4000-8000-000000000001',
  uploadId: '00000000-0000-4000-8000-000000000002',
  attempt: 1,
};

/** A file through the reading agent, then what the steps after it do: parse, balance, match. */
export async function readReceipt(file: Buffer, budgetMs?: number) {
  let readings: Reading[] = [];
  await readUploadedFile(RUN, {
    ...(budgetMs && { budgetMs }),
    readObject: async () => file,
    writeObject: async (_key, body) => {
      readings = JSON.parse(body);
    },
  });
  const { receipt } = chooseReceipt(readings);
  return { receipt, items: matchItems(receipt, []) };
}
