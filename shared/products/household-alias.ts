import { distance, ocrSkeleton } from '#shared/language/ocr-skeleton.ts';
import type { ItemKind } from './item-kind.ts';
import { normaliseName } from './normalise.ts';
import { packageSize } from './package-facts.ts';

/** What a household taught about a printed name; it beats everything shipped. */
export interface HouseholdAlias {
  /** The spelling it was taught for; compared folded. */
  readonly alias: string;
  /** A shipped product's id, one of the household's own, or nothing taught. */
  readonly productId: string | null;
  readonly category?: string | null;
  readonly kind?: ItemKind | null;
  /** What one piece holds. */
  readonly pack?: { readonly value: number; readonly unit: string } | null;
  /** The size that was printed when the pack was taught; it holds for this one alone. */
  readonly printedSize?: string;
}

/** What a correction says about a printed name; what it does not say stays as it was taught before. */
export interface Lesson {
  readonly product?: {
    readonly key: string | null;
    readonly name: string;
    readonly category?: string | null;
  };
  readonly kind?: HouseholdAlias['kind'];
  readonly pack?: HouseholdAlias['pack'];
}

/** A household's own product has no key of ours; its name stands in its id behind this mark. */
const OWN = 'own:';

/** The id of a household's own product. */
export function ownProductId(name: string | null): string | null {
  return name === null ? null : `${OWN}${name}`;
}

/** The name of a household's own product, nothing for one of the shipped. */
export function ownName(productId: string | null): string | null {
  return productId?.startsWith(OWN) ? productId.slice(OWN.length) : null;
}

/** The printed size as lessons keep it: `4x125 g`; empty when the name prints none. */
export function printedSize(name: string): string {
  const size = packageSize(name);
  return size === null ? '' : `${size.count}x${size.amount} ${size.unit}`;
}

interface Lessons {
  readonly bySpelling: ReadonlyMap<string, HouseholdAlias>;
  readonly folded: readonly { readonly alias: HouseholdAlias; readonly spelling: string }[];
}

/** A receipt asks about each of its lines, and a household may have taught thousands of names. */
const prepared = new WeakMap<readonly HouseholdAlias[], Lessons>();

function lessonsOf(aliases: readonly HouseholdAlias[]): Lessons {
  const known = prepared.get(aliases);
  if (known !== undefined) return known;
  const named = aliases.map((alias) => [normaliseName(alias.alias), alias] as const);
  const lessons = {
    bySpelling: new Map([...named].reverse()),
    folded: named.map(([spelling, alias]) => ({ alias, spelling: ocrSkeleton(spelling) })),
  };
  prepared.set(aliases, lessons);
  return lessons;
}

/**
 * The lesson for this name: for its very spelling, else for one that OCR may have made of it. One
 * misread letter is allowed from eight letters on, two from sixteen; two lessons equally near are
 * no lesson.
 */
export function findTaught(
  name: string,
  aliases: readonly HouseholdAlias[],
): HouseholdAlias | undefined {
  if (aliases.length === 0) return undefined;
  const wanted = normaliseName(name);
  if (wanted === '') return undefined;
  const lessons = lessonsOf(aliases);
  const same = lessons.bySpelling.get(wanted);
  if (same !== undefined) return same;
  const folded = ocrSkeleton(wanted);
  const limit = folded.length >= 16 ? 2 : folded.length >= 8 ? 1 : 0;
  const near = lessons.folded
    .map(({ alias, spelling }) => ({ alias, edits: distance(folded, spelling, limit) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits);
  const [first, second] = near;
  const twofold = second !== undefined && first?.edits === second.edits;
  return twofold && first?.alias.productId !== second.alias.productId ? undefined : first?.alias;
}
