import { expect, test } from 'vitest';
import { reviewReasons } from '#shared/receipts/model/review-reasons.ts';
import { receiptOf } from '#test/shared/receipts/text-reading.ts';

const HEAD =
  'JERONIMO MARTINS POLSKA S.A.\nul. Żniwna 5, 62-025 Kostrzyn\nNIP 779-10-11-327\n2026-03-01 nr wydr. 12345\nPARAGON FISKALNY\n';
const parse = (goods: string) => receiptOf(HEAD + goods);

test('reads names, counts, letters, table, total and payment', () => {
  const receipt = parse(
    'MLEKO UHT 3,2% 1L   2 x3,49   6,98C\nCHLEB ŻYTNI  1 x4,99 4,99C\nCOCA COLA 1,5L 1 szt x 7,49 7,49A\nSPRZEDAŻ OPODATKOWANA A   7,49\nPTU A 23,00%  1,40\nSPRZEDAŻ OPODATKOWANA C 11,97\nPTU C 5,00% 0,57\nSUMA PTU 1,97\nSUMA PLN 19,46\n00012 #1 KASJER 12:30\nKARTA PŁATNICZA 19,46',
  );
  expect(
    receipt.items.map(({ name, quantityMilli, net, vat }) => [name, quantityMilli, net, vat]),
  ).toEqual([
    ['MLEKO UHT 3,2% 1L', 2000, 698, 'C'],
    ['CHLEB ŻYTNI', 1000, 499, 'C'],
    ['COCA COLA 1,5L', 1000, 749, 'A'],
  ]);
  expect(receipt).toMatchObject({
    total: 1946,
    balance: { ok: true, difference: 0 },
    date: '2026-03-01',
    time: '12:30',
    receiptNumber: '12345',
    payment: 'card',
    currency: 'PLN',
    merchant: { chain: 'Biedronka', nip: '7791011327' },
    taxes: [
      { letter: 'A', rate: 23, gross: 749, tax: 140 },
      { letter: 'C', rate: 5, gross: 1197, tax: 57 },
    ],
  });
  expect(reviewReasons(receipt)).toEqual([]);
});

test('takes an amount whose comma was misread for no time', () => {
  const goods =
    'OGÓRKI 0,48 x 7,99 3,84C\nSPRZED. OPOD. PTU C 3:84\nKWOTA C 05,00% 0:18\nSUMA PLN 3,84';
  expect(parse(`${goods}\n000097 #7 23 1250 nr:40229 7:33`).time).toBe('07:33');
});

test('reads a name whose quantity and price stand on the line below', () => {
  const receipt = parse('BANANY LUZ\n0,476 x 19,99 9,52B\nSUMA PLN 9,52');
  expect(receipt.items).toMatchObject([
    { name: 'BANANY LUZ', quantityMilli: 476, unit: 'kg', gross: 952, vat: 'B' },
  ]);
  expect(receipt.balance.ok).toBe(true);
});

test.each([
  ['a spoilt unit', 'MASŁO EXTRA\n1 5zt. x 2,59 2,59C\nSUMA PLN 2,59', 1000, 259],
  ['a count that is a stroke', 'MASŁO EXTRA\ni szt. x 2,59\nSUMA PLN 2,59', 1000, 259],
  ['a price without its comma', 'MASŁO EXTRA\n15zt.x259\nSUMA PLN 2,59', 1000, 259],
  ['a unit that is no word', 'MASŁO EXTRA\n1 sa¢ x 2,59 2,59C\nSUMA PLN 2,59', 1000, 259],
  ['a scrap of the row above', 'MASŁO EXTRA\nrz\n1 szt. x 2,59 2,59C\nSUMA PLN 2,59', 1000, 259],
  ['another spoilt unit', 'MASŁO EXTRA\n2 SZC. X 25,79 51,58A\nSUMA PLN 51,58', 2000, 5158],
  ['a torn row', 'MASŁO EXTRA\n4 szt. M\n1,19 = 4,76 C\nSUMA PLN 4,76', 4000, 476],
])('a line of numbers with %s keeps the name above it', (_, text, quantityMilli, gross) => {
  const receipt = parse(text);
  expect(receipt.items).toMatchObject([{ name: 'MASŁO EXTRA', quantityMilli, gross }]);
  expect(receipt.balance.ok).toBe(true);
});

test('puts a column of names and a column of numbers together when they are equally long', () => {
  const numbers = '2 x 3,49 6,98C\n1 x 6,39 6,39C\n1 x 4,49 4,49A';
  const receipt = parse(`MLEKO UHT\nSER GOUDA\nCHUSTECZKI\n${numbers}\nSUMA PLN 17,86`);
  expect(receipt.items.map(({ name, net }) => [name, net])).toEqual([
    ['MLEKO UHT', 698],
    ['SER GOUDA', 639],
    ['CHUSTECZKI', 449],
  ]);
  expect(parse(`MLEKO UHT\nCHUSTECZKI\n${numbers}\nSUMA PLN 17,86`).items[0]?.name).not.toBe(
    'MLEKO UHT',
  );
});

test('reads turnover and tax on one line, the word between them glued to the turnover', () => {
  const receipt = parse(
    'HERBATA 1 x4,00 4,00A\nSP.OP.A 400PTU 23% 0,75\nSUMA PTU 0,75\nSUMA PLN 4,00',
  );
  expect(receipt.taxes).toEqual([{ letter: 'A', rate: 23, gross: 400, tax: 75 }]);
});

test('folds a discount below its item into it', () => {
  const receipt = parse(
    'SER GOUDA 1 x9,99 9,99C\nOPUST -3,00\n6,99C\nMASŁO 1 x7,00 7,00C\nSUMA PLN 13,99',
  );
  expect(receipt.items.map(({ discount, net }) => [discount, net])).toEqual([
    [300, 699],
    [0, 700],
  ]);
  expect(receipt.balance.ok).toBe(true);
});

test('gives collected discounts to the items they name', () => {
  const receipt = parse(
    'CZEKOLADA MLECZNA 1 x 4,99 4,99A\nKEFIR 1 x 2,00 2,00A\nrabat CZEKOLADA MLECZNA -1,70A\nSUMA PLN 5,29',
  );
  expect(receipt.items.map(({ net }) => net)).toEqual([329, 200]);
});

test('gives discounts to varieties that differ by a misread letter', () => {
  const receipt = parse(
    'CZEKOLADA MILKA 0-A 1 x 4,99 4,99A\nCZEKOLADA MILKA W-A 1 x 4,99 4,99A\nrabat CZEKOLADA MILKA O-A -1,70A\nrabat CZEKOLADA MILKA W-A -1,70A\nSUMA PLN 6,58',
  );
  expect(receipt.items.map(({ discount }) => discount)).toEqual([170, 170]);
});

test('keeps a price that only explains a discount out of it', () => {
  const receipt = parse(
    'ISANA ŻEL 2 x5,49 10,98A\nUwzgl. rabat: -1,00 st. c 6,49\nRabat KLUB ISANA ŻEL -2,00A\nSUMA PLN 8,98',
  );
  expect(receipt.items).toMatchObject([{ gross: 1098, discount: 200, net: 898 }]);
  expect(receipt.balance.ok).toBe(true);
});

test('takes a voided line out', () => {
  const receipt = parse(
    'KEFIR 1 x 2,00 2,00C\nMASŁO 1 x 7,00 7,00C\nSTORNO MASŁO 1 x 7,00 -7,00C\nSUMA PLN 2,00',
  );
  expect(receipt.items.map(({ name }) => name)).toEqual(['KEFIR']);
  expect(receipt.balance.ok).toBe(true);
});

test('keeps deposits out of the goods and in the balance', () => {
  const receipt = parse(
    'WODA 1 x 2,00 2,00A\nSPRZEDAŻ OPODATKOWANA A 2,00\nSUMA PLN 2,00\nKAUCJA BUTELKA PET 1 x 0,50 0,50\nDO ZAPŁATY 2,50\nGOTÓWKA 5,00\nRESZTA 2,50',
  );
  expect(receipt.items).toHaveLength(1);
  expect(receipt.deposits).toMatchObject([{ amount: 50 }]);
  expect(receipt).toMatchObject({ total: 250, payment: 'cash', balance: { ok: true } });
});

test('repairs a misread value when only one choice makes line and total agree', () => {
  const receipt = parse('ŻUREK 1 x 8,90 8,98B\nCHLEB 1 x 2,00 2,00B\nSUMA PLN 10,90');
  expect(receipt.items[0]).toMatchObject({ gross: 890, reasons: ['repaired'] });
  expect(receipt.balance.ok).toBe(true);
});

test('never drops a line to balance', () => {
  const receipt = parse('KEFIR 1 x 2,00 2,00C\nMASŁO 1 x 7,00 7,00C\nSUMA PLN 2,00');
  expect(receipt.items).toHaveLength(2);
  expect(receipt.balance).toEqual({ ok: false, difference: 700 });
  expect(reviewReasons(receipt)).toContain('does-not-balance');
});

test('leaves a missing total null', () => {
  expect(parse('KEFIR 1 x 2,00 2,00C')).toMatchObject({
    total: null,
    balance: { ok: false, difference: null },
  });
});

test('calls an empty reading unreadable', () => {
  expect(reviewReasons(receiptOf('~~~ .. ~'))).toContain('unreadable');
});

test('a lost first name moves no other name to the numbers of its neighbour', () => {
  const lines = [
    'PARAGON FISKALNY',
    '1 szt. x 3,49 3,49 C',
    'CHLEB ŻYTNI',
    '2 szt. x 4,99 9,98 C',
    'MASŁO EXTRA',
    '1 szt. x 7,29 7,29 C',
    'SUMA PLN 20,76',
  ];
  const { items } = receiptOf(lines.join('\n'));
  expect(items.slice(1).map(({ name, gross }) => [name, gross])).toEqual([
    ['CHLEB ŻYTNI', 998],
    ['MASŁO EXTRA', 729],
  ]);
});

test.each(['zł/szt', 'zt/szt', 'zl/szt.'])('what a price is for (%s) is no name', (unit) => {
  const { items } = parse(`MAŚLANKA\n2 szt x 3,09 ${unit} 6,18 C\nSUMA PLN 6,18`);
  expect(items).toMatchObject([{ name: 'MAŚLANKA', quantityMilli: 2000, gross: 618 }]);
});
