import { describe, expect, test } from 'vitest';
import type { Turn } from '#functions/agents/chef/chef-turn.ts';
import { gatedTurn } from '#functions/agents/chef/gated-turn.ts';
import { noticeText } from '#shared/notices/notice-text.ts';
import type { RankedView } from '#shared/recipes/model/recipe-schema.ts';
import { person } from './people.ts';

function offer(title: string, missing: readonly string[]): RankedView {
  return {
    ...{
      id: title,
      title,
      language: 'pl',
      servings: 4,
      minutes: 30,
      assumed: [],
      uses: [],
      avoided: [],
    },
    missing: missing.map((item) => {
      return { item, productId: null, quantity: null, price: null, substitute: null };
    }),
    expiringUsed: [],
    score: { total: 1, parts: {} },
    safety: { verdict: 'none-found', allergens: [] },
  };
}

function turnWith(recipes: readonly RankedView[], text: string): Turn {
  const refused = { recipes: [], count: 0 };
  return {
    ...{ text, recipes, recipe: null, proposals: [], state: null, notes: [] },
    ...{ refused, namesFood: false },
  };
}

describe('a text with something that somebody must not eat', () => {
  const turn = turnWith(
    [offer('Zupa z dyni', []), offer('Sałatka', ['orzechy']), offer('Orzechy w miodzie', [])],
    'Zupa z dyni, sałatka z orzechami, orzechy w miodzie',
  );

  test('keeps what is harmless, and says what was left out, for whom and why', async () => {
    const { shown, text, notes } = await gatedTurn(turn.text, turn, [person('Ola', 'nuts')], 'pl');
    expect(shown.recipes.map(({ title }) => title)).toEqual(['Zupa z dyni', 'Sałatka']);
    expect(text).toContain('1. Zupa z dyni (30 min): niczego nie brakuje.');
    expect(text).toContain('\n2. Sałatka.');
    expect(text).not.toContain('orzech');
    expect(notes.map((note) => noticeText(note, 'pl'))).toEqual([
      'Sałatka: pominąłem uwagi do przepisu. Ola – orzechy (orzechy).',
      'Orzechy w miodzie: tego nie mogę zaproponować. Ola – orzechy (Orzechy).',
    ]);
  });

  test('is refused with its reason when nothing of it is harmless', async () => {
    const alone = turnWith([], 'Posyp orzechami.');
    const { text, notes } = await gatedTurn(alone.text, alone, [person('Ola', 'nuts')], 'pl');
    expect(text).toBe('');
    expect(notes.map((note) => noticeText(note, 'pl'))).toEqual([
      'Tego nie mogę zaproponować. Ola – orzechy (orzechami).',
    ]);
  });

  test('is said as it is when it harms nobody', async () => {
    const { shown, text, notes } = await gatedTurn(turn.text, turn, [person('Jan', 'milk')], 'pl');
    expect([shown, text, notes]).toEqual([turn, turn.text, []]);
  });
});
