import { describe } from 'vitest';
import { table } from './allergens-in.ts';

describe('what is said beside a food about what it does without', () => {
  table(
    [
      ['jogurt bez laktozy', 'milk'],
      ['ser bez laktozy i glutenu', 'milk'],
      ['mleko bez laktozy i tłuszczu', 'milk'],
      ['margaryna wolna od mleka', '~soybeans'],
      ['margaryna', '~milk ~soybeans'],
      ['pesto bez sera', 'nuts ~milk'],
      ['pesto bez sera i orzechów', '~milk'],
      ['pesto bez orzechów', 'milk'],
      ['wegańskie pesto', '~nuts'],
      ['pesto wegańskie', '~nuts'],
      ['pesto (wegańskie)', 'nuts'],
      ['pesto, wegańskie', 'nuts'],
      ['pesto z serem wegańskim', 'milk nuts ~nuts ~soybeans'],
      ['kotlety wegańskie i ser', 'milk ~gluten ~soybeans'],
      ['wegańska kanapka z serem', 'gluten milk'],
      ['kanapka z wegańskim serem', 'gluten ~milk ~nuts ~soybeans'],
      ['chleb bez glutenu', ''],
      ['bez glutenu chleb', ''],
      ['chleb zwykły bez glutenu', ''],
      ['chleb z dodatkiem ziół bez glutenu', 'gluten'],
      ['chleb i masło bez glutenu', 'gluten milk'],
      ['bezglutenowy chleb z masłem', 'milk'],
      ['bezmięsne pierogi', 'gluten ~celery ~eggs ~gluten ~milk ~mustard ~soybeans'],
      ['bezik', 'eggs'],
      ['bezy', 'eggs'],
      ['majonez bez jajek', '~mustard ~soybeans'],
      ['majonez wegański', '~lupin ~mustard ~soybeans'],
    ],
    { whole: true },
  );
});
