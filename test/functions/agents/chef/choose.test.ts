import { expect, test } from 'vitest';
import { choose } from '#functions/agents/chef/choose.ts';
import { NEW_SESSION } from '#shared/orchestration/agents/chef-state.ts';
import { person } from './people.ts';
import { snapshot } from './session.ts';

const criteria = { ...NEW_SESSION.wish, have: [{ name: 'jaja', productId: 'jaja' }] };

/** A list of recipes that counts how often it is gone through. */
class CountedBook<T> extends Array<T> {
  times = 0;
  override [Symbol.iterator]() {
    this.times += 1;
    return super[Symbol.iterator]();
  }
}

test('the ranking that offers also tells what is refused, and is made once', () => {
  const household = snapshot([person('Ola', 'milk')]);
  const book = new CountedBook(...household.book);
  const { best, refused } = choose(criteria, { ...household, book }, 'pl');
  expect(book.times).toBe(1);
  expect(best).toHaveLength(3);
  expect(refused.count).toBeGreaterThan(best.length);
});

test('what is refused is of what was asked for, although something else is offered', () => {
  const household = snapshot([person('Ola', 'eggs')]);
  const { best, dropped, refused } = choose({ ...criteria, minutes: 20 }, household, 'pl');
  expect(dropped).toContain('have');
  expect(best.length).toBeGreaterThan(0);
  expect(new Set(refused.recipes.map(({ person: who }) => who))).toEqual(new Set(['Ola']));
  const { refused: ofAll } = choose(NEW_SESSION.wish, household, 'pl');
  expect(refused.count).toBeLessThan(ofAll.count);
});

test('recipes with more of the named foods come first', () => {
  const have = ['jaja', 'szpinak', 'feta'].map((id) => ({ name: id, productId: id }));
  const { best } = choose({ ...criteria, have }, snapshot(), 'pl');
  const counts = best.map(({ indexed }) => {
    const products = indexed.recipe.ingredients.map(({ productId }) => productId);
    return have.filter(({ productId }) => products.includes(productId)).length;
  });
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(counts[0]).toBeGreaterThan(1);
});
