import { expect, test } from 'vitest';
import type { Reading } from '#shared/reading/model/reading.ts';
import { needsNoReview } from '#shared/receipts/choose/needs-no-review.ts';
import { textReading } from '#test/shared/receipts/text-reading.ts';

const RECEIPT = `SKLEP U JANA
NIP 779-10-11-327
2026-03-01 nr 12345
PARAGON FISKALNY
KEFIR 2 x 3,29 6,58C
SPRZEDAŻ OPODATKOWANA C 6,58
PTU C 5% 0,31
SUMA PLN 6,58`;

const WITHOUT_TOTAL = RECEIPT.slice(0, RECEIPT.indexOf('SPRZEDAŻ'));

test('a receipt whose sums agree is without doubt, one without a total is not', () => {
  expect(needsNoReview([textReading(RECEIPT)])).toBe(true);
  expect(needsNoReview([textReading(WITHOUT_TOTAL)])).toBe(false);
  expect(needsNoReview([])).toBe(false);
});

test('each reading is parsed once, however often it is judged beside further ones', () => {
  let parsed = 0;
  const watched = (text: string): Reading => {
    const { lines, ...rest } = textReading(text);
    return {
      ...rest,
      get lines() {
        parsed += 1;
        return lines;
      },
    };
  };
  const readings: Reading[] = [];
  for (const text of [WITHOUT_TOTAL, WITHOUT_TOTAL, RECEIPT]) {
    readings.push(watched(text));
    needsNoReview(readings);
  }
  expect(parsed).toBe(3);
});
