import { expect, test } from 'vitest';
import { saveReceipt } from '#shared/receipts/records/receipt-save.ts';
import { reviewReceipt } from '#shared/receipts/review/receipt-review.ts';
import { testDatabase } from '#test/support/database.ts';
import { matchedReceipt, SHOPPING } from '#test/support/matched-receipt.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();

test('what an embedding model found is kept with the line and asked with what the words say', async () => {
  const household = await database.newHousehold();
  const name = 'DANIE DNIA';
  const lines = SHOPPING.map((line) => line.replace('CHLEB', name));
  // Its words alone say 0.723 for one product; with the model it is 1 − (1 − 0.5) × (1 − 0.723) = 0.8615.
  const meant = [
    { id: 'ketchup', deviations: 6 },
    { id: 'serek-homogenizowany', deviations: 5 },
  ];
  const file = matchedReceipt(lines, new Map([[name, meant]]));
  await saveReceipt(await newRun(household), file);
  const [row] = await database.query<{ id: string }>('select id from receipts');
  const review = await reviewReceipt(household, row?.id ?? '', 'en');
  expect(review.lines).toMatchObject([{ name, product: null }]);
  expect(review.lines[0]?.candidates.slice(0, 2)).toMatchObject([
    { id: 'serek-homogenizowany', score: expect.closeTo(0.884, 2) },
    { id: 'ketchup', name: 'ketchup', score: 0.6 },
  ]);
});
