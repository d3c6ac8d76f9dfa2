import { afterEach, expect, test, vi } from 'vitest';
import { handler as household } from '#functions/api/household/handler.ts';
import { handler as pantry } from '#functions/api/pantry/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';
import { dyingAt } from '#test/support/crash.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
afterEach(() => void vi.restoreAllMocks());

const KEY = { 'Idempotency-Key': 'once' };
const PANTRY = '/api/v2/pantry';

/** A lease outlives a crash by a minute; nobody waits for that here. */
const lapse = () =>
  database.query(
    `update idempotency_keys set claimed_until = now() - interval '1 second' where status is null`,
  );

async function withFlour() {
  const home = await database.newHousehold();
  const body = { product: { name: 'mąka' }, quantity: { value: '9', unit: 'kg' } };
  await call(pantry, { method: 'POST', resource: PANTRY, household: home, body });
  return home;
}

const REQUESTS = [
  {
    name: 'eating a kilogram',
    begin: withFlour,
    send: (home: HouseholdContext) =>
      call(pantry, {
        method: 'POST',
        resource: `${PANTRY}/consume`,
        household: home,
        headers: KEY,
        body: { product: { name: 'mąka' }, quantity: { value: '1', unit: 'kg' } },
      }),
    effect: 'select sum(quantity)::text as effect from lots where household_id = $1',
    done: '8',
  },
  {
    name: 'a new lot',
    begin: () => database.newHousehold(),
    send: (home: HouseholdContext) =>
      call(pantry, {
        method: 'POST',
        resource: PANTRY,
        household: home,
        headers: KEY,
        body: { product: { name: 'ryż' }, quantity: { value: '1', unit: 'kg' } },
      }),
    effect: 'select count(*)::text as effect from lots where household_id = $1',
    done: '1',
  },
  {
    name: 'a new person',
    begin: () => database.newHousehold(),
    send: (home: HouseholdContext) =>
      call(household, {
        method: 'POST',
        resource: '/api/v2/household/people',
        household: home,
        headers: KEY,
        body: { name: 'Ola' },
      }),
    effect: 'select count(*)::text as effect from people where household_id = $1',
    done: '1',
  },
];

test.each(REQUESTS)(
  '$name: killed before or after any statement and sent again, it is done once',
  async ({ begin, send, effect, done }) => {
    const effectOf = async ({ householdId }: HouseholdContext) =>
      (await database.query<{ effect: string }>(effect, [householdId]))[0]?.effect;
    const untouched = await begin();
    const nowhere = { statement: Number.POSITIVE_INFINITY, when: 'before' } as const;
    const all = await dyingAt(nowhere, () => send(untouched));
    expect(await effectOf(untouched)).toBe(done);
    expect(all).toBeGreaterThan(5);

    let replayed = 0;
    for (let statement = 1; statement <= all; statement += 1) {
      for (const when of ['before', 'after'] as const) {
        const home = await begin();
        const died = await send500(() => dyingAt({ statement, when }, () => send(home)));
        expect(died, `${when} ${statement}`).toBeLessThanOrEqual(all);
        await lapse();
        const again = await send(home);
        expect(again.status, `${when} ${statement}: ${JSON.stringify(again.json)}`).toBeLessThan(
          300,
        );
        expect(await effectOf(home), `${when} ${statement}`).toBe(done);
        if (again.headers['idempotency-replayed'] === 'true') replayed += 1;
        // Once more, as clients do that got no answer to the second either.
        expect((await send(home)).json).toEqual(again.json);
        expect(await effectOf(home), `${when} ${statement}, third`).toBe(done);
      }
    }
    // Only what died after its last commit had done it.
    expect(replayed).toBeGreaterThanOrEqual(1);
  },
);

/** The log of a process that dies is of no interest. */
async function send500<T>(work: () => Promise<T>): Promise<T> {
  const silent = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  try {
    return await work();
  } finally {
    silent.mockRestore();
  }
}
