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

describe('who says that something is absent, and how far that reaches', () => {
  table(
    [
      ['Bez jajek i mleka.', ''],
      ['Bez jajek, mleka i masła.', ''],
      ['Bez jajek, mleko podgrzej.', 'milk'],
      ['Bez jajek i mleka 200 ml.', 'milk'],
      ['Bez jajek, mleka 200 ml.', 'milk'],
      ['Bez jajek i mleko.', 'milk'],
      ['Bez świeżego mleka.', ''],
      ['Bez dodatku świeżego tartego sera.', ''],
      ['Bez soli mleko podgrzej.', 'milk'],
      ['Bez: mleka, jajek.', ''],
      ['Nie zawiera: mleka, jajek.', ''],
      ['Może zawierać mleko i orzechy.', '~milk ~nuts ~peanuts'],
      ['Może zawierać orzechy. Zawiera mleko.', 'milk ~nuts ~peanuts'],
      ['Może zawierać orzechy, zawiera mleko.', 'milk ~nuts ~peanuts'],
      ['Może zawierać: orzechy', '~nuts ~peanuts'],
      [
        'Zawiera mleko. Może zawierać śladowe ilości orzechów, sezamu.',
        'milk ~nuts ~peanuts ~sesame',
      ],
      ['Nie ma bigosu bez kiełbasy.', '~celery ~gluten ~milk ~mustard ~soybeans ~sulphites'],
      ['Nie ma sera bez mleka.', 'milk'],
      ['Nie ma sera i bez mleka.', ''],
      ['Nie ma tu sera, bez mleka.', ''],
      ['Nie ma to jak masło.', 'milk'],
      ['Nie ma jak masło.', 'milk'],
      ['Nie ma w tym masła.', ''],
      ['Nie ma tu jak kroić sera.', 'milk'],
      ['Masło się skończyło, ale kupiłam nowe.', 'milk'],
      ['Masło się skończyło i nie kupiłam nowego.', ''],
      ['Masło się skończyło. Kupiłam olej.', ''],
      ['Zabrakło sera, ale dokupiłam.', 'milk'],
      ['Zabrakło sera.', ''],
      ['Sera zabrakło.', ''],
      ['Sera już zabrakło.', ''],
      ['Do sera zabrakło soli.', '~milk'],
      ['Bez jajek to ciasto się nie uda.', 'eggs gluten ~milk'],
      ['Bez jajek też się uda.', ''],
      ['Bez jajek, bo nikt u nas ich nie toleruje.', ''],
      ['Bez jajek nie zaczynaj.', 'eggs'],
      ['Dzisiaj, bez jajek nie zaczynaj.', 'eggs'],
      ['Bez jajek. Nie zaczynaj bez soli.', ''],
      ['Bez selera ani rusz.', 'celery'],
      ['Nie wyobrażam sobie zupy bez selera.', 'celery ~celery'],
      ['Nie wyobrażam sobie, żeby było bez selera.', 'celery'],
      ['Nie mów, że jest bez selera.', 'celery'],
      ['Nie jem mięsa, ale zupę bez selera owszem.', ''],
      ['Nie jem mięsa, więc zupa jest bez selera.', ''],
      ['Zupa nie może być bez selera.', 'celery ~celery'],
      ['Zupa nie zawiera soli ani selera.', ''],
      ['Nie pomijaj bez powodu selera.', 'celery'],
      ['Zupa nie zawiera mleka, bez glutenu.', '~celery'],
      ['Miało być bez sera, ale się złamałam i posypałam.', '~milk'],
      ['Miało być bez sera, ale dałam łyżkę.', '~milk'],
      ['Miało być bez sera, ale nie dałam rady.', ''],
      ['Miało być bez sera, jednak mam.', ''],
      ['Miało być bez sera, jednak sypię.', '~milk'],
      ['Miało być bez sera, jednak dodałam tofu.', 'soybeans'],
      ['Ser zastąp tofu.', 'soybeans'],
      ['Do sera zastąp sól.', 'milk'],
      ['Serem zastąp tofu.', 'milk'],
      ['Ser już zastąpiłam oliwą.', ''],
      ['Ser, zastąp go oliwą.', 'milk'],
      ['Zamiast sera tofu.', ''],
      ['Zamiast sera dodaj jajka.', 'eggs'],
      ['Zamiast serem posyp orzechami.', 'nuts ~peanuts'],
      ['Zastąp masłem.', 'milk'],
      ['Zastąp mąkę pszenną.', ''],
      ['Zamień masło na śmietanę.', 'milk'],
      ['Brak mleka.', ''],
      ['Mleka brak.', '~milk'],
      ['Nic oprócz sera.', 'milk'],
      ['Wszystko oprócz sera.', ''],
      ['Bez niczego poza serem.', 'milk'],
      ['Bez mięsa, oprócz ryb.', 'fish'],
    ],
    { language: 'pl' },
  );
});
