import { expect, test } from 'vitest';
import { handler } from '#functions/api/chat/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { type Call, call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
agentsBehindChat();

const SESSIONS = '/api/v1/chat/sessions';
const SESSION = `${SESSIONS}/{sessionId}`;

async function send(household: HouseholdContext, message: string, sessionId?: string) {
  const body = { message, ...(sessionId && { sessionId }) };
  const answer = await call(handler, { method: 'POST', resource: '/api/v1/chat', household, body });
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
}

function list(household: HouseholdContext, query: Call['query'] = {}) {
  return call(handler, { resource: SESSIONS, household, query });
}

function one(household: HouseholdContext, sessionId: string, more: Partial<Call> = {}) {
  return call(handler, { resource: SESSION, params: { sessionId }, household, ...more });
}

test('sessions are listed by their last turn, a page at a time', async () => {
  const household = await database.newHousehold();
  const first = await send(household, 'cześć');
  const second = await send(household, 'co na obiad?');
  await send(household, 'hej', first.sessionId);
  const page = (await list(household, { limit: '1' })).json;
  expect(page.items).toMatchObject([
    { id: first.sessionId, title: 'cześć', turns: 2, agent: 'conversation' },
  ]);
  const next = (await list(household, { limit: '1', cursor: page.next })).json;
  expect(next).toMatchObject({ items: [{ id: second.sessionId, agent: 'chef' }], next: null });
});

test('a session is the household’s: others of it read it, other households do not', async () => {
  const household = await database.newHousehold();
  const { sessionId } = await send(household, 'cześć');
  const viewer = { ...household, role: 'viewer', scopes: ['read'] } as const;
  expect((await one(viewer, sessionId)).json.items).toMatchObject([{ message: 'cześć' }]);
  const stranger = await database.newHousehold();
  expect(await one(stranger, sessionId)).toMatchObject({ status: 404 });
  expect(await one(stranger, sessionId, { method: 'DELETE' })).toMatchObject({ status: 404 });
  expect((await list(stranger)).json.items).toEqual([]);
  expect((await one(household, sessionId)).status).toBe(200);
});

test('a session that is deleted leaves nothing behind', async () => {
  const household = await database.newHousehold();
  const { sessionId } = await send(household, 'jajecznica');
  await send(household, 'gotuję pierwszą', sessionId);
  expect(await one(household, sessionId, { method: 'DELETE' })).toMatchObject({ status: 204 });
  expect(await one(household, sessionId, { method: 'DELETE' })).toMatchObject({ status: 404 });
  for (const table of ['chat_turns', 'chat_proposals'])
    expect(
      await database.query(`select 1 from ${table} where household_id = $1`, [
        household.householdId,
      ]),
    ).toEqual([]);
});

test('turns of earlier versions are still read, without data whose shape has changed', async () => {
  const household = await database.newHousehold();
  const sessionId = '0199f2c4-7b1e-7c5a-9d3e-5a6b7c8d9e02';
  const reply = {
    text: 'Naleśniki.',
    intent: { name: 'suggest', confidence: 0.9, source: 'rules' },
    data: { recipes: [{ id: 'pl-nalesniki' }], recipe: null },
    ...{ citations: [], safety: null, degraded: true, degradedReason: 'no-model', usage: null },
  };
  await database.query(
    `insert into chat_turns (household_id, session_id, agent, message, reply)
     values ($1, $2, 'chef', 'co na obiad?', $3)`,
    [household.householdId, sessionId, JSON.stringify(reply)],
  );
  const { json } = await one(household, sessionId);
  expect(json.items).toMatchObject([{ message: 'co na obiad?', text: 'Naleśniki.' }]);
  expect(json.items[0].data).toBeUndefined();
});
