import { describe, expect, test } from 'vitest';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { findPreparations } from '#shared/recipes/preparation/find-preparations.ts';

const found = (language: Language, ...steps: string[]) =>
  findPreparations({ steps, language }).map(({ kind, wait, overnight }) => [kind, wait, overnight]);

describe('what is begun long before a meal', () => {
  test.each<[Language, string, string, number, boolean]>([
    ['pl', 'Fasolę namocz na noc w zimnej wodzie.', 'soak', 600, true],
    ['pl', 'Ciasto przykryj i odstaw na półtorej godziny do wyrośnięcia.', 'rise', 90, false],
    ['pl', 'Mięso zamarynuj i wstaw na dwie godziny do lodówki.', 'marinate', 120, false],
    ['pl', 'Wstaw na dobę do lodówki.', 'chill', 1440, false],
    ['pl', 'Schładzaj pół godziny.', 'chill', 30, false],
    ['pl', 'Namocz przez noc i gotuj w świeżej wodzie godzinę.', 'soak', 600, true],
    ['en', 'Soak the beans for 8 to 12 hours.', 'soak', 720, false],
    ['en', 'Chill in the fridge for 1h 30mins.', 'chill', 90, false],
    ['en', 'Allow half an hour in the fridge.', 'chill', 30, false],
    ['en', 'Let it rest for a few hours.', 'rest', 180, false],
    ['en', 'Marinate overnight, or at least for an hour.', 'marinate', 600, true],
  ])('%s: %s', (language, step, ...preparation) => {
    expect(found(language, step)).toEqual([preparation]);
  });

  test('is thawed through the night where the recipe does not say how long', () => {
    expect(found('pl', 'Filety rozmroź i osusz.')).toEqual([['thaw', 720, true]]);
  });

  test.each<[Language, string]>([
    ['pl', 'Bułkę namocz w mleku i odciśnij.'],
    ['pl', 'Kaszę zalej i odstaw na 15 minut.'],
    ['en', 'Bake for 40 minutes.'],
    ['en', 'The dough can be kept in the fridge for some days.'],
    ['en', 'Simmer for an hour; they will rise to the top.'],
    ['en', 'Roast the marinated chicken for 50 minutes.'],
    ['en', 'Let the steak rest for 30 minutes.'],
  ])('is nothing of: %s %s', (language, step) => {
    expect(found(language, step)).toEqual([]);
  });

  test('is found in each sentence, in the order of the steps', () => {
    const dough = 'Knead. Let it rise for 1 hour. Shape it! Let rise again for 45 minutes.';
    expect(found('en', 'Soak the raisins overnight.', dough)).toEqual([
      ['soak', 600, true],
      ['rise', 60, false],
      ['rise', 45, false],
    ]);
  });
});
