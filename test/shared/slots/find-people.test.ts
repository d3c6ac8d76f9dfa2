import { expect, test } from 'vitest';
import { findPeople } from '#shared/slots/find-people.ts';

const HOUSEHOLD = ['Ania', 'Tomek', 'Michał', 'Zofia', 'Kate', 'Jagoda'];

test.each([
  ['dla Ani i Tomka', ['Ania', 'Tomek']],
  ['z Anią, Tomkowi, o Michale', ['Ania', 'Tomek', 'Michał']],
  ['michal nie je orzechów', ['Michał']],
  ['Zofii smakuje', ['Zofia']],
  ["Kate's lunch", ['Kate']],
  ['Jagodzie', ['Jagoda']],
  ['jagód i ania', ['Ania']],
  ['ani jajek, ani mleka', []],
  ['', []],
])('%s', (text, expected) => {
  expect(findPeople(text, language, HOUSEHOLD).map(({ name }) => name)).toEqual(expected);
});
