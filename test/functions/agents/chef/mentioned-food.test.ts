import { expect, test } from 'vitest';
import { choose } from '#functions/agents/chef/choose.ts';
import type { Criteria } from '#shared/cooking-requests/criteria.ts';
import type { Person } from '#shared/households/person.ts';
import { HOUSEHOLD, snapshot } from './session.ts';

const ola: Person = {
  id: HOUSEHOLD,
  name: 'Ola',
  diet: null,
  allergies: [{ code: 'peanuts', severity: 'allergy' }],
  dislikes: [],
};
const criteria: Criteria = {
  have: [{ name: 'mąka z orzeszków ziemnych', productId: 'maka-pszenna' }],
  without: [],
  minutes: null,
  people: null,
  diet: null,
  meal: null,
  withoutEquipment: [],
  useExpiring: false,
  dish: 'kopytka',
};

test('food that only a message names counts as there for those who may have it', () => {
  const flours = (people: readonly Person[]) =>
    choose(criteria, snapshot(people, 'ziemniaki 2 kg'), 'pl').facts.stock.get('maka-pszenna');
  expect(flours([])).toMatchObject([{ name: 'mąka z orzeszków ziemnych' }]);
  expect(flours([ola])).toBeUndefined();
});
