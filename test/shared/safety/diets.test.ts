import { describe, expect, test } from 'vitest';
import { checkRecipe } from '#shared/safety/check.ts';
import type { Verdict } from '#shared/safety/report.ts';
import table from '../../data/safety/diets.json' with { type: 'json' };

function verdict(diet: 'vegetarian' | 'vegan', text: string, as: string): Verdict {
  const person = { id: '1', name: 'Ola', diet, allergies: [], dislikes: [] };
  const [ingredients, prose] = as === 'prose' ? [[], [text]] : [[text], []];
  return checkRecipe(ingredients, prose, [person]).verdict;
}

describe.each(['vegetarian', 'vegan'] as const)('a %s diet', (diet) => {
  const labelled = table.map((row) => ({
    text: row.text,
    label: row[diet],
    read: verdict(diet, row.text, row.as),
  }));
  const textsOf = (rows: typeof labelled) => rows.map(({ text, read }) => `${text}: ${read}`);

  test('is broken by everything of an animal that it does without', () => {
    const missed = labelled.filter(({ label, read }) => label === 'no' && read !== 'contains');
    expect(textsOf(missed)).toEqual([]);
  });

  test('is broken by at most one in thirty foods that only look so', () => {
    const fine = labelled.filter(({ label }) => label === 'ok');
    const wrong = fine.filter(({ read }) => read !== 'none-found');
    expect(wrong.length, textsOf(wrong).join(' | ')).toBeLessThanOrEqual(fine.length / 30);
  });
});
