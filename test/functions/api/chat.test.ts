import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { handler } from '#functions/api/chat/handler.ts';
import { handler as pantry } from '#functions/api/pantry/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { type Call, call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { stock } from './recipes/household.ts';

const database = testDatabase();
let failing = false;

agentsBehindChat(() => failing);

function send(household: HouseholdContext, message: string, more: object = {}) {
  const body = { message, ...more };
  return call(handler, { method: 'POST', resource: '/api/v1/chat', household, body });
}

function act(household: HouseholdContext, proposalId: string, action: string) {
  const resource = `/api/v1/chat/proposals/{proposalId}/${action}`;
  return call(handler, { method: 'POST', resource, params: { proposalId }, household, body: {} });
}

async function amounts(household: HouseholdContext): Promise<Record<string, string>> {
  const { json } = await call(pantry, { resource: '/api/v2/pantry', household } satisfies Call);
  return Object.fromEntries(
    json.items.map((lot: { product: { name: string }; quantity: { value: string } }) => [
      lot.product.name,
      lot.quantity.value,
    ]),
  );
}

/** A household with what scrambled eggs take, asked until a proposal lies on the table. */
async function proposed() {
  const household = await database.newHousehold();
  await stock(household, 'Jajka', '10', 'szt');
  await stock(household, 'Masło', '200', 'g');
  await stock(household, 'Chleb', '500', 'g');
  const offer = await send(household, 'jajecznica ze szczypiorkiem');
  expect(offer.json.data.recipes[0].title).toBe('Jajecznica ze szczypiorkiem');
  const { sessionId } = offer.json;
  const cook = await send(household, 'gotuję pierwszą', { sessionId });
  expect(cook.json.proposals, cook.text).toHaveLength(1);
  return { household, sessionId, proposal: cook.json.proposals[0] };
}

describe('a session with the chef', () => {
  test('has the shape every client knows, and goes on by its session', async () => {
    const household = await database.newHousehold();
    const first = await send(household, 'co na obiad w 30 minut?');
    expect(first).toMatchObject({
      status: 200,
      json: {
        agent: 'chef',
        intent: { name: 'suggest' },
        degraded: true,
        usage: null,
        proposals: [],
      },
    });
    expect(first.json.citations).toHaveLength(3);
    const { sessionId } = first.json;
    const second = await send(household, 'druga', { sessionId });
    expect(second.json.sessionId).toBe(sessionId);
    expect(second.json.data.recipe.id).toBe(first.json.data.recipes[1].id);
    expect(second.json.data.state).toBeUndefined();
  });

  test('speaks the language asked for', async () => {
    const household = await database.newHousehold();
    const { json } = await send(household, 'what is for dinner?', { locale: 'en' });
    expect(json.text).toMatch(/^This is what I suggest/);
  });

  test('is nobody else’s', async () => {
    const [mine, yours] = [await database.newHousehold(), await database.newHousehold()];
    const { sessionId } = (await send(mine, 'co na obiad?')).json;
    expect(await send(yours, 'druga', { sessionId })).toMatchObject({ status: 404 });
    expect(await send(mine, 'druga', { sessionId: randomUUID() })).toMatchObject({ status: 404 });
  });

  test.each([{ message: '' }, { message: 'x'.repeat(2001) }, { message: 'x', agent: 'nobody' }])(
    '%j is refused',
    async (body) => {
      const household = await database.newHousehold();
      expect(await send(household, 'x', body)).toMatchObject({ status: 400 });
    },
  );

  test('an agent that is down is no answer made up', async () => {
    const household = await database.newHousehold();
    failing = true;
    expect((await send(household, 'co na obiad?')).status).toBe(503);
    failing = false;
    expect(
      await database.query('select 1 from chat_turns where household_id = $1', [
        household.householdId,
      ]),
    ).toEqual([]);
  });
});

describe('a proposal', () => {
  test('changes nothing until it is confirmed, then once, and is undone as one', async () => {
    const { household, proposal } = await proposed();
    expect(await amounts(household)).toMatchObject({ Jajka: '10', Masło: '200' });
    const confirmed = await act(household, proposal.id, 'confirm');
    expect(confirmed.status, confirmed.text).toBe(200);
    expect(confirmed.json.bookingIds.length).toBeGreaterThanOrEqual(2);
    expect(await amounts(household)).toMatchObject({ Jajka: '5', Masło: '185.75' });
    expect((await act(household, proposal.id, 'confirm')).json).toEqual(confirmed.json);
    expect(await amounts(household)).toMatchObject({ Jajka: '5' });
    const undo = await call(pantry, {
      method: 'POST',
      resource: '/api/v2/pantry/bookings/{bookingId}/undo',
      params: { bookingId: confirmed.json.bookingIds[0] },
      household,
    });
    expect(undo.status, undo.text).toBe(200);
    expect(await amounts(household)).toMatchObject({ Jajka: '10', Masło: '200', Chleb: '500' });
  });

  test('two who confirm at once cook once', async () => {
    const { household, proposal } = await proposed();
    const both = await Promise.all([
      act(household, proposal.id, 'confirm'),
      act(household, proposal.id, 'confirm'),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.json).toEqual(both[1]?.json);
    expect(await amounts(household)).toMatchObject({ Jajka: '5' });
  });

  test('that was rejected, has expired or is another household’s does nothing', async () => {
    const { household, proposal } = await proposed();
    const stranger = await database.newHousehold();
    expect(await act(stranger, proposal.id, 'confirm')).toMatchObject({ status: 404 });
    expect(await act(household, proposal.id, 'reject')).toMatchObject({ status: 204 });
    const rejected = await act(household, proposal.id, 'confirm');
    expect(rejected).toMatchObject({ status: 409, json: { code: 'proposal-rejected' } });
    await database.query(
      `update chat_proposals set status = 'open', expires_at = now() - interval '1 second' where id = $1`,
      [proposal.id],
    );
    const expired = await act(household, proposal.id, 'confirm');
    expect(expired).toMatchObject({ status: 409, json: { code: 'proposal-expired' } });
    expect(await amounts(household)).toMatchObject({ Jajka: '10' });
  });

  test('stays open for an hour, until the time in its reply', async () => {
    const { proposal } = await proposed();
    const [row] = await database.query<{ expires_at: Date; minutes: number }>(
      `select expires_at, extract(epoch from expires_at - created_at)::int / 60 as minutes
       from chat_proposals where id = $1`,
      [proposal.id],
    );
    expect(row?.minutes).toBe(60);
    expect(proposal.expiresAt).toBe(row?.expires_at.toISOString());
  });

  test('of a pantry that is empty by now is no meal', async () => {
    const { household, proposal } = await proposed();
    await database.query('update lots set quantity = 0 where household_id = $1', [
      household.householdId,
    ]);
    const answer = await act(household, proposal.id, 'confirm');
    expect(answer).toMatchObject({ status: 409, json: { code: 'nothing-in-stock' } });
    expect(
      await database.query('select 1 from cooked_recipes where household_id = $1', [
        household.householdId,
      ]),
    ).toEqual([]);
  });
});
