import { expect, test } from 'vitest';
import { findPlaces } from '#shared/slots/find-places.ts';

test.each([
  ['jaka pogoda w Krakowie?', 'pl', ['Kraków']],
  ['pogoda w lodzi jutro', 'pl', ['Łódź']],
  ['czy będzie padać w Nowym Sączu', 'pl', ['Nowy Sącz']],
  ['prognoza dla Pułtusku', 'pl', ['Pułtusk']],
  ['czy w Wadowicach jest ciepło', 'pl', ['Wadowice']],
  ['jestem we Wrocławiu', 'pl', ['Wrocław']],
  ['kupiłem w Lidlu i w Biedronce', 'pl', []],
  ['jajka w majonezie', 'pl', []],
  ['jadę do Rzeszowa przez Tarnów', 'pl', ['Rzeszów', 'Tarnów']],
  ['spod Olsztyna do Jeleniej Góry', 'pl', ['Olsztyn', 'Jelenia Góra']],
  ['do tych jabłek na pile', 'pl', []],
  ['from Nice to Bath', 'en', ['Nice', 'Bath']],
  ['in a nice bath, reading in bath', 'en', []],
  ['weather in London', 'en', ['London']],
  ['will it rain in krakow', 'en', ['Krakow']],
  ['rain in Skegness?', 'en', ['Skegness']],
  ['bought it in Tesco', 'en', []],
] as const)('%s', (text, language, expected) => {
  expect(findPlaces(text, language, []).map(({ name }) => name)).toEqual(expected);
});

test('what is something else already is no place', () => {
  const text = 'weather in May';
  expect(findPlaces(text, 'en', [{ at: 11, end: 14 }])).toEqual([]);
});
