import { describe, expect, test } from 'vitest';
import { matchItems } from '#shared/receipts/matching/receipt-matching.ts';
import { receiptOf } from '#test/shared/receipts/text-reading.ts';

/** What the lines of a receipt with these names are found to be. */
function kindsOf(names: readonly string[]) {
  const lines = names.map((name) => `${name} 1 x 2,00 2,00A`);
  const text = [...lines, `SUMA PLN ${names.length * 2},00`].join('\n');
  return matchItems(receiptOf(text), []).map(({ name, kind }) => [name, kind]);
}

describe('a line that names', () => {
  test.each([
    [
      'food',
      [
        'KEFIR',
        'WATA CUKROWA',
        'PASTA JAJECZNA',
        'MLEKO KOKOSOWE',
        'NIEZNANE COŚ',
        'PASTA POMIDOR.',
      ],
    ],
    [
      'bag',
      ['REKLAMÓWKA', 'TORBA PAPIEROWA', 'TOREBKA PREZENT', 'JEDNORAZOWKA HDPE', 'TRAGETASCHE'],
    ],
    ['service', ['DOSTAWA', 'OPŁATA SERWISOWA', 'SERWIS KELNERSKI', 'PARKING', 'KUPON LOTTO']],
    [
      'non-food',
      [
        'SZAMPON',
        'SZAMP.ALOES',
        'DEZODOR. MEN',
        'KREM DO RAK MIOD',
        'PLYN DO NACZ CYTRYNA',
        'SZCZOTKA',
        'KARMA Z KURCZAKIEM',
        'ZWIREK LAWENDA',
        'MARLBORO GOLD',
        'GAZETA WYBORCZA',
      ],
    ],
  ])('%s is that', (kind, names) => {
    expect(kindsOf(names)).toEqual(names.map((name) => [name, kind]));
  });

  // Whoever makes nothing to eat means no food by the scent or the flavour.
  test('a brand of what nobody eats is no food, whatever it smells of', () => {
    const names = ['WHISKAS KURCZAK', 'LUDWIK CYTRYNA', 'COLGATE MIETA', 'FAIRY JABLKO'];
    expect(kindsOf(names)).toEqual(names.map((name) => [name, 'non-food']));
  });
});
