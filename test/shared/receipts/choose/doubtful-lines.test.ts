import { expect, test } from 'vitest';
import { type ChosenReceipt, chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { doubtfulLines } from '#shared/receipts/choose/doubtful-lines.ts';
import { textReading } from '#test/shared/receipts/text-reading.ts';

function chosen(...goods: readonly string[]): ChosenReceipt {
  const text = ['PARAGON FISKALNY', ...goods, 'SPRZED. OPOD. PTU C 28,77', 'SUMA PLN 28,77'];
  return chooseReceipt([textReading(text.join('\n'))]);
}

const atOf = ({ items }: ReturnType<typeof doubtfulLines>) => items.map(({ at }) => at);

test('a line that proves itself is none, one that contradicts itself is the worst', () => {
  const receipt = chosen(
    'MLEKO 2 x 3,49 6,98 C',
    'CHLEB ZYTNI 4,99 C',
    'MASLO 2 x 3,45 9,11 C',
    'KAWA',
    'RABAT -1,20',
  );
  const [worst, ...others] = atOf(doubtfulLines(receipt, []));
  expect(worst).toBe(3);
  expect(others).toEqual([4, 2, 5]);
});

test('a name that stands above its numbers is none', () => {
  expect(atOf(doubtfulLines(chosen('MLEKO', '2 x 3,49 6,98 C'), []))).toEqual([]);
});

test('room for a line counts among the goods, and only where money is missing', () => {
  const gaps = [{ below: 0 }, { below: 1 }, { below: 3 }];
  const short = doubtfulLines(chosen('MLEKO 2 x 3,49 6,98 C'), gaps);
  expect(short.items).toEqual([
    { at: 0, gap: { below: 0 } },
    { at: 1, gap: { below: 1 } },
  ]);
  expect(doubtfulLines(chosen('KAWA 9 x 9,00 81,00 C'), gaps).items).toEqual([]);
});

test('the total is doubtful unless two copies say it', () => {
  expect(doubtfulLines(chosen('CHLEB 1,33 C'), []).closing).toEqual([]);
  const reading = textReading('PARAGON FISKALNY\nCHLEB 1,33 C\nSUMA PLN 28,77\nKARTA 17,11');
  const doubts = doubtfulLines(chooseReceipt([reading]), []);
  expect(doubts.closing.map(({ at }) => at)).toEqual([2, 3]);
  expect(doubts.hasTotal).toBe(true);
});
