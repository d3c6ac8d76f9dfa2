import { expect, test } from 'vitest';
import { withHousehold } from '#shared/database/with-household.ts';
import { learnAlias, readAliases } from '#shared/products/alias-store.ts';
import { choicesOf } from '#shared/products/choices.ts';
import { findAlias } from '#shared/products/household-alias.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { productOfWord } from '#shared/products/product-of-word.ts';
import { searchProducts } from '#shared/products/search-products.ts';
import { testDatabase } from '#test/support/database.ts';
import { NAMELESS, namesOfAllAlphabets } from '#test/support/unicode-names.ts';

const database = testDatabase();
const own = (alias: string) => ({ alias, productId: `own:${alias}` });

test('a household’s spelling is of its own name only, whatever the alphabet', () => {
  const names = namesOfAllAlphabets(13, 300);
  const aliases = names.map(own);
  for (const name of names) expect(findAlias(name, aliases)?.alias).toBe(name);
  for (const name of namesOfAllAlphabets(14, 300)) {
    if (!names.includes(name)) expect(findAlias(name, aliases)).toBeUndefined();
  }
  expect(findAlias('Кефир ABCDEFGH', [own('Молоко ABCDEFGH')])).toBeUndefined();
});

test('what has no name is no product, and no name is learned for it', async () => {
  const nothing = [...NAMELESS, '7%', '500 g'];
  const household = await database.newHousehold();
  await withHousehold(household, async (client) => {
    for (const name of nothing) {
      await learnAlias(client, household.householdId, name, {
        product: { key: 'jaja', name: 'x' },
      });
    }
    expect(await readAliases(client)).toEqual([]);
    await learnAlias(client, household.householdId, '🥚 10 szt.', {
      product: { key: 'jaja', name: 'jaja' },
    });
    const aliases = await readAliases(client);
    expect(matchProduct('🥚', aliases).productId).toBe('jaja');
    expect(matchProduct('🥛', aliases).productId).toBeNull();
  });
  for (const name of [...nothing, '🥛']) {
    const match = matchProduct(name, [own('🥚'), own('!')]);
    expect(match.productId, name).toBeNull();
    expect(choicesOf(name, match), name).toEqual([]);
    expect(productOfWord(name, 'pl'), name).toBeUndefined();
  }
});

test('a search finds own products of all alphabets, and nothing for signs alone', () => {
  const products = [...namesOfAllAlphabets(15, 40), '🥚', '7%', '!'].map((name) => ({
    name,
    category: null,
  }));
  const found = (q: string) => searchProducts(q, products, 'pl', 100).map(({ name }) => name);
  for (const name of ['🥚', ...namesOfAllAlphabets(15, 40)]) expect(found(name)).toContain(name);
  expect(found('🥛')).toEqual([]);
  for (const q of NAMELESS) expect(found(q), q).toEqual([]);
});
