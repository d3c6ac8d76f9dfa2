import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { handler } from '#functions/agents/chef/handler.ts';
import { chef } from '#shared/orchestration/agents/chef.ts';
import { Answer } from '#shared/orchestration/reply/chat-reply.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { testDatabase } from '#test/support/database.ts';
import { answerQuestion } from './answer.ts';
import { ask, lines, session, snapshot } from './session.ts';

const database = testDatabase();

describe('without a model', () => {
  test('offers the best three with reasons, marked as degraded', async () => {
    const { last } = await session(['Co mogę ugotować z jajek i szpinaku?']);
    expect(last).toMatchObject({ degraded: true, degradedReason: 'no-model', usage: null });
    expect(last.intent).toMatchObject({ name: 'suggest', source: 'rules' });
    expect(last.data.recipes).toHaveLength(3);
    expect(last.data.recipes[0]?.title).toBe('Naleśniki ze szpinakiem i fetą');
    expect(last.text).toContain('1. Naleśniki ze szpinakiem i fetą (50 min): ');
    expect(last.text).toContain('szpinak jutro');
    expect(last.citations.map(({ id }) => id)).toEqual(last.data.recipes.map(({ id }) => id));
    expect(z.safeParse(Answer, last).success).toBe(true);
    expect(z.safeParse(chef.state, last.data.state).success).toBe(true);
  });

  test('in English it says it in English and offers English recipes', async () => {
    const { last } = await session(['Something with eggs in 30 minutes'], snapshot(), 'en');
    expect(last.text).toMatch(/^This is what I suggest/);
    expect(last.data.recipes.every(({ language }) => language === 'en')).toBe(true);
    expect(last.data.recipes.every(({ minutes }) => minutes !== null && minutes <= 30)).toBe(true);
  });

  test('time, diet, equipment and what must not be in it are kept', async () => {
    const { last } = await session(['wegetariański obiad bez piekarnika i bez cebuli w 40 minut']);
    expect(last.data.recipes.length).toBeGreaterThan(0);
    for (const { id, minutes } of last.data.recipes) {
      const recipe = shippedRecipes().get(id);
      expect(minutes).toBeLessThanOrEqual(40);
      expect(recipe?.equipment).not.toContain('oven');
      expect(recipe?.ingredients.map(({ productId }) => productId)).not.toContain('cebula');
    }
  });

  test('criteria that nothing meets are dropped and named; diets and exclusions never', async () => {
    const { last } = await session(['bigos wegański w 5 minut']);
    expect(last.text).toContain('Nic nie pasowało do wszystkiego');
    const none = await session([
      'obiad bez wody, soli, cebuli, masła, oleju, mąki, mięsa i warzyw w 5 minut',
    ]);
    expect(none.last.data.recipes.length).toBeLessThanOrEqual(3);
  });

  test('a question that is not about cooking is refused, and nothing is invented', async () => {
    const { last } = await session(['Kto wygrał mecz?']);
    expect(last).toMatchObject({ intent: { name: 'unknown' }, citations: [], proposals: [] });
    expect(last.text).toContain('tylko pytania o gotowanie');
  });
});

describe('a session continues', () => {
  test('"druga" shows the second, "na 6 osób" scales it, "a bez cebuli?" changes it', async () => {
    const { answers } = await session([
      'zupa z ziemniaków',
      'pokaż pierwszą',
      'na 8 osób',
      'a bez cebuli?',
    ]);
    const [offer, shown, scaled] = answers;
    expect(shown?.data.recipe?.id).toBe(offer?.data.recipes[0]?.id);
    expect(shown?.text).toContain('Składniki:');
    expect(scaled?.data.recipe?.servings).toBe(8);
    const before = Number(shown?.data.recipe?.ingredients[0]?.amount?.value);
    const factor = 8 / Number(shown?.data.recipe?.servings);
    expect(Number(scaled?.data.recipe?.ingredients[0]?.amount?.value)).toBeCloseTo(
      before * factor,
      4,
    );
    const fourth = answers[3];
    expect(fourth?.text).toMatch(/Pominięto: cebula|nie ma tego składnika/);
    expect(lines(fourth).join(' ')).not.toContain('cebul');
  });

  test('"a bez cebuli?" of an offer asks again without it', async () => {
    const { answers, last } = await session(['co na obiad?', 'a bez cebuli?']);
    expect(last.intent.name).toBe('refine');
    expect(last.data.recipes.length).toBeGreaterThan(0);
    for (const { id } of last.data.recipes) {
      const used = shippedRecipes()
        .get(id)
        ?.ingredients.map(({ productId }) => productId);
      expect(used).not.toContain('cebula');
    }
    expect(answers[0]?.data.state?.wish.meal).toBe(last.data.state?.wish.meal);
  });

  test('something stands in for what is not there, by the ratio of the table', async () => {
    const { last } = await session(['placki ziemniaczane', 'pierwsza', 'czym zastąpić śmietanę?']);
    expect(last.text).toContain('Zamiast: śmietana – jogurt grecki');
    expect(last.text).toContain('zawiera mleko');
    expect(lines(last)).toContain('153 g jogurt grecki');
    expect(last.data.state?.replaced).toEqual([{ from: 'smietana', to: 'jogurt-grecki' }]);
  });

  test('what a dish is made of is not left out of it', async () => {
    const { last } = await session(['placki ziemniaczane', 'pierwsza', 'a bez ziemniaków?']);
    expect(last.text).toContain('To danie opiera się na tym składniku: ziemniaki');
    expect(lines(last)).toEqual([]);
  });

  test('cooking is proposed with what it would take, and nothing is taken', async () => {
    const { last } = await session(['jajecznica', 'gotuję pierwszą dla 4 osób']);
    expect(last.proposals).toHaveLength(1);
    expect(last.proposals[0]).toMatchObject({ kind: 'cook', servings: 4 });
    expect(last.text).toMatch(/^Zapisać, że gotujesz „Jajecznica/);
  });

  test('a follow-up of nothing says so', async () => {
    const state = (await session(['co na obiad?'])).last.data.state;
    const gone = state && { ...state, offered: ['pl-nothing'] };
    const answer = await answerQuestion(ask('pierwsza', { state: gone }), { snapshot: snapshot() });
    expect(answer.text).toContain('Najpierw zapytaj');
  });
});

test('the function reads the pantry of the household', async () => {
  const { householdId } = await database.newHousehold();
  await database.query(
    `insert into lots (household_id, product_key, product_name, quantity, unit, location)
     values ($1, 'jaja', 'Jajka', 10, 'szt', 'fridge')`,
    [householdId],
  );
  const { events } = await handler(ask('co na śniadanie z jajek?', { householdId }));
  const given = events.find((event) => event.type === 'data');
  const data = chef.data.parse(given?.data);
  expect(data.recipes).toHaveLength(3);
  expect(data.recipes[0]?.uses[0]?.product).toBe('Jajka');
  await expect(handler({ message: 'x' })).rejects.toThrow();
});

describe('food past its date', () => {
  test('is offered after best-before only, with the days and what they mean', async () => {
    const pantry = 'jaja 10 szt -2, maslo 200 g, chleb 500 g';
    const { last } = await session(['jajecznica ze szczypiorkiem'], snapshot([], pantry));
    expect(last.text).toContain('jaja 2 dni po dacie minimalnej trwałości');
    expect(last.text).toContain('o jakości, nie o bezpieczeństwie');
    const inEnglish = await session(['scrambled eggs'], snapshot([], pantry), 'en');
    expect(inEnglish.last.text).toContain('2 days past its best-before date');
    expect(inEnglish.last.text).toContain('about quality, not safety');
  });

  test('is never offered after use-by, and nothing is said of dates when none has passed', async () => {
    const spoilt = snapshot([], 'jaja 10 szt -1!, maslo 200 g, chleb 500 g');
    const { last } = await session(['jajecznica ze szczypiorkiem'], spoilt);
    expect(last.data.recipes[0]?.uses.map(({ product }) => product)).not.toContain('jaja');
    expect(last.text).not.toMatch(/po dacie|o jakości/);
    const fresh = await session(['jajecznica ze szczypiorkiem']);
    expect(fresh.last.text).not.toMatch(/po dacie|o jakości/);
  });
});
