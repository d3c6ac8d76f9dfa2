import { describe, expect, test } from 'vitest';
import { products } from '#shared/products/product.ts';
import { isNip } from '#shared/receipts/fields/nip.ts';
import { generateReceipts } from './generate.ts';
import { GroundTruth, grosze } from './ground-truth.ts';
import { REPORT, type ReceiptSet, SETS, TUNE } from './sets.ts';
import { inColumns } from './text/line.ts';

/** More than the evaluation reads, so that a rare basket cannot break it. */
const COUNT = 320;

describe.each([TUNE, REPORT])('the set $name', (set) => {
  const receipts = generateReceipts(set, COUNT);

  test('is always the same', () => {
    expect(generateReceipts(set, 32)).toEqual(receipts.slice(0, 32));
  });

  test('has every shop equally often', () => {
    const shops = Map.groupBy(receipts, ({ shop }) => shop);
    expect(shops.size).toBe(16);
    for (const group of shops.values()) expect(group).toHaveLength(COUNT / 16);
  });

  test('is true to the smallest coin', () => {
    for (const { truth } of receipts) {
      expect(GroundTruth.parse(truth)).toEqual(truth);
      expect(truth.nip === null || isNip(truth.nip)).toBe(true);
      expect(truth.items.length).toBeGreaterThanOrEqual(3);
      for (const item of truth.items) {
        expect(Math.round(Number(item.quantity) * grosze(item.unitPrice))).toBe(grosze(item.gross));
        expect(grosze(item.gross) - grosze(item.discount)).toBe(grosze(item.net));
      }
      const goods = sum(truth.items.map(({ net }) => net));
      expect(goods + sum(truth.deposits.map(({ amount }) => amount))).toBe(grosze(truth.total));
      expect(sum(Object.values(truth.vatSummary).map(({ gross }) => gross))).toBe(goods);
    }
  });

  test('prints what is true', () => {
    for (const { lines, shop, truth } of receipts) {
      const text = lines.map((line) => inColumns(shop, line)).join('\n');
      for (const item of truth.items) expect(text).toContain(item.name);
      expect(text).toContain(truth.total.replace('.', shop.point));
      expect(text).toContain(truth.time);
      expect(text.replaceAll('-', '')).toContain(truth.nip ?? '');
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(shop.columns);
    }
  });

  test('has discounts, weighed goods, deposits, bags and long lists', () => {
    const items = receipts.flatMap(({ truth }) => truth.items);
    expect(items.some(({ discount }) => grosze(discount) > 0)).toBe(true);
    expect(items.some(({ unit }) => unit === 'kg')).toBe(true);
    expect(items.some(({ products: keys }) => keys?.includes('torba'))).toBe(true);
    expect(receipts.some(({ truth }) => truth.deposits.length > 0)).toBe(true);
    expect(receipts.some(({ truth }) => truth.items.length > 15)).toBe(true);
  });

  test('names products that we ship', () => {
    const keys = Object.values(set.goods).flatMap((goods) =>
      goods.flatMap((good) => good.products),
    );
    expect(keys.filter((key) => !products().has(key))).toEqual([]);
  });
});

/** What a set is made of, each as a list of words. */
const PARTS: Record<string, (set: ReceiptSet) => readonly string[]> = {
  goods: (set) =>
    Object.values(set.goods).flatMap((goods) => goods.map(({ name }) => name.toUpperCase())),
  'ways to print an item': ({ shops }) => shops.shops.map(({ item }) => item),
  'tax tables': ({ shops }) => shops.shops.map(({ taxes }) => taxes),
  'words of the sum': ({ shops }) => shops.shops.map(({ sum: words }) => words.slice(2)),
  'column widths within a paper': ({ shops }) => shops.shops.map(({ columns }) => `${columns}`),
  addresses: ({ shops }) => shops.addresses,
  'closing lines': ({ shops }) => shops.shops.flatMap(({ foot }) => foot.slice(-1)),
  fonts: ({ thermal, screen }) => [...thermal, ...screen].map(({ file }) => file),
  backgrounds: ({ damage }) => damage.backgrounds,
  megapixels: ({ damage }) => damage.megapixels.map(String),
  'folds of a crumpled paper': ({ damage }) => damage.crumpled.map(String),
  'blurs of a blurred one': ({ damage }) => damage.blurred.map(String),
};

test.each(Object.entries(PARTS))('the two sets share no %s', (_, partsOf) => {
  const [tune, report] = [partsOf(SETS.tune), partsOf(SETS.report)];
  expect(tune.length).toBeGreaterThan(0);
  expect(tune.filter((part) => report.includes(part))).toEqual([]);
});

test('the two sets share no headings but what the law and the company make them', () => {
  const headings = ({ shops }: ReceiptSet) =>
    shops.shops.map(({ head }) => head.filter((line) => !line.includes('{')).join('\n'));
  const [tune, report] = [headings(TUNE), headings(REPORT)];
  expect(tune.filter((heading) => report.includes(heading))).toEqual([]);
});

function sum(amounts: readonly string[]): number {
  return amounts.reduce((total, amount) => total + grosze(amount), 0);
}
