import { describe, expect, test } from 'vitest';
import { products } from '#shared/products/product.ts';
import { allergensOf } from '#shared/products/relation/allergens-of-food.ts';
import { foodKey } from '#shared/products/relation/food-words.ts';
import { foodOfName, foodTable } from '#shared/products/relation/foods.ts';
import { isKindOf, servingsFor } from '#shared/products/relation/relation.ts';
import { substitutionsFor } from '#shared/products/relation/substitutions.ts';

const { names, own, ratios } = foodTable();
const foods = [...new Set([...products().keys(), ...names.keys()])];
const LANGUAGES = ['pl', 'en'] as const;

/** What the gate reads in a name although nothing of it is in the food; none of it makes a pair. */
const GATE_READS_TOO_MUCH: Readonly<Record<string, readonly string[]>> = {
  'chleb-tostowy': ['milk'], // a toast is a toasted cheese sandwich
  'chleb-tostowy-pelnoziarnisty': ['milk'],
  'twarog-sernikowy': ['eggs'], // a cheesecake
  'serek-kanapkowy': ['gluten'], // a sandwich
  'poledwica-lososiowa': ['fish'], // pork of the colour of salmon
  'chili-mielone': ['gluten', 'eggs'], // a minced cutlet
  powidla: ['milk'], // plum butter
  'pasta-anchois': ['gluten'], // pasta
  'maka-tortowa': ['eggs', 'milk'], // a cake
  'maka-do-pizzy': ['milk'], // a pizza
  'dynia-makaronowa': ['gluten'], // pasta
  'kura-rosolowa': ['celery'], // a broth
  'platy-lasagne': ['milk'], // the whole dish
  'salata-lodowa': ['milk'], // ice cream
  cannelloni: ['milk'], // the filled dish
};

/** The allergens of a food by the names it is shown under. */
function allergens(food: string) {
  const product = products().get(food);
  const shown = LANGUAGES.flatMap((language) => {
    return product?.[language] ?? (names.get(food) ?? []).flatMap((row) => row[language])[0] ?? [];
  });
  const read = shown.map(allergensOf);
  const wrong = GATE_READS_TOO_MUCH[food] ?? [];
  const contains = new Set(
    read.flatMap((one) => [...one.contains]).filter((code) => !wrong.includes(code)),
  );
  return { contains, mayContain: new Set(read.flatMap((one) => [...one.mayContain])) };
}

const servings = foods.flatMap((asked) =>
  [...servingsFor(asked)].flatMap(([food, { kind }]) =>
    kind === 'same' ? [] : [{ asked, food, kind }],
  ),
);

describe('the families of foods', () => {
  test('have no name that means two foods', () => {
    const meanings = new Map<string, string>();
    const doubled: string[] = [];
    for (const [food, rows] of names) {
      for (const language of LANGUAGES) {
        for (const name of rows.flatMap((row) => row[language])) {
          const key = `${language} ${foodKey(name, language)}`;
          const other = meanings.get(key) ?? food;
          if (other !== food) doubled.push(`${name}: ${other}, ${food}`);
          meanings.set(key, food);
        }
      }
    }
    expect(doubled).toEqual([]);
  });

  test('find every food by each of its names', () => {
    const lost = [...names].flatMap(([food, rows]) =>
      LANGUAGES.flatMap((language) => rows.flatMap((row) => row[language])).flatMap((name) =>
        foodOfName(name) === food ? [] : [`${name}: ${foodOfName(name)}, not ${food}`],
      ),
    );
    expect(lost).toEqual([]);
  });

  test('make no two foods kinds of one another', () => {
    const both = servings.filter(
      ({ asked, food, kind }) => kind === 'specific' && isKindOf(asked, food),
    );
    expect(both).toEqual([]);
  });

  test('are not few', () => {
    expect(own.size).toBeGreaterThan(400);
    expect(servings.filter(({ kind }) => kind === 'specific').length).toBeGreaterThan(600);
    expect(servings.filter(({ kind }) => kind === 'stands-in').length).toBeGreaterThan(3000);
  });

  test('take no food for another, by kind or in its stead, that brings an allergen', () => {
    const bringing = servings.flatMap(({ asked, food, kind }) => {
      const [before, after] = [allergens(asked), allergens(food)];
      const gains = [...after.contains].filter(
        (code) => !before.contains.has(code) && !before.mayContain.has(code),
      );
      return gains.length === 0 ? [] : [`${asked} ← ${food} (${kind}): ${gains}`];
    });
    expect(bringing).toEqual([]);
  });

  test('call nothing a kind of a food whose allergen it lacks', () => {
    const lacking = servings.flatMap(({ asked, food, kind }) => {
      if (kind !== 'specific') return [];
      const [before, after] = [allergens(asked), allergens(food)];
      const loses = [...before.contains].filter(
        (code) => !after.contains.has(code) && !after.mayContain.has(code),
      );
      return loses.length === 0 ? [] : [`${asked} ← ${food}: ${loses}`];
    });
    expect(lacking).toEqual([]);
  });

  test('go one way: gouda is yellow cheese, which only stands in for gouda', () => {
    expect(servingsFor('ser-zolty').get('gouda')?.kind).toBe('specific');
    expect(servingsFor('gouda').get('ser-zolty')?.kind).toBe('stands-in');
    expect(servingsFor('gouda').get('edamski')?.kind).toBe('stands-in');
    expect(servingsFor('mleko').get('mleko-bez-laktozy')?.kind).toBe('specific');
    expect(servingsFor('mleko-bez-laktozy').has('mleko')).toBe(false);
    expect(servingsFor('maslo').get('margaryna')?.kind).toBe('stands-in');
    expect(servingsFor('margaryna').has('maslo')).toBe(false);
  });

  test('weigh what stands in by their own ratio, else as the table of substitutions does', () => {
    expect(servingsFor('mleko').get('mleko-w-proszku')).toEqual({ kind: 'stands-in', ratio: 0.13 });
    const grated = substitutionsFor('parmezan').find((one) => one.with === 'ser-zolty');
    expect(grated?.ratio).toBeGreaterThan(1);
    const { ratio } = grated ?? {};
    expect(servingsFor('parmezan').get('ser-zolty')).toEqual({ kind: 'stands-in', ratio });
    expect(servingsFor('parmezan').get('gouda')).toEqual({ kind: 'stands-in', ratio });
  });

  test('weigh only what stands in', () => {
    const idle = [...ratios].flatMap(([asked, row]) =>
      [...row.keys()].flatMap((food) =>
        servingsFor(asked).get(food)?.kind === 'stands-in' ? [] : [`${asked} ← ${food}`],
      ),
    );
    expect(idle).toEqual([]);
  });

  test('every substitution is of shipped products', () => {
    for (const food of products().keys()) {
      for (const one of substitutionsFor(food)) {
        expect(one.with === 'woda' || products().has(one.with), `${one.for} ${one.with}`).toBe(
          true,
        );
      }
    }
  });
});
