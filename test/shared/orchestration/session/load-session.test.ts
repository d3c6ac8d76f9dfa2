import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { loadSession } from '#shared/orchestration/session/load-session.ts';
import { NEW_MEMORY } from '#shared/orchestration/session/session-memory.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

/** A session of so many turns of the conversation, behind one of the chef. */
async function session({ householdId }: HouseholdContext, turns: number, age = '0 days') {
  const sessionId = randomUUID();
  await database.query(
    // Ids of one millisecond have no order of their own.
    `insert into chat_turns
       (id, household_id, session_id, agent, message, reply, state, memory, created_at)
     select ('01890000-' || lpad(to_hex(n), 4, '0') || '-7000-8000-' || right($2::text, 12))::uuid,
       $1, $2::uuid, case when n = 0 then 'chef' else 'conversation' end, 'x',
       '{"intent": {"name": "greeting"}}', jsonb_build_object('turn', n), $4, now() - $5::interval
     from generate_series(0, $3) n order by n`,
    [householdId, sessionId, turns, JSON.stringify({ ...NEW_MEMORY, locale: 'en' }), age],
  );
  return sessionId;
}

async function sessionsOf({ householdId }: HouseholdContext): Promise<string[]> {
  const rows = await database.query(
    'select distinct session_id from chat_turns where household_id = $1',
    [householdId],
  );
  return rows.map(({ session_id }) => String(session_id));
}

test('a session goes on with what each agent wrote last, and with what was said last', async () => {
  const household = await database.newHousehold();
  const { turns, states, memory } = await loadSession(household, await session(household, 30));
  expect(turns).toHaveLength(10);
  expect(states.get('chef')).toEqual({ turn: 0 });
  expect(states.get('conversation')).toEqual({ turn: 30 });
  expect(memory.locale).toBe('en');
});

test('of a thousand turns a hundred are looked at: an offer of long ago is forgotten', async () => {
  const household = await database.newHousehold();
  const { states, memory } = await loadSession(household, await session(household, 1000));
  expect(states.get('conversation')).toEqual({ turn: 1000 });
  expect(states.has('chef')).toBe(false);
  // What people do not eat is of the session, not of an agent.
  expect(memory.locale).toBe('en');
});

test('a new session forgets those that nobody went on with for a year', async () => {
  const household = await database.newHousehold();
  await session(household, 2, '366 days');
  const young = await session(household, 2, '364 days');
  const wentOn = await session(household, 2, '366 days');
  await database.query(
    `insert into chat_turns (household_id, session_id, agent, message, reply)
     values ($1, $2, 'chef', 'x', '{}')`,
    [household.householdId, wentOn],
  );
  await loadSession(household, undefined);
  expect((await sessionsOf(household)).sort()).toEqual([young, wentOn].sort());
});
