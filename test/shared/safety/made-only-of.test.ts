import { describe } from 'vitest';
import { table } from './allergens-in.ts';

describe('a dish of which the sentence says all that is in it', () => {
  table(
    [
      ['Rosół z samych skrzydeł i marchwi.', '~celery'],
      ['Rosół ze skrzydeł i marchwi.', 'celery'],
      ['Rosół z samego selera.', 'celery ~celery'],
      ['Naleśniki z samej mąki pszennej i wody.', 'gluten ~eggs ~gluten ~milk'],
    ],
    { language: 'pl' },
  );
  table(
    [
      ['Stock made from carrots and onions alone.', '~celery'],
      ['Stock made from carrots and celery alone.', 'celery ~celery'],
      ['Stock made from carrots and onions. Salt alone.', 'celery'],
      ['Stock from the shop only.', 'celery'],
    ],
    { language: 'en' },
  );
});

describe('a pudding where another milk is named', () => {
  table(
    [
      ['Budyń na mleku kokosowym.', '~eggs ~gluten ~milk'],
      ['Budyń na mleku.', 'milk ~eggs ~gluten'],
      ['Budyń na mleku, do niego mleko kokosowe.', 'milk ~eggs ~gluten'],
      ['Budyń zjedz. Kleik gotuj na mleku kokosowym.', 'milk ~eggs ~gluten'],
    ],
    { language: 'pl' },
  );
  table(
    [
      ['Custard made with oat milk.', 'gluten ~eggs ~gluten ~milk'],
      ['Custard, not the oat milk.', 'milk ~eggs ~gluten'],
    ],
    { language: 'en' },
  );
});
