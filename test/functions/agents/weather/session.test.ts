import { expect, test } from 'vitest';
import { OVER_LIMIT } from '#test/support/open-meteo-server.ts';
import { weatherSession } from './weather-session.ts';

const HOME = { name: 'Kraków', latitude: 50.06143, longitude: 19.93658 };

test('asks for the place when none is known, goes on with the answer, and offers to keep it once', async () => {
  const { turn } = await weatherSession();
  const asked = await turn('czy jutro będzie padać?');
  expect(asked).toMatchObject({ intent: 'ask-place', weather: null, keep: null });
  expect(asked.lines.join()).toContain('O jakie miejsce chodzi?');
  const { lines, keep } = await turn('w Krakowie');
  expect(lines[0]).toBe('Tak, weź parasol: ma padać.');
  expect(lines[1]).toBe(
    'Kraków, jutro (niedziela, 29 listopada): słaby deszcz, od 2 °C do 7,5 °C, opady 6,4 mm, szansa opadów 80 %, wiatr do 22 km/h, w porywach 48 km/h.',
  );
  expect(lines.at(-1)).toContain('Zapamiętać miejsce „Kraków” jako domyślne?');
  expect(keep).toMatchObject({ name: 'Kraków', latitude: 50.06143 });
  expect(await turn('a w Gdańsku?')).toMatchObject({ keep: null });
});

test('says what is measured now, with today', async () => {
  const { says } = await weatherSession({ defaultLocation: HOME });
  expect(await says('jaka jest pogoda?')).toMatch(
    /^Kraków, teraz: 4,2 °C \(odczuwalna 2,2 °C\), pochmurno.*\nDziś \(sobota, 28 listopada\): pochmurno, od 1,1 °C do 5,4 °C/,
  );
});

test('a short question keeps what it does not say', async () => {
  const { says, turn } = await weatherSession({ defaultLocation: HOME });
  await turn('czy będzie padać w niedzielę?');
  expect(await says('a w Gdańsku?')).toMatch(/^Nie zapowiada się na opady\.\nGdańsk, jutro/);
  expect(await says('a pojutrze?')).toMatch(/^Nie zapowiada się.*\nGdańsk, poniedziałek, 30/);
  expect(await says('a wieczorem?')).toMatch(/Gdańsk, poniedziałek, 30 listopada wieczorem/);
  // Who asks anew asks about now, and at home where that is said.
  expect(await says('jaka jest pogoda u mnie?')).toMatch(/^Kraków, teraz: 4,2 °C/);
});

test('answers in the language of the message, in the units of the profile', async () => {
  const { says } = await weatherSession({ defaultLocation: HOME, units: 'imperial' });
  expect(await says('will it rain tomorrow?', 'en')).toBe(
    'Yes, take an umbrella: it will be wet.\nKraków, tomorrow (Sunday 29 November): light rain, 35.6 °F to 45.5 °F, 0.25 in of rain or snow, 80% chance of it, wind up to 13.7 mph, gusts 29.8 mph.',
  );
});

test('says whether a grill will work, why not, and when better', async () => {
  const { says } = await weatherSession();
  expect(await says('czy jutro uda się grill we Wrocławiu?')).toMatch(/^Tak, pogoda/);
  const monday = await says('a w poniedziałek?');
  expect(monday).toMatch(/^Raczej się nie uda: opady, wiatr\.\nLepszy dzień: dziś \(sobota/);
  expect(monday).toContain('coś z piekarnika');
  expect(await says('can we barbecue on Tuesday in Wroclaw?', 'en')).toMatch(
    /^Better not, because of thunderstorms, rain or snow, wind, heat\./,
  );
});

test('ties the weather to food, hot and cold', async () => {
  const { says } = await weatherSession({ defaultLocation: HOME });
  expect(await says('co ugotować na taką pogodę?')).toContain('gorąca zupa');
  expect(await says('what to eat in such weather in Wroclaw tomorrow?', 'en')).toContain('salad');
});

test('warns of what is dangerous, day by day', async () => {
  const { says } = await weatherSession();
  expect(await says('pogoda na tydzień we Wrocławiu')).toContain(
    'Uwaga: wtorek, 1 grudnia: upał do 35 °C, silny wiatr w porywach do 92 km/h, burze; środa, 2 grudnia: upał do 31 °C',
  );
});

test('knows nothing of days that are over or too far off', async () => {
  const { says } = await weatherSession({ defaultLocation: HOME });
  expect(await says('jaka pogoda była wczoraj?')).toContain('O minionych dniach nic nie wiem');
  expect(await says('pogoda za dwa tygodnie')).toContain('ostatni dzień to sobota, 5 grudnia');
  expect(await says('pogoda w przyszłym tygodniu')).toMatch(/Dalej prognoza nie sięga\./);
});

test('a place that is none is said to be none; a stray word is not taken for one', async () => {
  const { says, turn } = await weatherSession({ defaultLocation: HOME });
  expect(await turn('pogoda w Xqzwii')).toMatchObject({ intent: 'unknown-place', weather: null });
  expect(await says('pogoda jutroo')).toMatch(/^Kraków, teraz/);
});

test('keeps a place when asked to, though another one is kept', async () => {
  const { turn } = await weatherSession({ defaultLocation: HOME });
  expect(await turn('pogoda w Gdańsku')).toMatchObject({ keep: null });
  expect(await turn('zapamiętaj Gdańsk')).toMatchObject({ keep: { name: 'Gdańsk' } });
});

test('without the provider it says so and no figure; with an old answer, how old that is', async () => {
  const { server, clock, says, turn } = await weatherSession({ defaultLocation: HOME });
  server.answer = OVER_LIMIT;
  const { lines, intent } = await turn('jaka jutro pogoda?');
  expect(intent).toBe('away');
  expect(lines.join()).toMatch(/^Serwis pogodowy Open-Meteo jest nieosiągalny/);
  expect(lines.join()).not.toMatch(/\d/);
  server.answer = undefined;
  await says('jaka jutro pogoda?');
  server.answer = OVER_LIMIT;
  clock.now += 95 * 60_000;
  expect(await says('jaka jutro pogoda?')).toContain('to prognoza sprzed 1 h 35 min.');
});

test('a place that could not be looked up is the one that is asked about next', async () => {
  const { server, says, turn } = await weatherSession();
  server.answer = OVER_LIMIT;
  expect(await turn('będzie padać w niedzielę w Gdańsku?')).toMatchObject({ intent: 'away' });
  expect(await turn('a wieczorem?')).toMatchObject({ intent: 'away' });
  server.answer = undefined;
  expect(await says('a jutro?')).toContain('Gdańsk');
});
