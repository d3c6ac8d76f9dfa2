import { describe } from 'vitest';
import { table } from './allergens-in.ts';

describe('what tills cut to a letter and a slash', () => {
  table(
    [
      ['MAKARON BEZGLUT.', ''],
      ['MAKARON BEZGL', ''],
      ['CHLEB BEZLAK.', 'gluten ~milk'],
      ['makaron bezglutenowy', ''],
      ['BUŁKA B/GL', ''],
      ['BUŁKA B/GLUT', ''],
      ['BUŁKA B/ GL', 'gluten'],
      ['BUŁKA B/CUK', 'gluten'],
      ['JOGURT B/LAKTOZ', 'milk'],
      ['JOGURT B/LAK', 'milk'],
      ['JOGURT B/M', 'milk'],
      ['bułka b/gl', ''],
      ['A/B/GL BUŁKA', 'gluten'],
      ['5/B GL', ''],
      ['P/M MLEKO', 'milk'],
      ['Mąka D/CIASTA', 'gluten'],
      ['SER N/KANAPKI', 'gluten milk ~milk'],
      ['SER Z/ORZECH.', 'milk nuts ~peanuts'],
      ['SER Z/ORZECHAMI', 'milk nuts ~peanuts'],
      ['1/B MLEKO', 'milk'],
    ],
    { whole: true },
  );
});
