import { expect, test } from 'vitest';
import { handler } from '#functions/api/pantry/handler.ts';
import { writeCursor } from '#shared/paging/page.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { PANTRY } from '#test/support/pantry.ts';

const database = testDatabase();

test('pages of any size have each lot once, what spoils first first and what never does last', async () => {
  const household = await database.newHousehold();
  const list = (query: Readonly<Record<string, string>>) =>
    call(handler, { resource: PANTRY, household, query });
  for (const [name, days] of [
    ['sól', null],
    ['ser', 3],
    ['mleko', 3],
    ['ryż', 900],
    ['cukier', null],
    ['jaja', 3],
  ] as const) {
    await database.query(
      `insert into lots (household_id, product_name, quantity, unit, location, expires_on, expires_kind,
         expires_source) values ($1, $2, 1, 'szt', 'pantry', current_date + $3::int,
         case when $3::int is null then null else 'best-before' end, 'rule')`,
      [household.householdId, name, days],
    );
  }
  const namesOf = (json: { items: { product: { name: string } }[] }) =>
    json.items.map(({ product }) => product.name);
  const all = ['ser', 'mleko', 'jaja', 'ryż', 'sól', 'cukier'];
  for (const limit of ['1', '2', '3', '4', '5', '6']) {
    const names: string[] = [];
    let { json } = await list({ limit });
    for (;;) {
      names.push(...namesOf(json));
      if (json.next === null) break;
      ({ json } = await list({ limit, cursor: json.next }));
    }
    expect(names, `pages of ${limit}`).toEqual(all);
  }
  const cursor = writeCursor({ on: 'tomorrow', id: household.householdId });
  expect(await list({ cursor })).toMatchObject({ status: 400 });
});
