import { beforeAll, expect, test, vi } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { testDatabase } from '#test/support/database.ts';
import { sayAs, writtenTalks } from '#test/support/written-talks.ts';
import { furnishHouse } from './houses.ts';

const database = testDatabase();
agentsBehindChat();

beforeAll(async () => {
  // Without its secret Redis is away.
  vi.stubEnv(ENV.redisSecret, 'no-such-secret');
  // The first plan reads the lexicon and all recipes, on a busy machine longer than a reply may take.
  await furnishHouse(database, await database.newHousehold(), 'planned');
});

test.each(writtenTalks('planner-talks.jsonl').map((talk) => [talk.id, talk] as const))(
  '%s goes as it was written',
  async (_, { house = 'stocked', turns }) => {
    const household = await database.newHousehold();
    await furnishHouse(database, household, house);
    let sessionId: string | undefined;
    for (const turn of turns) {
      const before = await written(household);
      const { reply, about } = await sayAs(household, turn, sessionId);
      sessionId = reply.sessionId;
      expect((await written(household)) !== before, about).toBe(turn.written ?? false);
    }
  },
);

/** Everything of the household that a talk may change, but the talk itself. */
async function written({ householdId }: HouseholdContext): Promise<string> {
  const tables = ['meal_plans', 'shopping_lists', 'shopping_ticks', 'lots', 'bookings'];
  const rows = await Promise.all(
    tables.map((table) =>
      database.query<{ rows: string }>(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as rows from ${table} t where household_id = $1`,
        [householdId],
      ),
    ),
  );
  return rows.map(([row]) => row?.rows).join(' ');
}
