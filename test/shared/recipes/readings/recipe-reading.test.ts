import { describe, expect, test } from 'vitest';
import { ALLERGENS } from '#shared/households/person.ts';
import { readingOf, readRecipe } from '#shared/recipes/readings/recipe-reading.ts';
import { keepShippedReadings } from '#shared/recipes/readings/shipped-readings.ts';
import { readingFrom, storedReading } from '#shared/recipes/readings/stored-reading.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { checkDish } from '#shared/safety/check.ts';
import { readDish } from '#shared/safety/dish-reading.ts';
import { FAMILIES } from '#shared/safety/family-row.ts';
import { freeTerm } from '#shared/safety/free-term.ts';

const recipes = [...shippedRecipes().values()];
const everything = {
  id: 'everything',
  name: 'Everything',
  diet: 'vegan' as const,
  allergies: [
    ...ALLERGENS.map((code) => ({ code, severity: 'allergy' as const })),
    { term: 'czosnek', severity: 'allergy' as const },
    { term: 'qwertz', severity: 'allergy' as const },
    { term: 'orzechy laskowe', severity: 'allergy' as const },
    { term: 'drób', severity: 'intolerance' as const },
    { term: 'wołowina', severity: 'allergy' as const },
    { term: 'cytrusy', severity: 'allergy' as const },
  ],
  dislikes: ['cebula'],
};

describe('a reading that is stored', () => {
  test('of shipped recipes says the same to everybody as one made now', () => {
    // Every third: reviewed-recipes.test.ts compares what is stored of each.
    keepShippedReadings();
    const some = recipes.filter((_, at) => at % 3 === 0);
    for (const recipe of some) {
      const now = checkDish(readRecipe(recipe), [everything]);
      expect(checkDish(readingOf(recipe), [everything])).toEqual(now);
      expect(now.findings.length).toBeGreaterThan(0);
    }
  });

  test('reads a text again only where somebody’s own words may mean it, and then as it was', () => {
    keepShippedReadings();
    const some = recipes.filter((_, at) => at % 25 === 0);
    const terms = FAMILIES.flatMap(({ names }) => names.split(/[,=]/).slice(0, 1)).map(freeTerm);
    terms.push(...['kurkuma', 'skyr', 'qwertz', 'kokos', 'sól'].map(freeTerm));
    let [asked, skipped] = [0, 0];
    for (const recipe of some) {
      const now = readRecipe(recipe).texts;
      for (const [at, text] of readingOf(recipe).texts.entries()) {
        const whole = now[at]?.whole();
        if (whole === undefined) throw new Error(`no text ${at} of ${recipe.id}`);
        for (const term of terms) {
          const isRead = term.mayHit(text);
          expect(isRead ? term.hits(text.whole()) : []).toEqual(term.hits(whole));
          asked += 1;
          if (!isRead) skipped += 1;
        }
      }
    }
    expect(skipped).toBeGreaterThan(0.9 * asked);
  });

  test('keeps what may be there, what is exempt, and what nobody knows', () => {
    const texts = ['syrop glukozowy z pszenicy', 'mleko bez laktozy', '2 łyżki grzdylu', 'bulion'];
    const reading = readDish({
      title: { pl: 'Zupa' },
      ingredients: texts.map((pl) => ({ pl })),
      steps: [],
    });
    const sources = [...texts, 'Zupa'].map((text, at) => ({
      text,
      ingredient: at < texts.length ? at : null,
    }));
    const stored = JSON.parse(JSON.stringify(storedReading(reading)));
    const again = checkDish(readingFrom(stored, sources, 'pl'), [everything]);
    expect(again).toEqual(checkDish(reading, [everything]));
    expect(again.exempt).toMatchObject([{ code: 'gluten', evidence: { ingredient: 0 } }]);
    const levels = new Set(again.findings.map(({ level }) => level));
    expect(levels).toEqual(new Set(['contains', 'may-contain', 'unknown']));
    expect(stored.texts.some((text: object) => 'lactoseFree' in text)).toBe(true);
  });

  test('is not taken for a recipe that was changed', () => {
    const [recipe] = recipes;
    if (recipe === undefined) throw new Error('no recipe');
    const changed = { ...recipe, steps: [...recipe.steps, 'Posyp orzechami laskowymi.'] };
    const nuts = checkDish(readingOf(changed), [everything]).findings;
    expect(nuts.map(({ code }) => code)).toContain('nuts');
  });

  test('of words that are none of the gate’s is refused', () => {
    const source = { text: 'mleko', ingredient: 0 };
    for (const text of [
      { findings: ['mlik 0-5'] },
      { findings: ['milk'] },
      { findings: [], exempt: ['milk no 0-5'] },
    ]) {
      expect(() => readingFrom({ texts: [{ at: 0, ...text }] }, [source], 'pl')).toThrow(/^no /);
    }
    expect(() => readingFrom({ texts: [], unknown: ['7 0-3'] }, [source], 'pl')).toThrow(
      'no text 7',
    );
  });
});
