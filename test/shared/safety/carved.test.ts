import { describe } from 'vitest';
import { table } from './allergens-in.ts';

describe('sea animals that are cut from something else', () => {
  table(
    [
      ['Rybki wykrawamy z marchewki.', '~fish'],
      ['Z czerwonej papryki wytnij kraba.', '~crustaceans'],
      ['Mięso wykrawamy z kraba.', 'crustaceans'],
      ['Wytnij filety, rybę usmaż z marchewką.', 'fish'],
      ['Wykrawamy rybki z ciasta.', 'eggs fish gluten ~milk'],
    ],
    { language: 'pl' },
  );
  table(
    [
      ['Carve a lobster out of a melon.', '~crustaceans'],
      ['Carve the salmon.', 'fish'],
    ],
    { language: 'en' },
  );
});
