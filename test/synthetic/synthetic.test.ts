import { expect, test } from 'vitest';
import { isNip } from '#shared/receipts/nip.ts';
import { generateReceipts } from './generate.ts';
import { GroundTruth, grosze } from './ground-truth.ts';
import { textOfPaper } from './line.ts';

const receipts = generateReceipts(64);

test('the same seeds give the same receipts, other seeds others', () => {
  expect(generateReceipts(64)).toEqual(receipts);
  expect(generateReceipts(64, 1000)).not.toEqual(receipts);
});

test('every chain is there equally often', () => {
  const chains = receipts.map(({ truth }) => truth.chain);
  expect(new Set(chains).size).toBe(8);
  for (const chain of chains) expect(chains.filter((other) => other === chain)).toHaveLength(8);
});

test('every receipt is true to the grosz', () => {
  for (const { truth } of receipts) {
    expect(GroundTruth.parse(truth)).toEqual(truth);
    expect(isNip(truth.nip ?? '')).toBe(true);
    expect(truth.items.length).toBeGreaterThanOrEqual(3);
    expect(truth.items.length).toBeLessThanOrEqual(12);
    for (const item of truth.items) {
      expect(Math.round(Number(item.quantity) * grosze(item.unitPrice))).toBe(grosze(item.gross));
      expect(grosze(item.gross) - grosze(item.discount)).toBe(grosze(item.net));
    }
    const goods = sum(truth.items.map(({ net }) => net));
    expect(goods + sum(truth.deposits.map(({ amount }) => amount))).toBe(grosze(truth.total));
    expect(sum(Object.values(truth.vatSummary).map(({ gross }) => gross))).toBe(goods);
  }
});

test('what is true is printed', () => {
  for (const { lines, truth } of receipts) {
    const text = textOfPaper(lines);
    for (const item of truth.items) expect(text).toContain(item.name);
    expect(text).toContain(truth.total.replace('.', ','));
    expect(text).toContain(truth.time);
    expect(text.replaceAll('-', '')).toContain(truth.nip);
  }
});

test('discounts, weighed goods, deposits and bags all occur', () => {
  const items = receipts.flatMap(({ truth }) => truth.items);
  expect(items.some(({ discount }) => grosze(discount) > 0)).toBe(true);
  expect(items.some(({ unit }) => unit === 'kg')).toBe(true);
  expect(items.some(({ name }) => /torba/i.test(name))).toBe(true);
  expect(receipts.some(({ truth }) => truth.deposits.length > 0)).toBe(true);
});

function sum(amounts: readonly string[]): number {
  return amounts.reduce((total, amount) => total + grosze(amount), 0);
}
