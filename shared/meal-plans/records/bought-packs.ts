import type { ClientBase } from 'pg';
import type { BoughtPack } from '#shared/meal-plans/problem/facts.ts';
import { baseUnitOf } from '#shared/quantities/base-unit.ts';
import { readLastPrices } from '#shared/recipes/rank/facts-store.ts';
import type { LastPrice } from '#shared/recipes/rank/price-of.ts';

/** How the household last bought each product, by its id. */
export async function boughtPacks(client: ClientBase): Promise<ReadonlyMap<string, BoughtPack>> {
  const lines = await readLastPrices(client);
  return new Map(
    lines.flatMap((line) => {
      const pack = packOfLine(line);
      return pack === undefined ? [] : [[line.product_key, pack] as const];
    }),
  );
}

/** Of what is weighed at the counter, 100 g. */
const LOOSE = 100;

function packOfLine(line: LastPrice): BoughtPack | undefined {
  const { net_minor, milli, unit, package_value, package_unit } = line;
  const each = (net_minor * 1000) / milli;
  if (unit === 'szt' && package_value !== null && package_unit !== null) {
    const [base, factor] = baseUnitOf(package_unit);
    const known = PACKED.find((one) => one === base);
    return known && { size: package_value * factor, unit: known, price: each };
  }
  const [base, factor] = baseUnitOf(unit);
  const known = PACKED.find((one) => one === base);
  if (known === undefined) return undefined;
  if (known === 'szt' || known === 'opak') return { size: 1, unit: known, price: each };
  return { size: LOOSE, unit: known, price: (each * LOOSE) / factor };
}

const PACKED = ['g', 'ml', 'szt', 'opak'] as const;
