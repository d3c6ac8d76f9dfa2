import { describe } from 'vitest';
import { table } from './allergens-in.ts';

describe('a dish of dough where another flour is named', () => {
  table(
    [
      ['Naleśniki z mąki i mąki ryżowej.', 'eggs gluten milk'],
      ['Naleśniki smażymy w niedzielę. Kleik robimy z mąki ryżowej.', 'eggs gluten milk'],
      ['Naleśniki smażymy w niedzielę\nKleik robimy z mąki ryżowej', 'eggs gluten milk'],
      ['Naleśniki z makaronem.', 'eggs gluten milk'],
      ['Pierogi z makiem.', 'gluten ~eggs ~milk'],
      ['Naleśniki robimy, smażymy z mąki ryżowej.', '~eggs ~gluten ~milk'],
      ['Naleśniki smażymy z mąki konopnej.', '~eggs ~gluten ~milk'],
      ['Naleśniki smażymy z mąki ziemniaczanej.', '~eggs ~gluten ~milk'],
    ],
    { language: 'pl' },
  );
  table(
    [
      ['Pancakes from rice flour.', '~eggs ~gluten ~milk'],
      ['Pancakes with flour and rice flour.', 'eggs gluten milk'],
    ],
    { language: 'en' },
  );
  // A dough by its own name keeps its flour.
  table([['ciasto drożdżowe, mąka ryżowa do podsypania', 'eggs gluten milk ~eggs ~gluten ~milk']], {
    whole: true,
  });
});

describe('a name of dough and flour', () => {
  table(
    [
      ['naleśniki z mąki ryżowej', '~eggs ~milk'],
      ['naleśniki z mąki ryżowej i pszennej', 'gluten ~eggs ~milk'],
      ['naleśniki z mąki', 'eggs gluten milk'],
      ['naleśniki, mąka ryżowa', '~eggs ~gluten ~milk'],
      ['naleśniki gryczane', '~eggs ~gluten ~milk'],
      ['makaron z mąki ryżowej', 'gluten'],
      ['makaron ryżowy', ''],
      ['pierogi z mąki ryżowej', '~eggs ~milk'],
      ['pancakes from rice flour', '~eggs ~gluten ~milk'],
      ['ciasto bez mąki', 'eggs ~gluten ~milk'],
      ['gofry z mąki kokosowej', '~eggs ~milk'],
      ['bread with rice flour', 'gluten'],
      ['bochenek z mąki gryczanej', '~gluten'],
      ['bochenek z mąką gryczaną', 'gluten'],
      ['placki z mąki i wody', 'gluten'],
      ['fritters of flour and water', 'gluten ~eggs ~milk'],
      ['fritters of flour and water and milk', 'eggs gluten milk'],
    ],
    { whole: true },
  );
});
