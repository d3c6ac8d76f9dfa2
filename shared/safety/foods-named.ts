import { familiesIn } from './families.ts';
import type { Family } from './family-row.ts';
import type { Entry, Substance } from './lexicon-row.ts';
import type { FoodReading } from './read-food.ts';

// Rows of the lexicon, families and substances in one set, told apart by their marks.
const familyMark = (id: string): string => `#${id}`;
export const substanceMark = (substance: Substance): string => `@${substance}`;

/**
 * What a text names, by name: enough to tell that a person's own word is not in it, without reading it.
 * Substances are those of its foods; what is said to be without them is not asked.
 */
export function foodsNamed({ named, tokens }: Pick<FoodReading, 'named' | 'tokens'>): string[] {
  const entries = named.map(({ match }) => match.entry);
  const substances = entries.flatMap(({ has, may }) => [...has, ...may]);
  return [
    ...new Set([
      ...entries.map(({ name }) => name),
      ...familiesIn(tokens).map(familyMark),
      ...substances.map(substanceMark),
    ]),
  ];
}

/**
 * Whether one of these families or rows may be found where such foods are named: by itself, by a
 * substance of the family, or as a row that shares a substance.
 * @param foods as `foodsNamed` has them, and a mark for each substance that was found
 */
export function mayName(
  foods: ReadonlySet<string>,
  {
    families,
    entries,
  }: { readonly families: readonly Family[]; readonly entries: readonly Entry[] },
): boolean {
  const has = (substance: Substance) => foods.has(substanceMark(substance));
  return (
    families.some(
      ({ id, is, of }) => foods.has(familyMark(id)) || is.some(has) || (of !== null && has(of)),
    ) || entries.some((entry) => foods.has(entry.name) || entry.has.some(has))
  );
}
