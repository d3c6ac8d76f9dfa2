import { describe, expect, test } from 'vitest';
import { readNip } from '#shared/receipts/fields/nip.ts';
import { dateIn, timeIn } from '#shared/receipts/parse/date-time.ts';
import { type LineKind, lineKind } from '#shared/receipts/parse/line-kind.ts';
import { nameBefore, printedLine } from '#shared/receipts/parse/printed-line.ts';
import { readReceiptNumber } from '#shared/receipts/parse/receipt-number.ts';

const read = (text: string) => printedLine(text, 0, 1);

describe('quantity, price and value', () => {
  // What is printed, name, quantity in thousandths, price, value.
  test.each([
    ['MLEKO UHT 3,2% 1L 2 x3,49 6,98C', 'MLEKO UHT 3,2% 1L', 2000, 349, 698],
    ['SER GOUDA 0,412 x 29,99 12,36 C', 'SER GOUDA', 412, 2999, 1236],
    ['POMIDORY 0, 476 * 19, 99 9,52 B', 'POMIDORY', 476, 1999, 952],
    ['TELEWIZOR 1 szt. x 2 499,00 2 499,00 A', 'TELEWIZOR', 1000, 249900, 249900],
    ['SCHRANK 1 x 2.499,00 2.499,00 A', 'SCHRANK', 1000, 249900, 249900],
    ['Vollmilch 3,5% 1,15 x 3 3,45 A', 'Vollmilch 3,5%', 3000, 115, 345],
    ['Ziemniaki 2,49 zł/kg x 2,140 kg 5,33 C', 'Ziemniaki', 2140, 249, 533],
    ['2 @ £0.95 WHOLEMEAL BREAD 1.90', 'WHOLEMEAL BREAD', 2000, 95, 190],
    ['Ilość 2 szt. po 3,49 = 6,98 C', '', 2000, 349, 698],
    // What OCR makes of them; the product proves each.
    ['BIO CYTRYNY 2% 3,99 7,98 B', 'BIO CYTRYNY', 2000, 399, 798],
    ['BIO CYTRYNY 2 ¥3,99 7,98 B', 'BIO CYTRYNY', 2000, 399, 798],
    ['CHLEB | x4,99 4,99C', 'CHLEB', 1000, 499, 499],
    ['CHLEB l * 4,99 4,99C', 'CHLEB', 1000, 499, 499],
    ['CHLEB x4,99 4,99C', 'CHLEB', 1000, 499, 499],
    ['Hawajska duza 130.00 =30. 008', 'Hawajska duza', 1000, 3000, 3000],
    ['Dostawa 162.00 -2.00B', 'Dostawa', 1000, 200, 200],
    ['BUŁKA 5szt.*149=7,45C', 'BUŁKA', 5000, 149, 745],
    ['KEFIR 2 x l,O9 2,18C', 'KEFIR', 2000, 109, 218],
    ['KEFIR 2 x 3,29 658C', 'KEFIR', 2000, 329, 658],
    ['1 5zt. x 2,59 2,59C', '', 1000, 259, 259],
    ['15zt.x7,79 7,79C', '', 1000, 779, 779],
    ['i szt. x 8,69 8,69A', '', 1000, 869, 869],
    ['1szt.x829 8,29B', '', 1000, 829, 829],
    ['BANANY 1,86*4,999,28 B', 'BANANY', 1860, 499, 928],
    ['COOKIES ŚW.Z CZEKOL. 1*1,691,69B', 'COOKIES ŚW.Z CZEKOL.', 1000, 169, 169],
    ['0,48* 7,993,84 C', '', 480, 799, 384],
    ['Papryka czerwona 1,068*179919,21 C', 'Papryka czerwona', 1068, 1799, 1921],
    ['Mąka pszenna typ 50 2+3,597,18C', 'Mąka pszenna typ 50', 2000, 359, 718],
    ['1x1491498', '', 1000, 149, 149],
    ['KAWA MIELONA 250G 25,79 25,79A', 'KAWA MIELONA 250G', 1000, 2579, 2579],
    ['NAPOJ TYMBARK 11-D1 x4,50 4,50D', 'NAPOJ TYMBARK 11-D', 1000, 450, 450],
  ])('%s', (text, name, quantity, price, value) => {
    const line = read(text);
    expect(nameBefore(line)).toBe(name);
    expect(line.multiplication).toMatchObject({ quantityMilli: quantity, unitPrice: price });
    expect(line.multiplication?.value?.amount).toBe(value);
  });

  test.each(['SER GOUDA 45% 12,99', 'COLA 6x0,33L 12,99A', 'JOGURT 4x125g 5,99C', '17.03.2024'])(
    '%s is no product',
    (text) => {
      expect(read(text).multiplication).toBeNull();
    },
  );
});

test.each<[string, LineKind]>([
  ['OPUST -3,00', 'discount'],
  ['Lidl Plus rabat -1,00 C', 'discount'],
  ['Uwzgl. rabat: -3,00 st. c 13,99', 'discount-note'],
  ['STORNO CHIPSY 1 x 7,49 -7,49A', 'void'],
  ['KAUCJA BUT. PET 2 x 0,50 1,00', 'deposit'],
  ['OPAKOWANIA ZWROTNE', 'deposit-heading'],
  ['PODSUMA 33.50', 'subtotal'],
  ['SUMA PLN 74,45', 'sum'],
  ['SUHA PLN 74,45', 'sum'],
  ['S U M A  P L N  7 4 , 4 5', 'sum'],
  ['DO ZAPŁATY 74,45', 'due'],
  ['SPRZEDAŻ OPODATKOWANA A 29,99', 'tax'],
  ['A= 19,0%  1,96  0,37  2,33', 'tax'],
  ['SUMA PTU 7,73', 'tax-sum'],
  ['Zaoszczędziłeś dziś 13,00 zł', 'noise'],
  ['ZAOKRĄGLENIE 0,02', 'adjustment'],
  ['GOTÓWKA 50,00', 'cash'],
  ['RESZTA 1,20', 'change'],
  ['Karta płatnicza 74,45', 'card'],
  // Goods whose names are words of the till.
  ['KARTA PODARUNKOWA 1 x 50,00 50,00A', 'other'],
  ['TOTAL FAGE 0% 450G 4.00', 'other'],
  ['TELEWIZOR 1 x 999,00 999,00A', 'other'],
])('%s is %s', (text, kind) => {
  expect(read(text).kind).toBe(kind);
});

test.each([
  ['CRUNCHIPS 1 x 5,99 5,998', 599, 'B'],
  ['MANGO 0,476* 19,99 9,52 2B', 952, 'B'],
  ['CHLEB 1 x 4,99 4,99 R', 499, 'A'],
  ['CHLEB 1 x 4,99 4,99', 499, null],
])('the value and letter of %s', (text, amount, letter) => {
  expect(read(text).trailing).toMatchObject({ amount, letter });
});

test('a chain adds words of its own', () => {
  expect(lineKind('SHAKEOMAT -2,00')).toBe('other');
  expect(lineKind('SHAKEOMAT -2,00', { discount: ['SHAKEOMAT'] })).toBe('discount');
});

test.each([
  ['2024-03-17 nr wydr. 12', '2024-03-17'],
  ['17-03-2024 14:05', '2024-03-17'],
  ['DATA 17.03.2024 14:05', '2024-03-17'],
  ['2O24-O3-l7', '2024-03-17'],
  ['2024—03—17', '2024-03-17'],
  ['17/03/24', '2024-03-17'],
  ['03/17/2024', '2024-03-17'],
  ['19 AUG 2024', '2024-08-19'],
  ['5 października 2025', '2025-10-05'],
  ['3. Mai 2025', '2025-05-03'],
  ['2024-02-30', null],
  ['12,49 1,00', null],
])('the day of %s', (text, day) => {
  expect(dateIn(text)).toBe(day);
});

test('the time of a line', () => {
  expect(timeIn('00123 #1 KASJER 9:05')).toBe('09:05');
  expect(timeIn('1:99')).toBeNull();
});

test.each([
  [['NIP 779-10-11-327'], '7791011327'],
  [['NIP: PL 7791011327'], '7791011327'],
  [['NlP 779-I0-11-327'], '7791011327'],
  [['N.I.P. ~ 779-10-11-327'], '7791011327'],
  [['NIP NABYWCY 781-18-97-358', 'NIP 779-10-11-327'], '7791011327'],
  [['tel. 779-101-13-27'], null],
  [['NIP 779-10-11-321'], null],
])('the NIP of %j', (lines, nip) => {
  expect(readNip(lines, []).nip).toBe(nip);
});

test.each([
  [['2026-03-01 nr wydr. 12345'], '12345'],
  [['Bon-Nr.: 4711'], '4711'],
  [['Receipt No 000121'], '000121'],
  [['ul. Lipowa 9, 30-702 Kraków', 'NIP: 640-443-24-01', '365957', 'PARAGON FISKALNY'], '365957'],
  [['Sklep nr 887', 'NIP 727-001-91-83', 'PARAGON FISKALNY'], null],
  [['BON 20,00', 'Paragon nr'], null],
])('the number of %j', (heading, number) => {
  expect(readReceiptNumber(heading, heading)).toBe(number);
});

test('a number two digits from the chain’s own is the chain’s own, and says what was read', () => {
  expect(readNip(['NIP 779-10-17-321'], ['7791011327'])).toEqual({
    nip: '7791011327',
    printed: true,
    readAs: '7791017321',
  });
});
