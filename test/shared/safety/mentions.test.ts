import { describe } from 'vitest';
import { table } from './allergens-in.ts';

describe('what something is for', () => {
  table(
    [
      ['cukier do ciasta', ''],
      ['mleko do kawy i ciasta', 'milk'],
      ['sól do ryb, masło', 'milk'],
      ['sól do ryb z masłem', 'milk'],
      ['do ciasta', 'eggs gluten ~milk'],
      ['salt for fish', ''],
      ['200 g do ciasta', 'eggs gluten ~milk'],
    ],
    { whole: true },
  );
  table([
    ['Dodaj ser do mleka.', 'milk'],
    ['Kup nóż do sera.', ''],
    ['Kup nóż do krojenia sera.', ''],
    ['Umyj butelkę po mleku.', ''],
    ['Po mleku dodaj sól.', 'milk'],
  ]);
});

describe('what something is as large or as soft as, and whom it harms', () => {
  table([
    ['Formuj kulki wielkości orzecha.', ''],
    ['Formuj kulki z orzecha.', 'nuts ~peanuts'],
    ['Roll walnut-sized balls.', ''],
    ['Balls the size of a walnut.', ''],
    ['Miękkie jak masło.', ''],
    ['Alergeny takie jak mleko.', 'milk'],
    ['As soft as butter.', ''],
    ['Ola ma alergię na orzechy.', ''],
    ['He has a nut allergy.', ''],
    ['„Rybka” z boczniaka.', ''],
    ["Mash tofu for the 'egg' salad.", 'soybeans ~celery ~eggs ~mustard'],
  ]);
});
