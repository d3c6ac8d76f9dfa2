import { ALLERGENS, type Allergen } from '#shared/households/person.ts';
import { checkRecipe, type Diner } from '#shared/safety/check.ts';

/** One labelled text of the tables in `test/data/safety`; what the labels mean stands in its README. */
export interface GateCase {
  readonly text: string;
  readonly as: string;
  readonly lang: string;
  readonly contains: readonly string[];
  readonly maybe: readonly string[];
  readonly kind: string;
}

/** A text with the worst level per allergen, and `*` where a word is unknown. */
export interface ReadCase extends GateCase {
  readonly levels: ReadonlyMap<string, string>;
}

/** Somebody allergic to each allergen, so that one reading answers for all. */
export const EVERY_ALLERGY: readonly Diner[] = ALLERGENS.map((code) => ({
  id: code,
  name: code,
  diet: null,
  allergies: [{ code, severity: 'allergy' }],
  dislikes: [],
}));

export function readCases(cases: readonly GateCase[]): ReadCase[] {
  return cases.map((row) => ({ ...row, levels: levelsOf(row) }));
}

/** Allergens that a text brings and the gate says nothing about, not even that a word is unknown. */
export function silentAbout(cases: readonly ReadCase[]): string[] {
  return cases.flatMap(({ text, contains, levels }) =>
    codes(contains)
      .filter((code) => !levels.has(code) && !levels.has('*'))
      .map((code) => `${code}: ${text}`),
  );
}

/** Texts said to contain for certain what neither label allows. */
export function falselyBlocked(cases: readonly ReadCase[]): string[] {
  return texts(cases, (level) => level === 'contains');
}

/** Texts said to contain, for certain or perhaps, what no careful cook would warn of. */
export function needlesslyWarned(cases: readonly ReadCase[]): string[] {
  return texts(cases, (level) => level === 'contains' || level === 'may-contain');
}

function texts(cases: readonly ReadCase[], isSuch: (level: string | undefined) => boolean) {
  return cases
    .filter(({ contains, maybe, levels }) =>
      ALLERGENS.some((code) => isSuch(levels.get(code)) && ![...contains, ...maybe].includes(code)),
    )
    .map(({ text }) => text);
}

function levelsOf({ text, as, lang }: GateCase): ReadonlyMap<string, string> {
  const name = { [lang]: text };
  const report =
    as === 'ingredient'
      ? checkRecipe([name], [], EVERY_ALLERGY)
      : checkRecipe([], [name], EVERY_ALLERGY);
  const levels = new Map<string, string>();
  for (const { code, level } of report.findings) {
    if (levels.get(code) !== 'contains') levels.set(code, level);
  }
  return levels;
}

function codes(names: readonly string[]): Allergen[] {
  return ALLERGENS.filter((code) => names.includes(code));
}
