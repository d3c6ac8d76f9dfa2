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
