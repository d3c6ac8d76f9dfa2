import { describe } from 'vitest';
import { table } from './allergens-in.ts';

describe('words as tills print them', () => {
  table(
    [
      ['BUŁKI 4SZT', 'gluten'],
      ['śm. ukwaszona', '~milk'],
      ['ORZ WŁOS ŁUSK 100G', 'nuts ~peanuts'],
      ['orz', ''],
      ['JGRT NAT', 'milk'],
      ['HERBATN BG', '~eggs ~milk'],
      ['HERBATN', 'gluten ~eggs ~milk'],
      ['M.ZIEMN.1KG', ''],
      ['CUKIER 322 G', ''],
      // A full stop within a name only cuts its word.
      ['RYŻOW. MAKARON', ''],
      ['GRYCZ. MAKARON', ''],
      ['szklanki musztardówki 6 szt.', ''],
    ],
    { whole: true },
  );
});

describe('words of which one had to be corrected', () => {
  table(
    [
      ['pszernna mąka', 'gluten ~gluten'],
      ['mleko kokosovve', 'milk'],
      ['ser nik', 'milk'],
      ['chleb chrzenowy', 'gluten'],
      ['tachini 100 g', 'sesame'],
      ['transglutaminaza (E1103)', ''],
    ],
    { whole: true },
  );
  table([
    ['Dodaj śmjetanę.', '~milk'],
    ['Wbij 2, jaia.', ''],
    ['goose fat, for the roasties', ''],
  ]);
  table([['Krok 2 jaia.', 'eggs']], { language: 'pl' });
  table([['Krok 2: jaia.', '']], { language: 'pl' });
});

describe('a dish by its adjective alone', () => {
  table(
    [
      ['pomidorowa', '~celery ~gluten ~milk'],
      ['pomidorowa (E330)', '~celery ~gluten ~milk'],
      ['pomidorowa 300 ml', ''],
      ['zupa cebulowa', '~celery'],
      ['tarta malinowa', 'gluten milk ~eggs'],
      ['tarta gruszka', ''],
    ],
    { whole: true },
  );
  table(
    [
      ['Na obiad pomidorowa.', '~celery ~gluten ~milk'],
      ['Dziś pomidorowa ryż.', ''],
      ['Nie rosół, lecz pomidorowa.', '~celery ~gluten ~milk'],
    ],
    { language: 'pl' },
  );
});

describe('a Polish mark elsewhere in an English text', () => {
  table([['zażółć make', '']], { language: 'en' });
});

describe('names as they are printed, written and misread', () => {
  table(
    [
      ['m1eko 2%', 'milk'],
      ['mlek0', 'milk'],
      ['jaj4', 'eggs'],
      ['x4szt jaj', 'eggs'],
      ['J4JA', 'eggs'],
      ['JAJA 10SZT', 'eggs'],
      ['2jajka', 'eggs'],
      ['500ml mleka', 'milk'],
      ['mleko500', 'milk'],
      ['mleko–kokos', 'milk'],
      ['mleko – kokos', 'milk'],
      ['ser/szynka', 'milk'],
      ['ser+szynka', 'milk'],
      ['ser & szynka', 'milk'],
      ["M&M's", 'milk ~nuts ~peanuts ~soybeans'],
      ['M&S mleko', 'milk'],
      ['E 322 sojowa', 'soybeans ~soybeans'],
      ['E-322', '~soybeans'],
      ['e322', '~soybeans'],
      ['E 3220', ''],
      ['E22O', 'sulphites'],
      ['E1105', 'eggs'],
      ['E 1105', 'eggs'],
      ['mlеko', 'milk'],
      ['ＭＬＥＫＯ', 'milk'],
      ['crème fraîche', 'milk'],
      ['œufs', 'eggs'],
      ['bœuf', ''],
      ["hen's eggs", 'eggs'],
      ["quiche'a", 'eggs gluten milk'],
      ['quiche’ach', 'eggs gluten milk'],
      ['„ser” z nerkowców', '~nuts'],
      ['„ser z nerkowców”', '~nuts'],
      ['"ser" z nerkowców', '~nuts'],
      ['ser” z nerkowców', 'nuts'],
      ["'crab' sticks", '~crustaceans ~eggs ~fish ~gluten ~soybeans'],
      ['ser [mleko]', 'milk'],
      ['ser (owczy)', 'milk'],
      ['ser, owczy', 'milk'],
      ['ser: owczy', 'milk'],
      ['ser; owczy', 'milk'],
      ['ser. owczy', 'milk'],
      ['ser... owczy', 'milk'],
      ['ser! mleko', 'milk'],
      ['rnleko', 'milk'],
      ['rnasło', 'milk'],
      ['mlko', 'milk'],
      ['śmietanka kokosowa', ''],
      ['śmietankaa', 'milk'],
      ['smietanaa', 'milk'],
      ['twarórg', '~milk'],
      ['twa róg', 'milk'],
      ['ow siane', 'gluten'],
      ['ser. nik', 'milk'],
      ['ser nik', 'milk'],
      ['mielona szynka', ''],
      ['parmezam', '~milk'],
      ['parmezann', 'milk'],
      ['mozarella', 'milk'],
      ['mozzarela', 'milk'],
      ['mocarella', '~milk'],
      ['pesto Xyzzit', 'milk nuts'],
      ['xyzzit pesto', 'milk nuts'],
      ['mleczko Xyzzit', 'milk'],
      ['xyzzitowane mleko', 'milk'],
      ['xyzzity', ''],
      ['xyz', ''],
      ['xyzzed', ''],
      ['gotowana xyzzit', ''],
      ['drobno xyzzitny ser', 'milk'],
      ['XYZZ. SER', 'milk'],
      ['SER XYZZ.', 'milk'],
      ['200 g xyzzitu', ''],
      ['pszennożytni', 'gluten'],
      ['pszennoryżowy', 'gluten'],
      ['mlecznokokosowy', 'milk'],
      ['serowocebulowy', 'milk'],
      ['sojowomleczny', 'milk soybeans'],
      ['migdałowokokosowy', 'nuts'],
      ['ryba z puszki', 'fish'],
      ['tarta z serem', 'gluten milk ~eggs'],
      ['tarta marchewka', ''],
      ['tarta cytrynowa', 'gluten milk ~eggs'],
      ['cytrynowa tarta', 'gluten milk ~eggs'],
      ['pomidorowa', '~celery ~gluten ~milk'],
      ['pomidorowa, ryż', '~celery ~gluten ~milk'],
      ['pomidorowa z ryżem', '~celery ~gluten ~milk'],
      ['ryż pomidorowa', ''],
      ['nitki', 'gluten'],
      ['200 g nitek', 'gluten'],
      ['krem', '~milk'],
      ['krem z porów', '~milk'],
      ['sola', 'fish'],
      ['sola w cieście', 'eggs gluten ~milk'],
      ['filet z soli', 'fish'],
      ['sól', ''],
      ['MLEKO UHT 3,2%', 'milk'],
      ['CZEKOL. GORZ. 100G', '~milk'],
      ['CZEK', '~milk ~nuts ~soybeans'],
      ['CZE', ''],
    ],
    { whole: true },
  );
});
