import { describe } from 'vitest';
import { table } from './allergens-in.ts';

describe('the flavour of food that is said to be without', () => {
  table(
    [
      ['plastry roślinne o smaku gouda', '~milk'],
      ['wegańskie plastry o smaku sera edam', '~milk'],
      ['plastry o smaku gouda', 'milk'],
      ['wegańskie chipsy o smaku orzechów laskowych', 'nuts ~gluten'],
      ['plastry roślinne, kostki o smaku gouda', 'milk'],
      ['plastry roślinne o smaku wędzonym z serem', 'milk'],
    ],
    { whole: true },
  );
});
