import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { upperAscii } from '#shared/language/ocr-skeleton.ts';
import { chainOf } from '#shared/receipts/chains/chain-of.ts';
import { chains } from '#shared/receipts/chains/chains.ts';
import { isNip } from '#shared/receipts/fields/nip.ts';

test.each(chains)('$name has true tax numbers and words as they are compared', (chain) => {
  for (const nip of chain.nips) expect(isNip(nip)).toBe(true);
  const { discount = [], deposit = [], noise = [] } = chain.lines ?? {};
  for (const word of [...chain.words, ...discount, ...deposit, ...noise]) {
    expect(word).toBe(upperAscii(word));
  }
});

test('every chain has its file and no two share a number', () => {
  expect(chains).toHaveLength(globSync('shared/receipts/chains/*.json').length);
  const nips = chains.flatMap((chain) => chain.nips);
  expect(new Set(nips).size).toBe(nips.length);
});

test('a chain is told by its number, by its misread name and by its footer', () => {
  expect(chainOf(['xx', 'NIP 779-10-11-327'])?.name).toBe('Biedronka');
  expect(chainOf(['JERONINO MARTINS POLSKA S.A.'])?.name).toBe('Biedronka');
  expect(chainOf(['SKLEP "ZABKA” Z0209', 'PARAGON FISKALNY'])?.name).toBe('Żabka');
  const below = [...Array.from({ length: 20 }, () => 'KEFIR 1 x 2,00 2,00C'), 'www.kaufland.pl'];
  expect(chainOf(below)?.name).toBe('Kaufland');
});

test('goods do not name the shop', () => {
  const goods = [
    'FIRMA JAN KOT',
    'PARAGON FISKALNY',
    'BABKA PIASKOWA 1 x 9,99 9,99C',
    'TESCO MLEKO 2,99',
  ];
  expect(chainOf(goods)).toBeNull();
});
