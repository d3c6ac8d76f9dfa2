import { describe, expect, test } from 'vitest';
import {
  contradictionCost,
  countAgreeing,
  type PrintedTotals,
  possibleTotals,
  printedTotals,
} from '#shared/receipts/balance/printed-totals.ts';
import { receiptOf } from '../text-reading.ts';

function copies(more: Partial<PrintedTotals>): PrintedTotals {
  return { paid: [], fiscal: [], labelled: [], ...more };
}
const against = (of: PrintedTotals, total: number, goods = total) =>
  contradictionCost(of, total, goods);

describe('two equal printed payments', () => {
  const paidTwice = copies({ paid: [1191, 1191], fiscal: [1197], labelled: [1191, 1197] });

  test('veto every other total, however near its digits are', () => {
    expect(against(paidTwice, 1191)).toBeLessThan(1);
    // 1 and 7 are taken for one another, and SUMA and the lines may both be 11.97.
    expect(against(paidTwice, 1197)).toBe(Number.POSITIVE_INFINITY);
    expect(against(paidTwice, 1191, 1197)).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  test('veto the sum of the goods too, which lacks the deposits', () => {
    const withDeposit = copies({ paid: [1500, 1500], fiscal: [1200], labelled: [1500, 1200] });
    expect(against(withDeposit, 1500, 1200)).toBe(0);
    expect(against(withDeposit, 1200, 1200)).toBe(Number.POSITIVE_INFINITY);
  });

  test.each([
    ['one payment', [1191]],
    ['none', []],
    ['two that differ', [1191, 1197]],
  ])('%s vetoes nothing', (_, paid) => {
    expect(against(copies({ ...paidTwice, paid }), 1197)).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  test('keep a receipt from being balanced with another total', () => {
    const receipt = (due: string, paid: string) =>
      receiptOf(
        `SKLEP U JANA\nPARAGON FISKALNY\nKEFIR 1 x 6,98 6,98C\nCHLEB 1 x 4,99 4,99B\nSUMA PLN 11,97\nDO ZAPŁATY ${due}\nGOTÓWKA ${paid}`,
        new Date('2026-06-01'),
      );
    expect(receipt('11,91', '11,97')).toMatchObject({ total: 1197, balance: { ok: true } });
    expect(receipt('11,91', '11,91')).toMatchObject({ total: 1191, balance: { ok: false } });
  });
});

test('contradicting a copy costs little where a lookalike digit explains it, and more otherwise', () => {
  const cost = (copy: number) => against(copies({ fiscal: [copy, 1197] }), 1197);
  const [same, lookalike, unexplained] = [cost(1197), cost(1191), cost(5000)];
  expect(same).toBe(0);
  expect(lookalike).toBeGreaterThan(0);
  expect(unexplained).toBeGreaterThan(lookalike);
});

test('a total that no misreading of a printed one leads to is no total', () => {
  const printed = copies({ fiscal: [1197, 5000], labelled: [1197] });
  expect(against(printed, 5000)).toBe(Number.POSITIVE_INFINITY);
  expect(against(copies({ fiscal: [1197, 5000] }), 5000)).toBeLessThan(Number.POSITIVE_INFINITY);
});

test('payments are compared with the total, fiscal sums with the goods as well', () => {
  const all = copies({ paid: [1500], fiscal: [1200, 1500], labelled: [1500] });
  expect(countAgreeing(all, 1500, 1200)).toBe(3);
  expect(countAgreeing(all, 1200, 1200)).toBe(1);
  expect(possibleTotals(all, 300)[0]).toBe(1500);
});

test('a subtotal counts where no total was read, a tax table only when it is complete', () => {
  const totals = { sums: [], subtotals: [900], due: null, paid: null, payment: null };
  const row = { letter: 'A', rate: 23, tax: null } as const;
  expect(printedTotals(totals, [{ ...row, gross: 700 }]).fiscal).toEqual([700, 900]);
  expect(printedTotals({ ...totals, due: 800 }, [{ ...row, gross: null }]).fiscal).toEqual([]);
});
