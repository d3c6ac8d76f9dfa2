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
      ['2 x 500 do mleka', 'milk'],
      ['lemon wedges for the oysters', ''],
      ['salt for fish and cheese', 'milk'],
      ['seasoning for fish and cheese', '~celery ~mustard'],
      ['oliwa do smażenia i masło', 'milk'],
      ['sól do ryb i masło', 'milk'],
      ['sól do ryb i orzechów', ''],
      ['oil for frying and egg to glaze', 'eggs'],
      ['salt for pasta water and parmesan', 'milk'],
      ['salt for fish, cheese', 'milk'],
      ['sól do 2 ryb', 'fish'],
      ['sól (do ryb)', ''],
    ],
    { whole: true },
  );
  table([
    ['Dodaj ser do mleka.', 'milk'],
    ['spice mix for fish', '~celery'],
    ['Patelnia, sól do ryby.', 'fish'],
    ['Wyrzuć karton po jajkach.', ''],
    ['Po jajkach dodaj sól.', 'eggs'],
    ['Kup nóż do sera.', ''],
    ['Kup nóż do krojenia sera.', ''],
    ['Kup pojemnik na ser.', ''],
    ['Podsmaż na patelni na maśle.', 'milk'],
    ['Usmaż pieczarki na maśle.', 'milk'],
    ['Twarożek ze szczypiorkiem na razowcu.', 'gluten milk'],
    ['Wrzuć pieczarki do śmietany.', 'milk'],
    ['Wsyp przyprawy do mąki.', '~gluten'],
    ['Mam ochotę na twaróg.', '~milk'],
    ['The pan for the eggs is hot.', '~eggs'],
    ['Umyj butelkę po mleku.', ''],
    ['Po mleku dodaj sól.', 'milk'],
  ]);
});

describe('what something is as large or as soft as, and whom it harms', () => {
  table([
    ['Formuj kulki wielkości orzecha.', ''],
    ['Formuj kulki z orzecha.', 'nuts ~peanuts'],
    ['Kulki wielkości orzecha posyp serem.', 'milk'],
    ['Kulki wielkości orzecha lub jajka.', ''],
    ['Kolor zawdzięcza krewetkom.', 'crustaceans ~sulphites'],
    ['Zrób jak zwykle beszamel.', 'gluten milk'],
    ['As soon as the butter foams.', 'milk'],
    ['It is thick like porridge.', '~gluten ~milk'],
    ['A cheese like feta.', 'milk'],
    ["I'd like prawns.", 'crustaceans ~sulphites'],
    ['Puszyste niczym masło.', ''],
    ['Roll walnut-sized balls.', ''],
    ['Balls the size of a walnut.', ''],
    ['Miękkie jak masło.', ''],
    ['Alergeny takie jak mleko.', 'milk'],
    ['As soft as butter.', ''],
    ['Ola ma alergię na orzechy.', ''],
    ['He has a nut allergy.', ''],
    ['He is allergic to nuts.', ''],
    ['Add as much good butter.', 'milk'],
    ['Lepsze, niż masło.', 'milk'],
    ['Smaczniejsze od masła. Nic nie zostało.', ''],
    ['„Rybka” z boczniaka.', ''],
    ["Mash tofu for the 'egg' salad.", 'soybeans ~celery ~eggs ~mustard'],
    ['Jak masło.', 'milk'],
    ['Miękkie, jak masło.', ''],
    ['Wygląda jak jajko.', ''],
    ['Rozrobisz jak masło.', 'milk'],
    ['Use tofu as cheese.', 'milk soybeans'],
  ]);
});

describe('the protein of a table on a label', () => {
  table([
    ['Wartość w 100 g: białko 7 g.', ''],
    ['Ubij na sztywno białko 30 g.', 'eggs'],
  ]);
});

describe('purposes in a text of one language', () => {
  table(
    [
      ['Use it as a substitute for butter.', ''],
      ['There is no substitute for butter.', 'milk'],
      ['This is not a substitute for butter.', 'milk'],
      ['There is no food for fish.', ''],
      ['A pan, mix for fish.', 'fish'],
    ],
    { language: 'en' },
  );
  // `for` means nothing in Polish.
  table([['Use it as a substitute for butter.', 'milk']], { language: 'pl' });
});

describe('toiletries, all of the item', () => {
  table(
    [
      ['milk body lotion, almond oil', 'nuts'],
      ['żel pod prysznic mleko i miód', ''],
      ['mleko, mydło', 'milk'],
      ['mydło, mleko', 'milk'],
    ],
    { whole: true },
  );
});

describe('protein in a table of nutrients, where eggs are food elsewhere', () => {
  table(
    [
      ['w 100 g: białko 30 g', ''],
      ['w 100 g: tłuszcz 3 g, białko 7 g', ''],
      ['w 100 g: laktoza 4 g, białko 3 g', 'milk'],
      ['woda 100 g, białko 30 g', 'eggs'],
    ],
    { whole: true },
  );
  table([['Na 100 g mąki białko i 5 g soli.', 'eggs gluten']]);
});

describe('names of places and people', () => {
  table(
    [
      ['They moved to Rye.', ''],
      ['We live in Rye, with two dogs.', ''],
      ['They moved to Rye bread.', 'gluten'],
      ['Made from: Rye, water.', 'gluten'],
      ['We met Mrs Butter.', ''],
      ['One Pan Salmon.', 'fish'],
      ['Our spaniel Biscuit sleeps.', ''],
      ['Biscuit the dog sleeps.', ''],
      ['Cod is what we call him.', '~fish'],
      ['We went to Cheddar.', '~milk'],
      ['We put Cheddar on it.', 'milk'],
    ],
    { language: 'en' },
  );
  table(
    [
      ['Przyszedł pan Łosoś.', ''],
      ['Kot Sezam śpi.', ''],
      ['Sezam kupił kot.', '~sesame'],
      ['Jutro rano idziemy na Rybną.', '~fish'],
      ['Jutro rano idziemy na rybną.', 'fish'],
      ['One Pan Salmon', ''],
    ],
    { language: 'pl' },
  );
});

describe('a word that says that no food is meant, near and too far away', () => {
  table(
    [
      ['Młotek leży na stole, my w domu smażymy śledzie.', ''],
      ['Młotek leży na stole, a my w domu smażymy śledzie.', 'fish'],
      ['Śledzie smażymy w domu na starej patelni, młotek leży.', ''],
      ['Śledzie smażymy w domu na starej dużej patelni, młotek leży.', 'fish'],
      ['Młotek leży. Smażymy śledzie.', 'fish'],
      ['Śledzie smażymy. Młotek leży.', 'fish'],
    ],
    { language: 'pl' },
  );
});
