import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import { drawn } from '#test/support/drawn.ts';
import { LONG_LIMIT } from '#test/support/limits.ts';
import { damage } from './damage.ts';
import { receiptOf } from './text-reading.ts';

const COUNT = drawn(10_000);
const TODAY = new Date('2026-06-01');
const texts = globSync('test/data/texts/*.txt')
  .sort()
  .map((path) => readFileSync(path, 'utf8'));

test(`${COUNT} damaged texts: no throw, no invented money`, { timeout: LONG_LIMIT }, () => {
  for (let seed = 1; seed <= COUNT; seed += 1) {
    const text = damage(texts[seed % texts.length] ?? '', seed);
    const receipt = receiptOf(text, TODAY);
    const wrong = inventedMoney(receipt, text);
    if (wrong !== undefined) expect.fail(`seed ${seed}: ${wrong}\n${text.slice(0, 4_000)}`);
  }
});

/** Letters that stand for a digit where an amount stands. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  I: '1',
  l: '1',
  '|': '1',
  S: '5',
  B: '8',
  Z: '2',
};

/** What the receipt says of money that its text does not. */
function inventedMoney(receipt: ParsedReceipt, text: string): string | undefined {
  const { items, deposits, total, balance, reasons } = receipt;
  const sum = [...items.map(({ net }) => net), ...deposits.map(({ amount }) => amount)].reduce(
    (all, one) => all + one,
    0,
  );
  if (balance.ok && sum !== total) return `balances at ${sum}, not at ${total}`;
  if (balance.ok && reasons.includes('amount-unexplained')) return 'balances without an amount';
  if (balance.difference !== (total === null ? null : sum - total)) return 'miscounts';
  const digits = text.replace(/\D/g, '');
  const lookalikes = [...text].map((letter) => LOOKS_LIKE[letter] ?? letter).join('');
  const readable = lookalikes.replace(/\D/g, '');
  const isPrinted = (amount: number) =>
    [digits, readable].some((printed) => printed.includes(String(Math.abs(amount))));
  for (const item of items) {
    if (item.net < 0) return `${item.name} costs less than nothing`;
    const product = Math.floor((item.quantityMilli * item.unitPrice + 500) / 1000);
    const changed = item.repairs !== undefined || item.gross === product;
    if (!changed && !isPrinted(item.gross)) return `${item.name} costs ${item.gross}`;
  }
  // A total may be another copy with the deposits added, which its repair then says.
  const said = receipt.repairs?.some(({ field }) => field === 'total');
  if (total !== null && !isPrinted(total) && !said) return `total ${total}`;
  return undefined;
}
