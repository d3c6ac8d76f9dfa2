import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { limitStream } from '#shared/limits/stream-limit.ts';
import { testDatabase } from '#test/support/database.ts';
import { addMember } from '#test/support/members.ts';

const database = testDatabase();

async function* endless(): AsyncGenerator<number> {
  for (let event = 0; ; event += 1) yield event;
}

async function open(household: HouseholdContext, seconds = 60) {
  const stream = await limitStream(household, seconds, endless());
  await stream.next();
  return stream;
}

const another = (household: HouseholdContext) => addMember(database, household, 'member');

const TOO_MANY = { kind: 'too-many', code: 'too-many-streams', retryAfter: 10 };

test('a person has three streams, and another one when one of them has ended', async () => {
  const household = await database.newHousehold();
  const streams = [await open(household), await open(household), await open(household)];
  await expect(open(household)).rejects.toMatchObject(TOO_MANY);
  await streams[1]?.return(undefined);
  await open(household);
  await expect(open(household)).rejects.toMatchObject(TOO_MANY);
});

test('a household has six, whoever opens them, and takes none of another’s', async () => {
  const household = await database.newHousehold();
  const people = [household, await another(household), await another(household)];
  for (const person of people) for (let stream = 0; stream < 2; stream += 1) await open(person);
  for (const person of people) await expect(open(person)).rejects.toMatchObject(TOO_MANY);
  await open(await database.newHousehold());
});

test('of many that are opened at once no more than three are', async () => {
  const household = await database.newHousehold();
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => open(household)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});

test('one whose function died counts for no longer than it could have lasted', async () => {
  const household = await database.newHousehold();
  for (let stream = 0; stream < 3; stream += 1) await open(household, -1);
  await open(household);
});

test('a source that fails gives its place back too', async () => {
  const household = await database.newHousehold();
  async function* failing(): AsyncGenerator<number> {
    yield 1;
    throw new Error('The database is away');
  }
  const stream = await limitStream(household, 60, failing());
  await stream.next();
  await expect(stream.next()).rejects.toThrow('away');
  for (let other = 0; other < 3; other += 1) await open(household);
});
