import { describe, expect, test } from 'vitest';
import { ALLERGENS } from '#shared/households/person.ts';
import { drawn } from '#test/support/drawn.ts';
import { type Random, randomFrom } from '#test/synthetic/random.ts';
import { containedIn, FRAMES, formsOf, hasNone, type Language } from './foods.ts';

const RECIPES = drawn(10_000);

describe(`${RECIPES} random recipes`, () => {
  const random = randomFrom(20_261_124);
  const recipes = Array.from({ length: RECIPES }, () => randomRecipe(random));

  test('with one hidden allergen never hide it', () => {
    const missed = recipes.filter(({ code, hidden, lines }) => {
      const all = [...lines, hidden];
      return !all.some((line) => containedIn(line).has(code));
    });
    expect(missed.map(({ code, hidden }) => `${code}: ${hidden}`)).toEqual([]);
  });

  test('without any are blocked in at most one in twenty', () => {
    const blocked = recipes.filter(({ lines }) => !lines.every(hasNone));
    process.stdout.write(`${blocked.length} of ${RECIPES} harmless recipes blocked\n`);
    expect(blocked.length).toBeLessThanOrEqual(RECIPES / 20);
  });
});

function randomRecipe(random: Random) {
  const language: Language = random.chance(0.6) ? 'pl' : 'en';
  const line = (food: string) => anyOf(random, FRAMES[language])(food);
  const lines = Array.from({ length: random.whole(3, 9) }, () =>
    line(anyOf(random, formsOf('harmless', language))),
  );
  const code = random.pick(ALLERGENS);
  return { code, lines, hidden: line(anyOf(random, formsOf(code, language))) };
}

function anyOf<T>(random: Random, choices: readonly T[]): T {
  const chosen = choices[random.whole(0, choices.length - 1)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}
