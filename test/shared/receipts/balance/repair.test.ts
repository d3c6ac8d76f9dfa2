import { describe, expect, test } from 'vitest';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { reviewReasons } from '#shared/receipts/model/review-reasons.ts';
import { receiptOf, textReading } from '#test/shared/receipts/text-reading.ts';

const HEAD = 'SKLEP U JANA\nNIP 779-10-11-327\n2026-03-01 nr 12345\nPARAGON FISKALNY\n';
const TODAY = new Date('2026-06-01');
const parse = (goods: string) => receiptOf(HEAD + goods, TODAY);
const choose = (...goods: readonly string[]) =>
  chooseReceipt(
    goods.map((one) => textReading(one.startsWith('SKLEP') ? one : HEAD + one)),
    TODAY,
  ).receipt;

describe('one smallest edit is made and named', () => {
  test('a value that contradicts its product', () => {
    const { items } = parse('ŻUREK 1 x 8,90 8,98B\nCHLEB 1 x 2,00 2,00B\nSUMA PLN 10,90');
    expect(items[0]).toMatchObject({
      gross: 890,
      reasons: ['repaired'],
      repairs: [{ field: 'gross', read: '8.98', now: '8.90' }],
    });
  });

  test('a price that contradicts its value', () => {
    const { items, balance } = parse('KEFIR 2 x 3,28 6,58C\nCHLEB 1 x 2,00 2,00B\nSUMA PLN 8,58');
    expect(balance.ok).toBe(true);
    expect(items[0]?.repairs).toEqual([{ field: 'unitPrice', read: '3.28', now: '3.29' }]);
  });

  test('a value whose comma was lost', () => {
    const { items, balance } = parse('KEFIR 2 x 3,29 658C\nCHLEB 1 x 2,00 2,00B\nSUMA PLN 8,58');
    expect(balance.ok).toBe(true);
    expect(items[0]?.repairs).toEqual([{ field: 'gross', read: '658C', now: '6.58' }]);
  });

  test('a letter glued to the value, or read as a digit', () => {
    const { items } = parse('KEFIR 2 x 3,29 6,58C\nPIWO 1 x 4,00 4.00 8\nSUMA PLN 10,58');
    expect(items.map(({ vat, gross }) => [vat, gross])).toEqual([
      ['C', 658],
      ['B', 400],
    ]);
  });

  test('a discount, when the price below it says otherwise', () => {
    const receipt = parse('SER 1 x 9,99 9,99C\nOPUST -3,80\n6,99C\nSUMA PLN 6,99');
    expect(receipt.items[0]).toMatchObject({ discount: 300, net: 699 });
    expect(receipt.items[0]?.repairs).toEqual([{ field: 'discount', read: '3.80', now: '3.00' }]);
  });

  test('a minus that was not read', () => {
    const receipt = parse(
      'SER 1 x 9,99 9,99C\nMASŁO 1 x 7,00 7,00C\nKLUB MASŁO 2,00C\nSPRZEDAŻ OPODATKOWANA C 14,99\nSUMA PLN 14,99',
    );
    expect(receipt.items.map(({ net }) => net)).toEqual([999, 500]);
    expect(receipt.items[1]?.reasons).toContain('repaired');
  });

  test('a deposit', () => {
    const receipt = parse(
      'WODA 6 x 2,00 12,00A\nSUMA PLN 12,00\nKAUCJA PET 8,00\nDO ZAPŁATY 15,00\nKARTA 15,00',
    );
    expect(receipt).toMatchObject({ deposits: [{ amount: 300 }], balance: { ok: true } });
    expect(receipt.repairs).toEqual([{ field: 'deposit', read: '8.00', now: '3.00' }]);
  });

  test('a letter, by the tax table', () => {
    const receipt = parse(
      'KEFIR 1 x 3,00 3,00C\nPIWO 1 x 4,00 4,00C\nSPRZEDAŻ OPODATKOWANA A 4,00\nSPRZEDAŻ OPODATKOWANA C 3,00\nSUMA PLN 7,00',
    );
    expect(receipt.items.map(({ vat }) => vat)).toEqual(['C', 'A']);
    expect(receipt.items[1]?.repairs).toEqual([{ field: 'vat', read: 'C', now: 'A' }]);
  });

  test('a turnover of the tax table, by the tax beside it', () => {
    const { taxes, reasons } = parse(
      'PIWO 1 x 11,22 11,22A\nSPRZEDAŻ OPODATKOWANA A 14,22\nPTU A 23% 2,10\nSUMA PLN 11,22',
    );
    expect(taxes).toEqual([{ letter: 'A', rate: 23, gross: 1122, tax: 210 }]);
    expect(reasons).not.toContain('tax-table');
  });

  test('the total, by what was paid', () => {
    const receipt = parse('PIWO 1 x 11,22 11,22A\nSUMA PLN 17,22\nGOTÓWKA 20,00\nRESZTA 8,78');
    expect(receipt).toMatchObject({ total: 1122, balance: { ok: true } });
    expect(receipt.repairs).toEqual([{ field: 'total', read: '17.22', now: '11.22' }]);
  });

  test('the total that sum with deposit and payment less change say, though no sums agree', () => {
    const { total, balance } = parse(
      'SER 1 x 9,99 9,99C\nSUMA PLN 118,29\nKAUCJA BUTELKA 1 0,50 0,50\nDO ZAPŁATY 110,79\nGOTÓWKA 120,00\nRESZTA 1,21',
    );
    expect([total, balance.ok]).toEqual([11879, false]);
  });

  test('a repaired line is less sure, yet needs no review', () => {
    const receipt = parse('ŻUREK 1 x 8,90 8,98B\nCHLEB 1 x 2,00 2,00B\nSUMA PLN 10,90');
    expect(receipt.items[0]?.confidence).toBeLessThan(receipt.items[1]?.confidence ?? 0);
    expect(reviewReasons(receipt)).toEqual([]);
  });
});

describe('what is not certain is left', () => {
  test('two edits that explain the same difference are both named', () => {
    const receipt = parse('KEFIR 3,00C\nMASŁO 3,00C\nSUMA PLN 11,00');
    expect(receipt.balance).toEqual({ ok: false, difference: -500 });
    expect(receipt.candidates).toEqual([
      [{ field: 'gross', read: '3.00', now: '8.00', line: 1 }],
      [{ field: 'gross', read: '3.00', now: '8.00', line: 2 }],
    ]);
  });

  test('a line that was not read is named by its money and letter, never made up', () => {
    const receipt = parse(
      'KEFIR 2 x 3,29 6,58C\nSPRZEDAŻ OPODATKOWANA A 5,00\nSPRZEDAŻ OPODATKOWANA C 6,58\nSUMA PLN 11,58\nKARTA 11,58',
    );
    expect(receipt.items).toHaveLength(1);
    expect(receipt.reasons).toContain('line-missing');
    expect(receipt.missing).toEqual({ amount: 500, vat: 'A', names: [] });
    expect(receipt.balance).toEqual({ ok: false, difference: -500 });
  });

  test('a name without an amount is what may be missing', () => {
    const receipt = parse(
      'KEFIR 2 x 3,29 6,58C\nMASŁO EXTRA\nCHLEB 1 x 2,00 2,00C\nSUMA PLN 13,58',
    );
    expect(receipt.missing).toMatchObject({ amount: 500, names: ['MASŁO EXTRA'] });
  });

  test('two equal lines are two pieces until the tax table denies it', () => {
    const goods = 'KETCHUP 1 x 5,49 5,49B\nKETCHUP 1 x 5,49 5,49B\n';
    expect(parse(`${goods}SUMA PLN 5,49`).balance).toEqual({ ok: false, difference: 549 });
    const proven = parse(`${goods}SPRZEDAŻ OPODATKOWANA B 5,49\nSUMA PLN 5,49`);
    expect(proven.items).toHaveLength(1);
    expect(proven.items[0]?.repairs).toEqual([{ field: 'line', read: 'KETCHUP 5.49', now: '' }]);
  });

  test('an amount that nothing explains keeps the receipt from balancing', () => {
    const receipt = parse('KEFIR 2 x 3,29 6,58C\n91,00C\nSUMA PLN 6,58');
    expect(receipt.balance).toEqual({ ok: false, difference: 0 });
    expect(reviewReasons(receipt)).toContain('amount-unexplained');
  });
});

describe('other readings of the paper are evidence', () => {
  const kefir = 'KEFIR 2 x 3,29 6,58C\n';
  const end = 'SPRZEDAŻ OPODATKOWANA C 8,58\nSUMA PLN 8,58';

  test('a line that one reading lost stands in another', () => {
    const receipt = choose(
      `${kefir}${end}`,
      `KEF1R Z x 3,29 6,5BC\nCHLEB 1 x 2,00 2,00C\nSPRZEDAŻ OPODATKOWANA C 8,5\nSUMA PLN 85`,
    );
    expect(receipt.balance.ok).toBe(true);
    expect(receipt.items.map(({ name }) => name)).toContain('CHLEB');
  });

  test('a value another reading has beats a guess', () => {
    const receipt = choose(
      'KEFIR 3,00C\nMASŁO 3,00C\nSUMA PLN 11,00',
      'KEFIR 3,00C\nMASŁO 8,00C\nSUMA PLN 1l.O',
    );
    expect(receipt.items.map(({ net }) => net)).toEqual([300, 800]);
  });

  test('names, letters, days and numbers are put to the vote', () => {
    const heading = (date: string, nip: string) =>
      `SKLEP U JANA\nNIP ${nip}\n${date} nr 12345\nPARAGON FISKALNY\n`;
    const receipt = choose(
      `${heading('2026-03-07', '779-10-11-321')}KEF1R 2 x 3,29 6,58B\n${end}`,
      `${heading('2026-03-01', '779-10-11-327')}KEFIR 2 x 3,29 6,58C\n${end}`,
      `${heading('2026-03-01', '779-10-11-327')}KEFIR 2 x 3,29 6,58C\n${end}`,
    );
    expect(receipt).toMatchObject({
      date: '2026-03-01',
      merchant: { nip: '7791011327' },
      items: [{ name: 'KEFIR', vat: 'C' }],
    });
  });

  test('a reading that was voted letter by letter has the say on names, others lend their marks', () => {
    const goods = ['CZEKOLADA MILKA SW. 1 x 6,58 6,58C', 'CZEKOLADAMILKA ŚW. 1 x 6,58 6,58C'];
    const [voted = '', other = ''] = goods.map((row) => `${HEAD}${row}\nSUMA PLN 6,58`);
    const readings = [
      { ...textReading(other), variant: 'latin' },
      { ...textReading(voted), variant: 'voted' },
      { ...textReading(other), variant: 'english' },
    ];
    expect(chooseReceipt(readings, TODAY).receipt.items[0]?.name).toBe('CZEKOLADA MILKA ŚW.');
  });

  test('a day printed twice outvotes one misread above it', () => {
    const receipt = receiptOf(
      `SKLEP\n2026-03-07 nr 1\nPARAGON FISKALNY\n${kefir}SUMA PLN 6,58\n2026-03-01 14:05\nKARTA 6,58 2026-03-01`,
      TODAY,
    );
    expect(receipt.date).toBe('2026-03-01');
  });
});
