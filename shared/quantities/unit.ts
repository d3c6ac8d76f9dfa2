import { fold } from '#shared/language/fold.ts';
import rows from './data/units.json' with { type: 'json' };
import { exactly, type Rational } from './rational.ts';

/** What can be converted without knowing the food: weight to weight, volume to volume. */
export type UnitKind = 'mass' | 'volume' | 'count';

export interface Unit {
  /** `g`, `tbsp`, `clove` …: what is stored. The API's six are among them. */
  readonly key: string;
  readonly kind: UnitKind;
  /** In grams or millilitres; 1 for what is counted. */
  readonly size: Rational;
  /** Of a counted measure: what it usually holds, where a food has no weight of its own for it. */
  readonly aboutMl?: Rational;
}

const UNITS = new Map<string, Unit>();
const BY_NAME = new Map<string, Unit>();
for (const { key, kind, size, names, aboutMl } of rows) {
  const about = aboutMl === undefined ? {} : { aboutMl: exactly(aboutMl) };
  const unit = { key, kind: kindOf(kind), size: exactly(size), ...about };
  UNITS.set(key, unit);
  for (const name of names) BY_NAME.set(name, unit);
}

/** Every unit there is, by key. Sizes and their sources: data/README.md. */
export const units: ReadonlyMap<string, Unit> = UNITS;

/** The unit a word means, in either language, any case and number: `łyżkami`, `Tbsp.`, `szkl.`. */
export function unitOfWord(word: string): Unit | undefined {
  return isDoughnut(word) ? undefined : BY_NAME.get(fold(word).replace(/\.$/, ''));
}

/** `pączki`, which without their mark would be packages. */
export function isDoughnut(word: string): boolean {
  return /^pącz(?:k|ek)/i.test(word);
}

function kindOf(kind: string): UnitKind {
  if (kind === 'mass' || kind === 'volume' || kind === 'count') return kind;
  throw new Error(`${kind} is no kind of unit`);
}
