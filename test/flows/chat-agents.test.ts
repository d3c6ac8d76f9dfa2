import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { SessionPage, SessionTurns } from '#shared/chat/session-schema.ts';
import { ChatReply } from '#shared/orchestration/reply/chat-reply.ts';
import { readEvents } from '#test/support/server-sent-events.ts';
import { newHousehold } from './shared-system.ts';

const system = newHousehold();

const JSON_BODY = { 'content-type': 'application/json' };

function post(path: string, body: object, headers: Record<string, string> = {}) {
  const init = {
    method: 'POST',
    headers: { ...JSON_BODY, ...headers },
    body: JSON.stringify(body),
  };
  return system.fetch(path, init);
}

async function say(message: string, more: object = {}, headers: Record<string, string> = {}) {
  const response = await post('/api/v1/chat', { message, ...more }, headers);
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return z.parse(ChatReply, JSON.parse(text));
}

async function stock(name: string, value: string, unit: string) {
  const response = await post('/api/v2/pantry', { product: { name }, quantity: { value, unit } });
  expect(response.status, await response.text()).toBe(201);
}

const Pantry = z.object({
  items: z.array(
    z.object({
      product: z.object({ name: z.string() }),
      quantity: z.object({ value: z.string() }),
    }),
  ),
});

async function eggs(): Promise<string | undefined> {
  const { items } = z.parse(Pantry, await system.json('/api/v2/pantry'));
  return items.find(({ product }) => product.name === 'Jajka')?.quantity.value;
}

/** A session in which cooking scrambled eggs is proposed. */
async function proposed() {
  const { sessionId } = await say('jajecznica ze szczypiorkiem');
  const { proposals } = await say('gotuję pierwszą', { sessionId });
  expect(proposals).toHaveLength(1);
  return { sessionId, proposal: proposals[0] };
}

describe('a person talks to the house', () => {
  test('is helped by the conversation, cooks with the chef, and both know who is allergic', async () => {
    await stock('Jajka', '10', 'szt');
    await stock('Masło', '200', 'g');
    await stock('Chleb', '500', 'g');
    const hello = await say('cześć');
    expect(hello).toMatchObject({
      agent: 'conversation',
      intent: { name: 'greeting', source: 'rules' },
    });
    const { sessionId } = hello;
    const told = await say('mój syn jest uczulony na mleko', { sessionId });
    expect(told).toMatchObject({ agent: 'chef', intent: { name: 'restrict' } });
    await say('dzięki!', { sessionId });
    const sweet = await say('sernik', { sessionId });
    expect(sweet.agent).toBe('chef');
    expect(sweet.text).toMatch(/Nie proponuję – [^:]*ernik[^:]*: syn – mleko/);
    const asked = await say('kto wygra wybory?', { sessionId });
    expect(asked).toMatchObject({ agent: 'conversation', intent: { name: 'unknown' } });
    expect(asked.data?.suggestions?.length).toBeGreaterThanOrEqual(2);
  });

  test('confirms and undoes by words, and only the newest proposal', async () => {
    const { sessionId, proposal } = await proposed();
    expect(await eggs()).toBe('10');
    const done = await say('ok, rób', { sessionId });
    expect(done.data?.confirmed).toMatchObject({ proposalId: proposal?.id });
    expect(done.data?.confirmed?.bookingIds.length).toBeGreaterThan(0);
    expect(await eggs()).toBe('5');
    const again = await say('tak', { sessionId });
    expect(again.data?.confirmed).toBeUndefined();
    const undone = await say('cofnij', { sessionId });
    expect(undone.data?.undone).toMatchObject({ proposalId: proposal?.id });
    expect(await eggs()).toBe('10');
  });

  test('rejects by words, and says more than a decision without deciding', async () => {
    const { sessionId } = await proposed();
    const more = await say('tak, ale na 6 osób', { sessionId });
    expect(more.data?.confirmed).toBeUndefined();
    const left = await say('zostaw', { sessionId });
    const rejected = left.data?.rejected?.proposalId;
    const confirm = await post(`/api/v1/chat/proposals/${rejected}/confirm`, {});
    expect(confirm.status).toBe(409);
    expect(await eggs()).toBe('10');
  });

  test('confirms and undoes by buttons', async () => {
    const { proposal } = await proposed();
    const path = `/api/v1/chat/proposals/${proposal?.id}`;
    expect((await post(`${path}/undo`, {})).status).toBe(409);
    expect((await post(`${path}/confirm`, {})).status).toBe(200);
    expect(await eggs()).toBe('5');
    expect((await post(`${path}/undo`, {})).status).toBe(200);
    expect(await eggs()).toBe('10');
    const twice = await post(`${path}/undo`, {});
    expect(z.parse(z.object({ code: z.string() }), await twice.json()).code).toBe(
      'proposal-undone',
    );
  });
});

describe('the language of the reply', () => {
  test('is that of the message, whatever the caller’s programs prefer', async () => {
    const polish = await say('co umiesz?', { locale: 'en' }, { 'accept-language': 'en' });
    expect(polish.text).toContain('Podpowiadam');
    const english = await say('what can you do?', {}, { 'accept-language': 'pl' });
    expect(english.text).toContain('I suggest');
  });

  test('is asked for where the message does not tell', async () => {
    const { sessionId, text } = await say('pizza margherita', { locale: 'en' });
    expect(text).not.toMatch(/[ąćęłńóśźż]/);
    const headed = await say('pizza margherita', {}, { 'accept-language': 'pl' });
    expect(headed.text).toMatch(/[ąćęłńóśźż]/);
    expect(sessionId).not.toBe(headed.sessionId);
  });
});

describe('an agent that was named', () => {
  test('answers, and the reply says that the person chose it', async () => {
    const reply = await say('co na obiad?', { agent: 'conversation' });
    expect(reply).toMatchObject({ agent: 'conversation', intent: { source: 'user' } });
  });

  test('may be the planner, which asks for which days', async () => {
    const reply = await say('zaplanuj obiady', { agent: 'meal-planner' });
    expect(reply).toMatchObject({ agent: 'meal-planner', intent: { name: 'clarify' } });
    expect(reply.text).toContain('Na które dni');
  });
});

describe('a stream', () => {
  test('comes through the gateway event by event, and goes on where it broke off', async () => {
    const headers = { accept: 'text/event-stream' };
    const response = await post('/api/v1/chat', { message: 'co umiesz?' }, headers);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = readEvents(await response.text());
    expect(events.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['accepted', 'agent', 'token', 'done']),
    );
    const done = z.parse(ChatReply, events.at(-1)?.data);
    const tokens = events.filter(({ event }) => event === 'token').map(({ data }) => data.text);
    expect(tokens.join('')).toBe(done.text);
    const last = { ...headers, 'last-event-id': events[2]?.id ?? '' };
    const rest = await post('/api/v1/chat', { message: 'co umiesz?' }, last);
    expect(z.parse(ChatReply, readEvents(await rest.text()).at(-1)?.data)).toEqual(done);
  });
});

describe('sessions', () => {
  test('are listed, read turn by turn, and deleted with all that was said', async () => {
    const { sessionId, proposal } = await proposed();
    const page = z.parse(SessionPage, await system.json('/api/v1/chat/sessions?limit=1'));
    expect(page.items).toMatchObject([{ id: sessionId, turns: 2, agent: 'chef' }]);
    expect(page.next).not.toBeNull();
    const path = `/api/v1/chat/sessions/${sessionId}`;
    const last = z.parse(SessionTurns, await system.json(`${path}?limit=1`));
    expect(last.items).toMatchObject([
      { message: 'gotuję pierwszą', proposals: [{ id: proposal?.id, status: 'open' }] },
    ]);
    const first = z.parse(SessionTurns, await system.json(`${path}?limit=1&cursor=${last.next}`));
    expect(first.items).toMatchObject([{ message: 'jajecznica ze szczypiorkiem' }]);
    expect(first.next).toBeNull();

    expect((await system.fetch(path, { method: 'DELETE' })).status).toBe(204);
    expect((await system.fetch(path)).status).toBe(404);
    expect((await post('/api/v1/chat', { message: 'druga', sessionId })).status).toBe(404);
    const confirm = await post(`/api/v1/chat/proposals/${proposal?.id}/confirm`, {});
    expect(confirm.status).toBe(404);
  });
});
