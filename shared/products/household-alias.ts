import { distance, ocrSkeleton } from '#shared/language/ocr-skeleton.ts';
import type { ItemKind } from './item-kind.ts';
import { normaliseName } from './normalise.ts';
import { packageSize } from './package-facts.ts';

/** What a household corrected about a printed name; it beats everything shipped. */
export interface HouseholdAlias {
  /** The spelling it was learned for; compared folded. */
  readonly alias: string;
  /** A shipped product's id, one of the household's own, or nothing learned. */
  readonly productId: string | null;
  readonly category?: string | null;
  readonly kind?: ItemKind | null;
  /** What one piece holds. */
  readonly pack?: { readonly value: number; readonly unit: string } | null;
  /** The size that was printed when the pack was learned; it holds for this one alone. */
  readonly printedSize?: string;
}

/** What a correction says about a printed name; what it does not say stays as it was learned before. */
export interface AliasCorrection {
  readonly product?: {
    readonly key: string | null;
    readonly name: string;
    readonly category?: string | null;
  };
  readonly kind?: HouseholdAlias['kind'];
  readonly pack?: HouseholdAlias['pack'];
}

/** A household's own product has no key of ours; its name stands in its id behind this mark. */
const OWN_PREFIX = 'own:';

/** The id of a household's own product. */
export function ownProductId(name: string | null): string | null {
  return name === null ? null : `${OWN_PREFIX}${name}`;
}

/** The name of a household's own product, nothing for one of the shipped. */
export function ownName(productId: string | null): string | null {
  return productId?.startsWith(OWN_PREFIX) ? productId.slice(OWN_PREFIX.length) : null;
}

/** The printed size as aliases keep it: `4x125 g`; empty when the name prints none. */
export function printedSize(name: string): string {
  const size = packageSize(name);
  return size === null ? '' : `${size.count}x${size.amount} ${size.unit}`;
}

interface PreparedAliases {
  readonly bySpelling: ReadonlyMap<string, HouseholdAlias>;
  readonly folded: readonly { readonly alias: HouseholdAlias; readonly spelling: string }[];
}

/** A receipt asks about each of its lines, and a household may have corrected thousands of names. */
const prepared = new WeakMap<readonly HouseholdAlias[], PreparedAliases>();

function prepareAliases(aliases: readonly HouseholdAlias[]): PreparedAliases {
  const known = prepared.get(aliases);
  if (known !== undefined) return known;
  const named = aliases.map((alias) => [normaliseName(alias.alias), alias] as const);
  const result = {
    bySpelling: new Map([...named].reverse()),
    folded: named
      .filter(([spelling]) => isLatin(spelling))
      .map(([spelling, alias]) => ({ alias, spelling: ocrSkeleton(spelling) })),
  };
  prepared.set(aliases, result);
  return result;
}

/** Only of these letters it is known which OCR takes for which. */
function isLatin(spelling: string): boolean {
  return /^[A-Z0-9 ]+$/.test(spelling);
}

/**
 * The alias for this name: for its very spelling, else for one that OCR may have made of it. One
 * misread letter is allowed from eight letters on, two from sixteen; two aliases equally near are
 * no alias.
 */
export function findAlias(
  name: string,
  aliases: readonly HouseholdAlias[],
): HouseholdAlias | undefined {
  if (aliases.length === 0) return undefined;
  const wanted = normaliseName(name);
  if (wanted === '') return undefined;
  const known = prepareAliases(aliases);
  const same = known.bySpelling.get(wanted);
  if (same !== undefined || !isLatin(wanted)) return same;
  const folded = ocrSkeleton(wanted);
  const limit = folded.length >= 16 ? 2 : folded.length >= 8 ? 1 : 0;
  const near = known.folded
    .map(({ alias, spelling }) => ({ alias, edits: distance(folded, spelling, limit) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits);
  const [first, second] = near;
  const tied = second !== undefined && first?.edits === second.edits;
  return tied && first?.alias.productId !== second.alias.productId ? undefined : first?.alias;
}
