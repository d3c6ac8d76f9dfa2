import { expect, test } from 'vitest';
import { choicesOf } from '#shared/products/choices.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { searchProducts } from '#shared/products/search-products.ts';
import { type Damage, damagedNames } from './damaged-names.ts';

const choices = (name: string) => choicesOf(name, matchProduct(name, []));
const ids = (name: string) => choices(name).map(({ product }) => product.id);

test.each([
  ['cut at its head', 'EREK WIEJSKI 200G', 'serek-wiejski'],
  ['with a letter lost', 'SIETANKA', 'smietanka'],
  ['with a letter wrong', 'JAKU PRZEPIORCZE', 'jaja-przepiorcze'],
  ['with every word damaged', 'WASL PIECZYVO', 'pieczywo'],
])('a name %s, %s, is asked with what its letters resemble', (_how, name, id) => {
  expect(matchProduct(name, []).productId).toBeNull();
  expect(ids(name)).toContain(id);
});

test.each(['XQZVW 77', 'KOD 5901234', 'PROMOCJA', 'NAMIOT 4-OSOBOWY', 'DÓL'])(
  '%s resembles nothing',
  (name) => {
    expect(choices(name).filter(({ score }) => score < 0.45)).toEqual([]);
  },
);

test('letters alone never look sure, and a sure name has no choices of that kind', () => {
  expect(choices('EREK WIEJSKI')[0]?.score).toBeLessThan(0.8);
  const sure = matchProduct('MLEKO UHT 3,2% 1L', []);
  expect(choicesOf('MLEKO UHT 3,2% 1L', sure)).toEqual(sure.candidates);
});

test('a search finds what was typed with a mistake', () => {
  expect(searchProducts('sietanka', [], 'pl', 5).map(({ id }) => id)).toContain('smietanka');
});

/** Of the names that are asked: how many have what is right among the five that are shown. */
function recall(set: 'tuning' | 'held-out', damage: Damage) {
  const asked = damagedNames(set, damage).filter(
    ({ name }) => matchProduct(name, []).productId === null,
  );
  const shown = asked.filter((one) => ids(one.name).some((id) => one.ids.includes(id)));
  return { asked: asked.length, shown: shown.length };
}

// A damage less than these shares would be worth a look.
test.each<[Damage, number]>([
  ['nothing', 0.85],
  ['one wrong letter', 0.92],
  ['one lost letter', 0.87],
  ['two wrong letters', 0.85],
  ['a lost first letter', 0.8],
])('a question shows what is right: %s', (damage, least) => {
  for (const set of ['tuning', 'held-out'] as const) {
    const { asked, shown } = recall(set, damage);
    console.log(`${set}, ${damage}: ${asked} asked, right among five ${shown}`);
    expect(shown / asked, set).toBeGreaterThanOrEqual(least);
  }
});
