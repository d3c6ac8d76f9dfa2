import { expect, test } from 'vitest';
import { categories, kindOf } from '#shared/products/category.ts';
import {
  readAmbiguous,
  readBrands,
  readForeign,
  readGeneric,
  readLexicon,
} from '#shared/products/lexicon.ts';
import { normaliseName } from '#shared/products/normalise.ts';
import { products } from '#shared/products/product.ts';

const all = [...products().values()];

test('knows what Polish households buy', () => {
  expect(all.length).toBeGreaterThanOrEqual(900);
  expect(all.filter(({ category }) => kindOf(category) === 'food').length).toBeGreaterThan(700);
});

test('names every product once, in both languages, in a category that exists', () => {
  const rows = readLexicon().flatMap((file) => Object.values(file).flat());
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  for (const { id, pl, en, category } of all) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(pl.trim()).not.toBe('');
    expect(en.trim(), id).not.toBe('');
    expect(categories.has(category), `${id}: ${category}`).toBe(true);
  }
});

test('uses every category, each with names and a place', () => {
  const used = new Set(all.map(({ category }) => category));
  expect([...categories.keys()].filter((key) => !used.has(key))).toEqual([]);
  for (const { key, parent } of categories.values())
    expect(key).toBe(`${parent.key}/${key.split('/')[1]}`);
});

test('keeps spellings as names are compared', () => {
  const odd = all
    .flatMap(({ aliases }) => aliases)
    .filter((alias) => !/^[A-Z0-9]+( [A-Z0-9]+)*$/.test(alias));
  expect(odd).toEqual([]);
});

test('lets a spelling mean two products only where it says so', () => {
  const owner = new Map<string, string>();
  const twice: string[] = [];
  for (const { id, pl, aliases } of all) {
    for (const spelling of new Set([normaliseName(pl), ...aliases])) {
      const other = owner.get(spelling);
      if (other !== undefined) twice.push(`${spelling}: ${other}, ${id}`);
      owner.set(spelling, id);
    }
  }
  expect(twice).toEqual([]);
});

test('lists for an ambiguous spelling products that exist, two at least', () => {
  for (const [spelling, ids] of Object.entries(readAmbiguous())) {
    expect(ids.length, spelling).toBeGreaterThan(1);
    for (const id of ids) expect(products().has(id), `${spelling}: ${id}`).toBe(true);
  }
});

test('lets a generic word stand for a part of the tree that exists', () => {
  const parents = new Set([...categories.values()].map(({ parent }) => parent.key));
  expect([...readGeneric().values()].filter((parent) => !parents.has(parent))).toEqual([]);
});

test('lists foreign spellings as they are compared, each for one product that exists', () => {
  const spellings = Object.values(readForeign()).flat();
  expect(new Set(spellings).size).toBe(spellings.length);
  expect(spellings.filter((spelling) => normaliseName(spelling) !== spelling)).toEqual([]);
  expect(Object.keys(readForeign()).filter((id) => !products().has(id))).toEqual([]);
});

test('knows each brand by spellings of its own, and what it makes', () => {
  const parents = new Set([...categories.values()].map(({ parent }) => parent.key));
  const spellings = readBrands().flatMap((row) => row.spellings);
  expect(new Set(spellings).size).toBe(spellings.length);
  for (const { name, alone, makes } of readBrands()) {
    if (alone !== undefined) expect(products().has(alone), name).toBe(true);
    expect(
      makes.filter((key) => !parents.has(key)),
      name,
    ).toEqual([]);
  }
});

test('tells food from everything else that shops sell', () => {
  expect(kindOf('dairy/milk')).toBe('food');
  expect(kindOf('household/bags')).toBe('bag');
  expect(kindOf('leisure/services')).toBe('service');
  for (const parent of ['household', 'care', 'health', 'pets', 'leisure']) {
    const kinds = [...categories.values()]
      .filter((category) => category.parent.key === parent)
      .map(({ key }) => kindOf(key));
    expect(kinds, parent).not.toContain('food');
  }
});
