import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Allergen, Person } from '#shared/households/person.ts';
import { ChefState } from '#shared/orchestration/agents/chef-state.ts';
import { gateFor } from '#shared/recipes/gate.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { person } from './people.ts';
import { session, snapshot } from './session.ts';

type Answer = Awaited<ReturnType<typeof session>>['last'];

/** Titles of offered recipes that have an allergen in them. */
function offeredWith(answer: Answer, code: Allergen): string[] {
  const gate = gateFor([{ ...person('x', null), allergies: [{ code, severity: 'allergy' }] }]);
  return answer.data.recipes
    .filter(({ id }) => {
      const recipe = shippedRecipes().get(id);
      return recipe === undefined || gate.judge(recipe).effect === 'block';
    })
    .map(({ title }) => title);
}

describe('what people do not eat', () => {
  test.each<[message: string, code: Allergen, locale: 'pl' | 'en']>([
    ['mój syn jest uczulony na jajka, co na kolację?', 'eggs', 'pl'],
    ['uczulona jestem na ozechy, co na deser?', 'nuts', 'pl'],
    ['uczulony od dziecka jest mój mąż na mleko, co na deser?', 'milk', 'pl'],
    ['gosc nie moze mleka, co na deser?', 'milk', 'pl'],
    ['nie jemy orzechów, co na deser?', 'nuts', 'pl'],
    ['co na obiad? mam celiakię', 'gluten', 'pl'],
    ['mam jajka i mleko, ale córka jest uczlona na jajka, co na śniadanie?', 'eggs', 'pl'],
    ['what can I bake? I’m allergic to milk', 'milk', 'en'],
    ['no eggs please, what is for breakfast?', 'eggs', 'en'],
    ['coeliac here, dinner ideas?', 'gluten', 'en'],
  ])('“%s” holds for what is offered, now and later', async (message, code, locale) => {
    const more = locale === 'pl' ? 'a coś na śniadanie?' : 'and for breakfast?';
    const { answers } = await session([message, more], snapshot(), locale);
    for (const answer of answers) {
      expect(answer.data.recipes.length).toBeGreaterThan(0);
      expect(offeredWith(answer, code)).toEqual([]);
    }
    expect(answers[1]?.text).toMatch(/^(?:Pomijam w tej rozmowie|Left out in this session): /);
  });

  test('a statement alone is taken down, and the reply says how to make it last', async () => {
    const { last } = await session(['mój syn jest uczulony na jajka']);
    expect(last.intent.name).toBe('restrict');
    expect(last.text).toContain('jaja (syn: alergia)');
    expect(last.text).toContain('profil');
    expect(last.data.recipes).toEqual([]);
  });

  test('a food both at hand and forbidden is not used, and the reply says for whom', async () => {
    const { last } = await session(['mam orzechy i miód, ale syn ma alergię na orzechy']);
    expect(last.text).toContain('Nie użyję tego, co masz: orzechy (syn)');
    expect(last.text).toContain('(masz: miód)');
    expect(offeredWith(last, 'nuts')).toEqual([]);
  });

  test('a recipe that was shown before is dropped with its reason, and others are offered', async () => {
    const { last } = await session(['co z jajek?', 'pierwsza', 'aha, gość nie może jajek']);
    expect(last.text).toContain('„Naleśniki ze szpinakiem i fetą” odpada: gość – jaja („jajka”)');
    expect(last.data.recipes.length).toBeGreaterThan(0);
    expect(offeredWith(last, 'eggs')).toEqual([]);
  });

  test('what nobody is allergic to any more may be cooked again', async () => {
    const { answers, last } = await session([
      'syn jest uczulony na jajka',
      'jajecznica',
      'syn już nie ma alergii na jajka',
      'jajecznica',
    ]);
    expect(offeredWith(answers[1] ?? last, 'eggs')).toEqual([]);
    expect(answers[2]?.text).toContain('Już nie pomijam: jaja (syn: alergia)');
    expect(offeredWith(last, 'eggs').length).toBeGreaterThan(0);
  });

  test('who is not allergic is forbidden nothing, and what is not there is not forbidden', async () => {
    const { answers, last } = await session([
      'nie jestem uczulony na orzechy',
      'nie mam mleka, co na śniadanie?',
      'naleśniki',
    ]);
    expect(answers[0]?.data.state?.restrictions ?? []).toEqual([]);
    expect(offeredWith(last, 'milk').length).toBeGreaterThan(0);
  });

  test('an allergy the gate has no food for is looked for by its word, and the reply says so', async () => {
    const { last } = await session(['jestem uczulona na glikoproteinę X']);
    expect(last.text).toMatch(/Nie znam: .*Szukam tylko tych słów/);
  });

  test('“a bez mleka?” of a recipe with cream says what is still in it', async () => {
    const { last } = await session(['placki ziemniaczane', 'pierwsza', 'a bez mleka?']);
    expect(last.text).toContain('jest jeszcze: śmietany (mleko)');
  });

  test('a state that an earlier version stored is still read', () => {
    const wish = {
      ...{ have: [], without: [], minutes: null, people: null, diet: null, meal: null },
      ...{ withoutEquipment: [], useExpiring: false, dish: null },
    };
    const old = { wish, offered: [], picked: null, people: null, without: [], replaced: [] };
    expect(z.parse(ChefState, old)).toMatchObject({
      restrictions: [],
      asked: [],
      lastPerson: null,
    });
  });
});

describe('a food that is at hand or forbidden, the message does not tell', () => {
  test.each(['orzechy?', 'jajka nie', 'mleko, ryż... no nie wiem'])(
    '“%s” is asked about',
    async (message) => {
      const { last } = await session([message]);
      expect(last.intent.name).toBe('clarify');
      expect(last.text).toMatch(/masz w domu, czy pominąć\?/);
      expect(last.data.recipes).toEqual([]);
    },
  );

  test('“pomiń” leaves it out, with what was asked for before', async () => {
    const { last } = await session(['śniadanie na 4 osoby, jajka nie', 'pomiń']);
    expect(last.data.recipes.length).toBeGreaterThan(0);
    expect(offeredWith(last, 'eggs')).toEqual([]);
    expect(last.data.state?.wish).toMatchObject({ meal: 'breakfast', people: 4 });
  });

  test('“mam” cooks with it', async () => {
    const { last } = await session(['jajka nie', 'mam']);
    expect(last.text).toContain('(masz: jaja)');
    expect(offeredWith(last, 'eggs').length).toBeGreaterThan(0);
  });

  test('“nie mam” is no ban', async () => {
    const { last } = await session(['jajka?', 'nie mam']);
    expect(last.data.state?.restrictions).toEqual([]);
    expect(last.data.state?.wish.without).toMatchObject([{ productId: 'jaja' }]);
  });

  test('what was left out before and is named as there now is asked about', async () => {
    const { answers, last } = await session(['obiad bez jajek', 'mam jajka', 'mam']);
    expect(answers[1]?.intent.name).toBe('clarify');
    expect(offeredWith(last, 'eggs').length).toBeGreaterThan(0);
  });

  test('an allergy is not lifted by having the food', async () => {
    const { last } = await session(['syn jest uczulony na jajka', 'mam jajka i szpinak']);
    expect(last.text).toContain('Nie użyję tego, co masz: jaja (syn)');
    expect(offeredWith(last, 'eggs')).toEqual([]);
  });
});

describe('a question whether somebody may eat something', () => {
  const people: Person[] = [person('Ola', 'nuts'), person('Jacek', 'milk', 2)];

  test.each<[message: string, says: RegExp]>([
    [
      'może Ola zjeść krem z nerkowców?',
      /^Nie: krem z nerkowców – nie może tego jeść: Ola \(orzechy: „krem z nerkowców”\)/,
    ],
    ['czy Oli wolno pesto?', /^Nie: pesto – nie może tego jeść: Ola \(orzechy/],
    ['a Jacek może karmel?', /^Nie wiadomo na pewno: karmel – może nie być dla: Jacek \(mleko.*Sprawdź skład/],
    ['a Jacek może wafle ryżowe?', /^W „wafle ryżowe” nie znajduję niczego, czego nie może: Jacek/],
    ['da się majonez podać Jackowi?', /^W „majonez” nie znajduję niczego/],
    ['czy możemy zjeść pesto?', /^Nie: pesto – nie może tego jeść: Ola \(orzechy.*Jacek \(mleko/],
    [
      'czy Zenek może zjeść pesto?',
      /^Nie wiem o niczym, czego nie może: Zenek.*zawiera: mleko, orzechy/,
    ],
    ['czy gość z celiakią zje sos sojowy?', /gość \(gluten/],
    ['czy możemy pesto?', /^Nie: pesto – nie może tego jeść: Ola \(orzechy/],
    ['czy roczniak może jeść miód?', /zapytaj lekarza/],
    ['czy Ola może zjeść blorpa?', /^Nie wiem: nie znam produktu „blorpa”/],
  ])('“%s” gets a verdict', async (message, says) => {
    const { last } = await session([message], snapshot(people));
    expect(last.intent.name).toBe('check');
    expect(last.text.split('\n').at(-1)).toMatch(says);
    expect(last.data.recipes).toEqual([]);
  });

  test('says what it does not rest on', async () => {
    const { last } = await session(['czy Ola może zjeść hummus?'], snapshot(people));
    expect(last.text).toContain('nie etykietę');
    const { last: pregnant } = await session(['żona w ciąży, wolno jej tatara?'], snapshot(people));
    expect(pregnant.text).toContain('zapytaj lekarza');
  });

  test('“she” is who was spoken of last', async () => {
    const { last } = await session(
      ['czy Ola może zjeść ser?', 'a może ona zjeść pesto?'],
      snapshot(people),
    );
    expect(last.text).toMatch(
      /^Nie: pesto – nie może tego jeść: Ola \(orzechy: „pesto”\)\. Zwykle/,
    );
  });

  test('reads a recipe of that name too, and the recipe that “this” means', async () => {
    const { last } = await session(['czy Jacek może zjeść naleśniki?'], snapshot(people));
    expect(last.text).toMatch(/Sprawdzone przepisy: „Naleśniki/);
    const { last: shown } = await session(
      ['kopytka', 'pierwsza', 'czy mogę to zjeść? mam alergię na jajka'],
      snapshot(),
    );
    expect(shown.text).toContain('Kopytka – nie może tego jeść: Ty (jaja');
  });

  test('in English', async () => {
    const anna = [person('Anna', 'nuts')];
    const { answers } = await session(
      ['can she eat pesto?', 'is hummus ok for a sesame allergy?', 'is pesto vegan?'],
      snapshot(anna),
      'en',
    );
    expect(answers[0]?.text).toMatch(/^No: pesto – who cannot have it: Anna \(nuts: “pesto”\)/);
    expect(answers[1]?.text).toContain('No: hummus – who cannot have it: somebody (sesame');
    expect(answers[2]?.text).toContain('No: pesto – vegan diet');
  });
});
