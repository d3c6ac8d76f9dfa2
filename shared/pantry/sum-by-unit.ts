import { add, exactly, toDecimal } from '#shared/quantities/rational.ts';
import type { StockUnit } from '#shared/quantities/stock-unit.ts';

interface Amount {
  readonly value: string;
  readonly unit: StockUnit;
}

/** Amounts added up, unit by unit. */
export function sumByUnit(amounts: readonly Amount[]): Amount[] {
  return [...Map.groupBy(amounts, ({ unit }) => unit)].map(([unit, same]) => {
    const sum = same.reduce((all, { value }) => add(all, exactly(value)), exactly('0'));
    return { value: toDecimal(sum), unit };
  });
}
