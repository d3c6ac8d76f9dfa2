import { expect, test } from 'vitest';
import { rankFound } from '#functions/agents/search/rank-found.ts';
import type { Asked } from '#functions/agents/search/source.ts';
import type { FoundItem } from '#shared/orchestration/agents/search-data.ts';

const query: Asked = {
  kind: null,
  words: 'żurek',
  minutes: null,
  diet: null,
  without: [],
  language: 'pl',
};
const item = (title: string, more: Partial<FoundItem> = {}): FoundItem => {
  const base = { kind: 'web', id: title, url: null, quote: null, page: null } as const;
  return { ...base, title, minutes: null, source: 'Wikipedia', ...more };
};
/** Vectors of one number: the place of a text in this list, the later the nearer. */
const byPlace = (texts: readonly string[]) => async (asked: readonly string[]) =>
  asked.map((text) =>
    Float32Array.of(text === 'żurek' ? 1 : texts.findIndex((one) => text.startsWith(one)) / 10),
  );

test('the nearest comes first, and each thing once', async () => {
  const found = [
    item('Żurek', { url: 'https://www.a.example/zurek?utm=1' }),
    item('ŻUREK', { url: 'https://b.example/' }),
    item('Barszcz biały', { url: 'https://a.example/zurek' }),
    item('Sól'),
    item('Zalewajka'),
  ];
  const ranked = await rankFound(query, found, byPlace(['Sól', 'Żurek', 'Zalewajka']));
  expect(ranked.map(({ title }) => title)).toEqual(['Zalewajka', 'Żurek', 'Sól']);
});

test('shipped recipes are no copies of each other for their common address', async () => {
  const shipped = { kind: 'recipe', source: 'shipped', url: 'https://recipes.example/' } as const;
  const ranked = await rankFound(
    query,
    [item('A', shipped), item('B', shipped)],
    byPlace(['B', 'A']),
  );
  expect(ranked).toHaveLength(2);
});

test('without vectors the order of the sources stays', async () => {
  const failing = () => Promise.reject(new Error('no binary'));
  const ranked = await rankFound(query, [item('B'), item('A')], failing);
  expect(ranked.map(({ title }) => title)).toEqual(['B', 'A']);
});
