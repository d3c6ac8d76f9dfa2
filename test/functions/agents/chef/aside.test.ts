import { expect, test } from 'vitest';
import type { Person } from '#shared/households/person.ts';
import { session, snapshot } from './session.ts';

const ALLERGIC: Person = {
  id: '0199f2c4-7b1e-7c5a-9d3e-5a6b7c8d9e01',
  name: 'Ola',
  diet: null,
  allergies: [{ code: 'soybeans', severity: 'allergy' }],
  dislikes: [],
} as unknown as Person;

test('what can stand in for a food is said without a recipe, with how much of it', async () => {
  const { last } = await session(['czym zastąpić masło?']);
  expect(last.text).toMatch(/^Zamiast: masło/);
  expect(last.text).toMatch(/\n– olej rzepakowy \(masz w domu\): 80 g zamiast 100 g/);
  expect(last.text).toMatch(/\n– margaryna: tyle samo/);
  // What is at home goes first.
  expect(last.text.indexOf('olej rzepakowy')).toBeLessThan(last.text.indexOf('margaryna'));
  expect(last).toMatchObject({ intent: { name: 'stand-in' }, proposals: [] });
});

test('the next food is asked in as few words', async () => {
  const { answers } = await session(
    ['any substitute for buttermilk in pancakes?', 'and for butter?', 'what can I cook?'],
    snapshot(),
    'en',
  );
  expect(answers[0]?.text).toMatch(/^Instead of buttermilk/);
  expect(answers[1]?.text).toMatch(/^Instead of butter:/);
  expect(answers[2]?.intent.name).toBe('suggest');
});

test('what somebody must not eat stands in for nothing, and that is said', async () => {
  const { last: all } = await session(['czym zastąpić mleko?']);
  expect(all.text).toContain('sojowy');
  const { last } = await session(['czym zastąpić mleko?'], snapshot([ALLERGIC]));
  expect(last.text).not.toContain('sojowy');
  expect(last.text).toContain('Pomijam to, czego ktoś z jedzących nie może.');
  expect(last.text).toContain('owsian');
});

test('of a food that nothing replaces it is said so', async () => {
  const { last } = await session(['czym zastąpić sól?']);
  expect(last.text).toBe('Nie znam dobrego zamiennika dla: sól.');
});

test('a food that is not in the shown recipe is answered all the same', async () => {
  const { last } = await session([
    'co na obiad ze szpinakiem?',
    'pokaż pierwszą',
    'a czym zastąpić miód?',
  ]);
  expect(last.text).toMatch(/^Zamiast: miód/);
});

test('how long a recipe takes is said of the one that is shown, else of all that are offered', async () => {
  const { answers } = await session([
    'co na obiad ze szpinakiem?',
    'ile to się robi?',
    'pokaż drugą',
    'a jak długo to trwa?',
    'ile czasu zajmuje pierwsza?',
  ]);
  const [offered, all, shown, one, first] = answers;
  const titles = offered?.data.recipes.map(({ title }) => title) ?? [];
  expect(titles.length).toBeGreaterThan(1);
  for (const title of titles) expect(all?.text).toMatch(new RegExp(`${title}: \\d+ min\\.`));
  const { title, prepMinutes, cookMinutes } = shown?.data.recipe ?? {};
  expect(one?.text).toBe(`${title}: ${(prepMinutes ?? 0) + (cookMinutes ?? 0)} min.`);
  expect(first?.text).toMatch(new RegExp(`^${titles[0]}: \\d+ min\\.$`));
  expect(first?.proposals).toEqual([]);
});

test('of food that makes anybody ill that is said first, then for whom it is forbidden', async () => {
  const eggs = { ...ALLERGIC, allergies: [{ code: 'eggs', severity: 'allergy' }] } as Person;
  const { last } = await session(['czy mogę zjeść surowe jajka?'], snapshot([eggs]));
  expect(last.text).toMatch(/salmonella/);
  expect(last.text).toMatch(/Ola/);
  expect(last.text.indexOf('salmonella')).toBeLessThan(last.text.indexOf('Ola'));
});

test('what somebody must not eat is said, when it is asked whether it may go on top', async () => {
  const nuts = { ...ALLERGIC, allergies: [{ code: 'nuts', severity: 'allergy' }] } as Person;
  const { last } = await session(
    ['co upiec na deser?', 'a mogę to posypać orzechami włoskimi?'],
    snapshot([nuts], 'orzechy-wloskie 200 g, maka-pszenna 1 kg, jablka 1 kg'),
  );
  expect(last.text).toMatch(/Ola/);
  expect(last.text).not.toMatch(/masz w domu, czy pominąć/);
});

test('also to a guest who was named, in English', async () => {
  const messages = [
    'Priya is coming, she is allergic to sesame',
    'what is for dinner?',
    'can i drizzle tahini over hers?',
  ];
  const { last } = await session(messages, snapshot([]), 'en');
  expect(last.text).toMatch(/Priya/);
  expect(last.text).toMatch(/tahini/i);
  expect(last.text).not.toMatch(/do you have it/);
});
