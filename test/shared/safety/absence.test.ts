import { describe, expect, test } from 'vitest';
import { readFood } from '#shared/safety/read-food.ts';
import { table } from './allergens-in.ts';

describe('what a sentence says not to be there', () => {
  table(
    [
      ['Bez jajek ani mleka ugotujesz kaszę jaglaną.', ''],
      ['Bez jajek, nie zawiera mleka.', ''],
      ['Bez mieszania mleko podgrzej.', 'milk'],
      ['Bez jajek to ciasto się nie uda.', 'eggs gluten ~milk'],
      [
        'Nie ma sernika na naszym wielkim rodzinnym niedzielnym stole bez jajek.',
        'eggs milk ~gluten',
      ],
    ],
    { language: 'pl' },
  );
  table(
    [
      // `contains no` lists what is absent and does not deny what follows.
      ['It contains no fish and this bread is gluten free.', ''],
      ['This bread is not gluten free.', 'gluten'],
      ['Leave the tahini out.', ''],
      ["You can't leave the cream out.", 'milk'],
      ['Leave the tahini', 'sesame'],
      ['Get the milk out first.', 'milk'],
      ['free from milk, eggs, nuts, soya, gluten and lactose', ''],
    ],
    { language: 'en' },
  );
  // English verbs mean nothing in a Polish text.
  table([['Leave the tahini out.', '']], { language: 'pl' });
});

describe('what is named behind a comma as not used', () => {
  table(
    [
      ['Pomijamy sól. Sos z pomidorów, nie z ryb.', ''],
      ['Pomijamy sól.\nSos z pomidorów, nie z ryb.', ''],
      ['Pomijamy sól, nie z ryb.', 'fish'],
      ['Makaron, byle nie z rybą.', 'gluten ~fish'],
    ],
    { language: 'pl' },
  );
});

describe('what comes in instead', () => {
  table(
    [
      ['Masło zastąp oliwą.', ''],
      ['Dodaj masło, zastąp sól pieprzem.', 'milk'],
      ['Olej zastąp masłem.', 'milk'],
      ['Zastąp masłem olej.', 'milk'],
      ['Zastąp masło olejem.', ''],
      ['Dodaj masło, cebulę zastąp porem.', 'milk'],
      ['Ementaler zastąp tofu.', 'soybeans'],
      ['Zastąp ementaler tofu.', 'soybeans'],
      ['Mąkę pszenną zastąp ryżową w tej samej ilości.', ''],
      ['Do masła nie dodawaj wody.', 'milk'],
    ],
    { language: 'pl' },
  );
});

describe('a dish that is said to be without something', () => {
  table(
    [
      ['Rosół gotuję od lat bez selera.', '~celery'],
      ['Rosół gotuję od lat bez selera. Smacznego.', '~celery'],
      // It is the stew that has none.
      ['Rosół jest, a bigos robię bez selera.', 'celery ~gluten ~mustard ~sulphites'],
      ['Tabbouleh robię z komosy ryżowej, nie z kaszy bulgur.', '~gluten'],
    ],
    { language: 'pl' },
  );
  table([['This cake is made without milk, eggs or butter.', 'gluten']], { language: 'en' });
  table(
    [
      ['płatki owsiane bezglutenowe', '~gluten'],
      ['mąka bez mleka, masła orzechowego', 'gluten peanuts ~nuts'],
    ],
    { whole: true },
  );

  test('is not denied by the word for what it is made without', () => {
    const { claims } = readFood('bezcukrowy jogurt z laktozą', { whole: true });
    expect(claims.absent.size).toBe(0);
  });
});
