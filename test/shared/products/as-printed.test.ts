import { expect, test } from 'vitest';
import { choicesOf } from '#shared/products/choices.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { products } from '#shared/products/product.ts';
import { namesAsPrinted, type PrintedName, verdictOf } from './labelled-names.ts';

const names = namesAsPrinted();

/** Whether a question about the name has what is right among its answers. */
function isOffered({ name, ids }: PrintedName): boolean {
  return choicesOf(name, matchProduct(name, [])).some(({ product }) => ids.includes(product.id));
}

test('every label is a product', () => {
  for (const { name, ids } of names) {
    for (const id of ids) expect(products().has(id), `${name}: ${id}`).toBe(true);
  }
});

// Goals for names that nobody looked at are 80 % right and 1 % wrong; these were looked at.
test('names that hide another product are right or asked, with what is right among the answers', () => {
  const verdicts = names.map((name) => ({ ...name, verdict: verdictOf(name) }));
  for (const [kind, of] of Map.groupBy(verdicts, (one) => one.kind)) {
    const count = (verdict: string) => of.filter((one) => one.verdict === verdict).length;
    console.log(
      `${kind}: ${count('right')} right, ${count('asked')} asked, ${count('wrong')} wrong`,
    );
  }
  const of = (verdict: string) => verdicts.filter((one) => one.verdict === verdict);
  const offered = of('asked').filter(isOffered);
  console.log(
    `${names.length} names: ${of('right').length} right, ${of('wrong').length} wrong, ${of('asked').length} asked, of which ${offered.length} offer what is right`,
  );
  expect(of('right').length / names.length).toBeGreaterThanOrEqual(0.88);
  expect(of('wrong').map(({ name }) => name)).toEqual([]);
  expect(offered.length / of('asked').length).toBeGreaterThanOrEqual(0.85);
});
