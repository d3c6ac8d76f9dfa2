import { sizeOf } from './measures.ts';
import type { Amount, Need } from './recipe.ts';

/** Measures that are counted: how much one weighs depends on what it is. */
export function needOf({ value, upTo, measure }: Amount): Need | null {
  // Of a range the upper end: better some left than too little bought.
  const count = Number(upTo ?? value);
  const { g, ml } = sizeOf(measure);
  if (g !== undefined) return { value: rounded(count * g), unit: 'g' };
  if (ml !== undefined) return { value: rounded(count * ml), unit: 'ml' };
  if (measure === 'szt') return { value: rounded(count), unit: 'szt' };
  return measure === 'can' || measure === 'pack' ? { value: rounded(count), unit: 'opak' } : null;
}

function rounded(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
