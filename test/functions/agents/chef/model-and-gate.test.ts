import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Prose } from '#functions/agents/chef/prompt.ts';
import type { Person } from '#shared/households/person.ts';
import type { Completion, Model } from '#shared/llm/model.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { answerQuestion } from './answer.ts';
import { ask, HOUSEHOLD, lines, session, snapshot } from './session.ts';

describe('with a model', () => {
  const usage = { inputTokens: 100, outputTokens: 50, model: 'test' };

  /** Returns the given answer; throws on anything but the prose of a suggestion. */
  function modelSaying(say: (ids: string[]) => unknown): Model {
    return {
      complete: async ({ question, schema }) => {
        const { recipes } = JSON.parse(question) as { recipes: { id: string }[] };
        const value = z.safeParse(schema, say(recipes.map(({ id }) => id)));
        if (!value.success) return { ok: false, why: 'invalid', detail: '', usage };
        return { ok: true, value: value.data, usage } as Completion<typeof schema>;
      },
    };
  }
  const good = (ids: string[]): Prose => ({
    intro: 'Dziś na ratunek szpinakowi!',
    recipes: ids.map((id) => ({ id, why: 'Prosto i smacznie.' })),
  });

  test('its text is used and its usage reported', async () => {
    const model = modelSaying(good);
    const answer = await answerQuestion(ask('co ze szpinaku?'), { snapshot: snapshot(), model });
    expect(answer).toMatchObject({ degraded: false, usage });
    expect(answer.text).toContain('Dziś na ratunek szpinakowi!');
  });

  test.each<[string, (ids: string[]) => unknown]>([
    ['another recipe', (ids) => ({ ...good(ids), recipes: [{ id: 'pl-bigos', why: 'x' }] })],
    ['another order', (ids) => ({ ...good(ids), recipes: good([...ids].reverse()).recipes })],
    ['an invented number', (ids) => ({ ...good(ids), intro: 'Gotowe w 7777 minut' })],
    ['another shape', () => ({ text: 'hello' })],
    ['nothing', () => null],
  ])('%s is discarded and reported as degraded', async (_, say) => {
    const answer = await answerQuestion(ask('co ze szpinaku?'), {
      snapshot: snapshot(),
      model: modelSaying(say),
    });
    expect(answer.degraded).toBe(true);
    expect(answer.degradedReason).toMatch(/^model-(?:invented|invalid)$/);
    expect(answer.text).toMatch(/^Oto co proponuję/);
  });

  test('an unreachable model changes nothing but the text', async () => {
    const model: Model = {
      complete: async () => ({ ok: false, why: 'unreachable', detail: 'x', usage: null }),
    };
    const answer = await answerQuestion(ask('co ze szpinaku?'), { snapshot: snapshot(), model });
    expect(answer).toMatchObject({ degraded: true, degradedReason: 'model-unreachable' });
    expect(answer.data.recipes).toHaveLength(3);
  });
});

describe('allergies of the household', () => {
  const ola = {
    id: HOUSEHOLD,
    name: 'Ola',
    diet: null,
    allergies: [{ code: 'nuts', severity: 'allergy' }],
    dislikes: [],
  } as const satisfies Person;

  function eater(code: 'eggs' | 'milk' | 'nuts'): Person {
    return { ...ola, dislikes: [], allergies: [{ code, severity: 'allergy' }] };
  }

  test('nothing with what they must not eat is offered, shown or proposed', async () => {
    const at = snapshot([eater('eggs')]);
    const { last } = await session(['co z jajek i szpinaku?'], at);
    for (const { id } of last.data.recipes) {
      const used = shippedRecipes()
        .get(id)
        ?.ingredients.map(({ productId }) => productId);
      expect(used).not.toContain('jaja');
    }
    expect(last.safety?.verdict).not.toBe('contains');
  });

  test('a recipe that became dangerous since it was offered is not shown', async () => {
    const { state } = (await session(['jajecznica'])).last.data;
    const later = await answerQuestion(ask('pierwsza', { state }), {
      snapshot: snapshot([eater('eggs')]),
    });
    expect(later.data.recipe).toBeNull();
    expect(later.data.recipes).toEqual([]);
    expect(later.text).toMatch(/odpada: Ola – jaja \(„jaj/);
  });

  test('nothing they must not eat stands in for something else', async () => {
    const milk = await session(
      ['placki ziemniaczane', 'pierwsza', 'czym zastąpić śmietanę?'],
      snapshot(),
    );
    const state = milk.answers[1]?.data.state ?? null;
    const safe = await answerQuestion(ask('czym zastąpić śmietanę?', { state }), {
      snapshot: snapshot([eater('milk')]),
    });
    expect(lines(safe).join(' ')).not.toMatch(/jogurt|kefir|mleko krowie/);
  });

  test('unsafe text of a model is replaced by the rule-based text', async () => {
    const model: Model = {
      complete: async ({ question, schema }) => {
        const { recipes } = JSON.parse(question) as { recipes: { id: string }[] };
        const why = 'Posyp orzechami laskowymi i podaj z pesto.';
        const said = { intro: 'Smacznego!', recipes: recipes.map(({ id }) => ({ id, why })) };
        const value = z.parse(schema, said);
        const usage = { inputTokens: 1, outputTokens: 1, model: 'test' };
        return { ok: true, value, usage } as Completion<typeof schema>;
      },
    };
    const answer = await answerQuestion(ask('obiad z ziemniaków'), {
      snapshot: snapshot([eater('nuts')]),
      model,
    });
    expect(answer.text).not.toContain('orzech');
    expect(answer.data.recipes.length).toBeGreaterThan(0);
    const free = await answerQuestion(ask('obiad z ziemniaków'), { snapshot: snapshot(), model });
    expect(free.text).toContain('orzechami');
  });
});
