import { expect, test } from 'vitest';
import { readQuestion } from '#functions/agents/weather/read-question.ts';

/** A Saturday. */
const TODAY = '2026-11-28';

test.each([
  ['jaka będzie pogoda jutro w Krakowie?', 'pl', 'Krakowie', '2026-11-29', null],
  ['pogoda krakow jutro', 'pl', 'krakow', '2026-11-29', null],
  ['jaka pogoda nad morzem w Sopocie w niedzielę', 'pl', 'Sopocie', '2026-11-29', null],
  ['pogoda w Kostrzynie nad Odrą', 'pl', 'Kostrzynie nad Odrą', null, null],
  ['prognoza na tydzień dla Gdyni', 'pl', 'Gdyni', '2026-11-28', null],
  ['będzie padać w weekend w Zielonej Górze?', 'pl', 'Zielonej Górze', '2026-11-28', 'rain'],
  ['Czy w Poznaniu jutro spadnie śnieg', 'pl', 'Poznaniu', '2026-11-29', 'snow'],
  ['ile stopni jest teraz w Warszawie', 'pl', 'Warszawie', null, 'temperature'],
  ['bedzie wialo w Helu?', 'pl', 'Helu', null, 'wind'],
  ['jade w piatek do Lublina, brac kurtke?', 'pl', 'Lublina', '2026-12-04', null],
  ['czy w niedzielę w ogrodzie da się grillować', 'pl', null, '2026-11-29', 'outdoors'],
  ['co ugotować na taką pogodę?', 'pl', null, null, 'food'],
  ['hej, powiedz mi proszę jaka jest pogoda u nas na dworze', 'pl', null, null, null],
  ['pogoda na jutro w moim mieście', 'pl', null, '2026-11-29', null],
  ['zapamiętaj Kraków jako domyślne miejsce', 'pl', 'Kraków', null, null],
  ['what is the weather in New York tomorrow?', 'en', 'New York', '2026-11-29', null],
  ['will it rain on Sunday in London?', 'en', 'London', '2026-11-29', 'rain'],
  ['what about Gdańsk?', 'en', 'Gdańsk', null, null],
  ['weather Paris', 'en', 'Paris', null, null],
  ['what to eat in such weather in wroclaw', 'en', 'wroclaw', null, 'food'],
  ['do I need an umbrella', 'en', null, null, 'rain'],
  ['What is it like outside right now', 'en', null, null, null],
  ['is it warm enough for a picnic in Kraków?', 'en', 'Kraków', null, 'outdoors'],
] as const)('%s', (message, locale, place, from, topic) => {
  const question = readQuestion(message, locale, TODAY);
  expect({
    place: question.places[0]?.name ?? null,
    from: question.days?.from ?? null,
    topic: question.topic,
  }).toEqual({ place, from, topic });
});

test('days that are named one by one are a span, and a part of the day is none', () => {
  const { days } = readQuestion('pogoda w piątek i w sobotę', 'pl', TODAY);
  expect(days).toEqual({ from: '2026-12-04', to: '2026-12-05' });
  expect(readQuestion('jutro wieczorem', 'pl', TODAY)).toMatchObject({
    part: 'evening',
    places: [],
  });
  expect(readQuestion('how cold will it be tonight', 'en', TODAY)).toMatchObject({
    days: { from: TODAY },
    part: 'evening',
  });
});

test('a word that nobody knows is a place for certain only where nothing else is said', () => {
  const certain = (message: string) => readQuestion(message, 'pl', TODAY).places[0]?.certain;
  expect(['Sanok', 'w Sanoku', 'pogoda sanok'].map(certain)).toEqual([true, true, false]);
});
