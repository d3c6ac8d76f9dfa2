import { expect, test } from 'vitest';
import { requestsOf } from '#shared/orchestration/requests-of.ts';

test.each([
  'na listę zakupów: masło, chleb i papier do pieczenia',
  'dopisz do listy mleko, jajka i torebki do mrożenia',
  'put on the shopping list: milk, bread and baking paper',
  'add to my list rice, soap and freezer bags',
  'skreśl te ziemniaki z listy, sąsiad przyniósł',
  'skreśl mleko z listy, żona kupiła',
  'take the bread off the list, my mum brought some',
  'odhacz cebulę na liście, mama przywiozła',
])('“%s” is one request', (message) => {
  expect(requestsOf({ message }).requests).toEqual([message]);
});

test.each([
  ['dopisz mleko do listy i powiedz, jaka jutro pogoda', 2],
  ['add milk to the shopping list and what is the weather tomorrow?', 2],
  ['zużyłam 2 jajka, a co na obiad?', 2],
  ['skreśl chleb z listy i co na kolację?', 2],
])('“%s” is %d requests', (message, count) => {
  expect(requestsOf({ message }).requests).toHaveLength(count);
});
