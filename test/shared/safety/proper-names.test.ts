import { describe } from 'vitest';
import { table } from './allergens-in.ts';

describe('somebody or a place called like food, and other things that only sound so', () => {
  table([
    ['Pani Śledź gotuje.', ''],
    ['Pan Ser gotuje.', ''],
    ['Nasz kot Sezam śpi.', ''],
    ['Sezam, nasz kot, śpi.', ''],
    ['Sezam śpi.', 'sesame'],
    ['Our cat Biscuit sleeps.', ''],
    ['Biscuit the dog sleeps.', ''],
    ['Biscuit, our dog, sleeps.', ''],
    ['We drove to Rye.', ''],
    ['We ate Rye bread.', 'gluten'],
    ['In Sandwich we ate plums.', ''],
    ['Na Rybnej kupiłam ser.', 'milk ~fish'],
    ['Na rybnej kupiłam.', 'fish'],
    ['Przy Mlecznej jest sklep.', '~milk'],
    ['Odbierz pod Migdałową 3.', '~nuts'],
    ['Odbierz pod Migdałową.', 'nuts'],
    ['Śliwki po rybnicku.', ''],
    ['Wiśnie spod Rakowa.', ''],
    ['Ulica Mleczna.', '~milk'],
    ['Mrs Butter bakes.', ''],
    ['Mr Fish and Mrs Salmon.', ''],
    ['Dla pani Śledź upiekłam ciasto.', 'eggs gluten ~milk'],
    ['Cod is what we call him.', '~fish'],
    ['Cod is tasty.', 'fish'],
    ['Na 100 g: białko 7 g', ''],
    ['Białko 7 g, kcal 100.', ''],
    ['Białko jajka 2 szt, kcal 100.', 'eggs'],
    ['Wartość energetyczna 100 kcal, białko 5,5 g.', ''],
    ['Wartość energetyczna 100 kcal, białko i sól.', 'eggs'],
    ['Wycięli mu migdałki.', ''],
    ['Migdałki w cieście.', 'eggs gluten nuts ~milk'],
  ]);
});
