import type pg from 'pg';
import type { Need } from '#shared/pantry/deduction.ts';
import { exactly } from '#shared/quantities/rational.ts';
import { withBenchDatabase } from './bench-database.ts';

const [FEW, MANY] = [125, 500];
/** Needs are looked for among lots, so work may grow with the square of both, and with little more. */
const MAX_RATIO = 2 * (MANY / FEW) ** 2;
const ROUNDS = 3;

/** Cooking that takes from many lots, against cooking that takes from few, in the same run. */
export async function benchDeduct(): Promise<{ name: string; ok: boolean; summary: string }> {
  return await withBenchDatabase(async (owner) => {
    const [few, many] = [await milliseconds(owner, FEW), await milliseconds(owner, MANY)];
    const ratio = many / few;
    const summary =
      `${MANY} needs on ${MANY} lots take ${many.toFixed(0)} ms, ` +
      `${ratio.toFixed(1)} times as long as ${FEW} on ${FEW} (at most ${MAX_RATIO})`;
    return { name: 'deducting', ok: ratio <= MAX_RATIO, summary };
  });
}

/** The best of several rounds, each in a household of its own. */
async function milliseconds(owner: pg.Client, count: number): Promise<number> {
  const { withHousehold } = await import('#shared/database/with-household.ts');
  const { deduct } = await import('#shared/pantry/deduct.ts');
  const { FOR_COOKING } = await import('#shared/pantry/fefo.ts');
  const needs = Array.from({ length: count }, (_, at): Need => {
    return { product: { name: `wynalazek ${at}` }, amount: { value: exactly('1'), unit: 'g' } };
  });
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const household = await stocked(owner, `${count} ${round}`, count);
    const started = performance.now();
    await withHousehold(household, (client) => deduct(client, needs, FOR_COOKING, 'Naleśniki'));
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

async function stocked(owner: pg.Client, subject: string, count: number) {
  const { rows } = await owner.query<{ household_id: string }>(
    `select * from identify('bench', $1)`,
    [subject],
  );
  const householdId = rows[0]?.household_id ?? '';
  await owner.query(
    `insert into lots (household_id, product_name, quantity, unit, location)
     select $1, 'Wynalazek numer ' || n, 1, 'kg', 'pantry' from generate_series(1, $2::int) n`,
    [householdId, count],
  );
  return { householdId };
}
