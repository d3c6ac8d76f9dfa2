import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import type { FoundItem } from '#shared/orchestration/agents/search-data.ts';
import { chefStateOf, withFoundRecipes } from '#shared/orchestration/session/session-agents.ts';

function found(kind: FoundItem['kind'], id: string) {
  const nothing = { url: null, quote: null, page: null, minutes: null };
  return { ...nothing, kind, id, title: id, source: 'shipped' };
}

const state = (...shown: ReturnType<typeof found>[]) => ({ query: null, shown });
const session = (agent: string, search: z.core.util.JSONType) => ({
  turns: [{ agent, intent: 'search' }],
  states: new Map([['search', search]]),
});

test('recipes that a search found last are those that “it” means to the chef', () => {
  const all = ['a', 'b', 'c', 'd'].map((id) => found('recipe', id));
  const after = withFoundRecipes(session('search', state(found('web', 'w'), ...all)));
  expect(chefStateOf(after)).toMatchObject({ offered: ['a', 'b', 'c'], picked: null });
});

test('what else was found, and what was found before, is not', () => {
  const pages = session('search', state(found('web', 'w')));
  expect(withFoundRecipes(pages)).toBe(pages);
  const earlier = session('weather', state(found('recipe', 'a')));
  expect(withFoundRecipes(earlier)).toBe(earlier);
});
