import { describe, expect, test } from 'vitest';
import { ALLERGENS } from '#shared/households/person.ts';
import { checkDish } from '#shared/safety/check.ts';
import { readDish } from '#shared/safety/dish-reading.ts';

const EVERYBODY = ALLERGENS.map((code) => ({
  id: code,
  name: code,
  diet: null,
  allergies: [{ code, severity: 'allergy' as const }],
  dislikes: [],
}));

/** Allergens by level; what is surely there is not listed as perhaps there. */
function read(title: string, ingredients: string[], steps: string[] = [], language = 'pl') {
  const written = (text: string) => ({ [language]: text });
  const reading = readDish({
    title: written(title),
    ingredients: ingredients.map(written),
    steps: steps.map(written),
  });
  const report = checkDish(reading, EVERYBODY);
  const codes = (level: string) =>
    report.people.filter(({ verdict }) => verdict === level).map(({ name }) => name);
  return { contains: codes('contains'), may: codes('may-contain') };
}

describe('what a list of ingredients settles', () => {
  test('is no longer said to be there perhaps because the dish often has it', () => {
    expect(read('Strudel', []).may).toContain('nuts');
    const list = ['200 g mąki', '4 jabłka', '1 jajko', '100 g masła'];
    expect(read('Strudel', list).may).toEqual([]);
    expect(read('Strudel', list).contains).toEqual(['gluten', 'eggs', 'milk']);
  });

  test('holds for the dish and its stages in the steps too', () => {
    const list = ['300 g dyni', '1 cebula', 'sól'];
    const steps = ['Zupę zmiksuj.', 'Krem podgrzej, zupa ma być gęsta.'];
    expect(read('Krem z dyni', list, steps).may).toEqual([]);
    const soup = ['500 g potatoes', '1 onion', 'salt'];
    expect(read('Potato Soup', soup, ['Simmer the soup.'], 'en').may).toEqual([]);
  });

  test('leaves what the list itself only may have', () => {
    const { may } = read('Bigos', ['1 kg kapusty', '300 g kiełbasy']);
    expect(may).toEqual(expect.arrayContaining(['gluten', 'soybeans', 'mustard']));
    expect(may).not.toContain('sulphites');
  });

  test('leaves what the steps name besides', () => {
    const list = ['300 g dyni', '1 cebula'];
    expect(read('Krem z dyni', list, ['Podawaj z kiełbasą.']).may).toContain('mustard');
    expect(read('Krem z dyni', list, ['Podawaj z migdałami.']).contains).toContain('nuts');
  });

  test('never takes away what the title brings for certain', () => {
    const list = ['300 g mąki ryżowej', '200 g soczewicy'];
    expect(read('Pierogi', list).contains).toContain('gluten');
    expect(read('Strudel orzechowy', ['4 jabłka', '100 g cukru']).contains).toContain('nuts');
    expect(read('Pesto bez sera', ['bazylia', 'oliwa']).may).toContain('milk');
  });

  test('holds for the dish by its own name in the steps, and for no other dish', () => {
    const list = ['200 g mąki', '4 jabłka', '1 jajko', '100 g masła'];
    expect(read('Strudel', list, ['Strudel piecz 40 minut.']).may).toEqual([]);
    expect(read('Strudel', list, ['Podaj bigos.']).may).toContain('mustard');
  });

  test('needs a list: one line, a line nobody knows or only words like sauce settle nothing', () => {
    expect(read('Strudel', ['4 jabłka']).may).toContain('nuts');
    expect(read('Strudel', ['4 jabłka', '100 g wxyzzt']).may).toContain('nuts');
    expect(read('Bigos', ['1 kg kapusty', 'sos']).may).toContain('sulphites');
  });
});
