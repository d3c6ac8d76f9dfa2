import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ChatReply } from '#shared/orchestration/reply/chat-reply.ts';
import { newHousehold } from './shared-system.ts';

const system = newHousehold();

async function post(path: string, body: object = {}) {
  const headers = { 'content-type': 'application/json' };
  const response = await system.fetch(path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

async function say(message: string, sessionId?: string) {
  const { status, text } = await post('/api/v1/chat', { message, ...(sessionId && { sessionId }) });
  expect(status, text).toBe(200);
  return z.parse(ChatReply, JSON.parse(text));
}

const Pantry = z.object({
  items: z.array(
    z.object({
      product: z.object({ name: z.string() }),
      quantity: z.object({ value: z.string(), unit: z.string() }),
    }),
  ),
});

async function pantry(): Promise<string[]> {
  const { items } = z.parse(Pantry, await system.json('/api/v2/pantry'));
  return items.map(({ product, quantity }) => `${product.name} ${quantity.value} ${quantity.unit}`);
}

const decide = (id: string | undefined, how: string) => post(`/api/v1/chat/proposals/${id}/${how}`);

test('a person books, corrects, refuses and undoes by words and by button', async () => {
  const { sessionId, proposals } = await say('dodaj 2 litry mleka, ważne do 14 marca');
  expect(proposals).toMatchObject([{ kind: 'add' }]);
  expect(await pantry()).toEqual([]);

  const corrected = await say('nie, jednak 3', sessionId);
  expect(corrected.proposals).toMatchObject([{ kind: 'add' }]);
  expect((await decide(proposals[0]?.id, 'confirm')).status).toBe(409);
  expect((await say('tak', sessionId)).data).toMatchObject({
    confirmed: { proposalId: corrected.proposals[0]?.id },
  });
  expect(await pantry()).toEqual(['mleko 3 l']);

  await say('zużyłam pół litra mleka', sessionId);
  await say('zostaw', sessionId);
  expect(await pantry()).toEqual(['mleko 3 l']);

  const { proposals: used } = await say('zużyłam pół litra mleka', sessionId);
  expect((await decide(used[0]?.id, 'confirm')).status).toBe(200);
  expect((await say('ile mam mleka?', sessionId)).text).toContain('2,5 l');
  await say('cofnij', sessionId);
  expect(await pantry()).toEqual(['mleko 3 l']);
});
