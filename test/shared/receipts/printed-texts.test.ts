import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { formatMinor } from '#shared/money/money.ts';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import { nameLikeness } from '#test/eval/score.ts';
import { receiptOf } from './text-reading.ts';

/** What stands on a text of test/data/texts; fields left out are not compared. */
const Printed = z.strictObject({
  total: z.string(),
  /** Whether the sums agree after the repairs. */
  ok: z.boolean(),
  /** Name, quantity, value less discounts. */
  items: z.array(z.tuple([z.string(), z.string(), z.string()])),
  /** The discount is of the whole receipt, so that only the sum of the values is certain. */
  anyDiscount: z.optional(z.boolean()),
  deposits: z.array(z.tuple([z.string(), z.string()])),
  date: z.optional(z.string()),
  time: z.optional(z.string()),
  nip: z.optional(z.string()),
  chain: z.optional(z.string()),
  number: z.optional(z.string()),
  currency: z.optional(z.string()),
  payment: z.optional(z.nullable(z.string())),
  /** Amount and letter of a line that was not read. */
  missing: z.optional(z.tuple([z.string(), z.nullable(z.string())])),
  expectRepair: z.optional(z.boolean()),
});

const texts = globSync('test/data/texts/*.txt').sort();

test('there are texts of all the formats', () => {
  expect(texts.length).toBeGreaterThanOrEqual(40);
});

test.each(texts)('reads %s', (path) => {
  const printed = Printed.parse(JSON.parse(readFileSync(path.replace(/txt$/, 'json'), 'utf8')));
  const receipt = receiptOf(readFileSync(path, 'utf8').trimEnd());
  const shown = fields(receipt);
  for (const field of Object.keys(shown)) {
    if (!(field in printed)) Reflect.deleteProperty(shown, field);
  }
  const { items, anyDiscount, expectRepair, ...wanted } = printed;
  expect({ ...shown, items: undefined }).toEqual({ ...wanted, items: undefined });
  if (anyDiscount) return;
  const damaged = basename(path).startsWith('ocr-');
  expect(
    receipt.items.map(({ quantityMilli, net }) => [quantityMilli / 1000, formatMinor(net)]),
  ).toEqual(items.map(([, quantity, net]) => [Number(quantity), net]));
  for (const [at, [name]] of items.entries()) {
    const read = receipt.items[at]?.name ?? '';
    if (damaged) expect(nameLikeness(read, name)).toBeGreaterThanOrEqual(0.8);
    else expect(read).toBe(name);
  }
  if (expectRepair) expect(receipt.items.some(({ repairs }) => repairs !== undefined)).toBe(true);
});

function fields(receipt: ParsedReceipt): Record<string, unknown> {
  const { merchant, missing } = receipt;
  return {
    total: receipt.total === null ? null : formatMinor(receipt.total),
    ok: receipt.balance.ok,
    deposits: receipt.deposits.map(({ name, amount }) => [name, formatMinor(amount)]),
    date: receipt.date,
    time: receipt.time,
    nip: merchant.nip,
    chain: merchant.chain,
    number: receipt.receiptNumber,
    currency: receipt.currency,
    payment: receipt.payment,
    missing: missing && [formatMinor(missing.amount), missing.vat],
  };
}
