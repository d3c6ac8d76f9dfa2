import { expect, test } from 'vitest';
import { enqueueMessage, secondsUntilRoom } from '#shared/chat-queue/enqueue-message.ts';
import { readPrefer } from '#shared/chat-queue/prefer.ts';
import type { Priority } from '#shared/chat-queue/request-schema.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

function enqueue(household: HouseholdContext, priority: Priority = 'interactive') {
  const message = { message: 'cześć' };
  return enqueueMessage(household, { message, locale: 'pl', priority, idempotencyKey: undefined });
}

/** Requests of a household, as if so many had been sent. */
function fill({ householdId, userId }: HouseholdContext, count: number, status: string) {
  return database.query(
    `insert into chat_requests
       (household_id, user_id, role, scopes, message, locale, priority, status, ended_at)
     select $1, $2, 'owner', '{}', '{}', 'pl', 'interactive', $4,
       case when $4 = 'done' then now() end
     from generate_series(1, $3)`,
    [householdId, userId, count, status],
  );
}

test('twenty of a household may wait, and others are not kept from waiting', async () => {
  const household = await database.newHousehold();
  await fill(household, 20, 'queued');
  await expect(enqueue(household)).rejects.toMatchObject({
    kind: 'too-many',
    code: 'too-many-waiting',
  });
  await expect(enqueue(await database.newHousehold())).resolves.toMatchObject({ status: 'queued' });
});

test('two hundred of all may wait; then it is told when there is room, by how fast they are answered', async () => {
  await database.query('delete from chat_requests');
  const full = await database.newHousehold();
  await fill(full, 204, 'queued');
  await fill(full, 30, 'done');
  await expect(enqueue(await database.newHousehold())).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'queue-full',
    retryAfter: 10,
  });
  const behind = enqueue(await database.newHousehold(), 'background');
  await expect(behind).resolves.toMatchObject({ priority: 'background' });
});

test.each([
  [1, 0, 60],
  [1, 60, 1],
  [100, 10, 300],
])('with %d too many and %d answered in a minute there is room in %d s', (tooMany, answered, s) => {
  expect(secondsUntilRoom(tooMany, answered)).toBe(s);
});

test.each([
  [undefined, null],
  ['return=minimal', null],
  ['respond-async', 'interactive'],
  ['return=minimal, Respond-Async', 'interactive'],
  ['respond-async; priority="background"', 'background'],
  ['priority=background, respond-async, wait=10', 'background'],
  ['priority=background', null],
])('“%s” asks for an answer later: %s', (header, priority) => {
  expect(readPrefer(header)?.priority ?? null).toBe(priority);
});
