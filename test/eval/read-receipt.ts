import { readUploadedFile } from '#functions/agents/ocr/agent.ts';
import { inProcessReader } from '#functions/agents/ocr/in-process-reader.ts';
import { ReadingsFile } from '#shared/reading/model/readings-file.ts';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { matchItems } from '#shared/receipts/matching/receipt-matching.ts';

/** A run needs ids; here they are not used. */
const RUN = {
  householdId: '00000000-0000-4000-8000-000000000001',
  uploadId: '00000000-0000-4000-8000-000000000002',
  attempt: 1,
};

/** A file through the reading agent, then what the steps after it do: parse, balance, match. */
export async function readReceipt(file: Buffer, maxVariants?: number) {
  let written: unknown;
  await readUploadedFile(RUN, {
    ...(maxVariants !== undefined && { maxVariants }),
    reader: inProcessReader,
    readObject: async () => file,
    writeObject: async (_key, body) => {
      written = JSON.parse(body);
    },
    countPages: async () => undefined,
  });
  const { receipt } = chooseReceipt(ReadingsFile.parse(written).readings);
  return { receipt, items: matchItems(receipt, []) };
}
