import { ALLERGENS, type Allergen } from '#shared/households/person.ts';
import { readFood } from '#shared/safety/read-food.ts';
import { foldWord } from '#shared/safety/tokens.ts';
import type { Reason } from './statement.ts';

/** Somebody who falls ill of one food of an allergen may of the others. */
const OF_ILLNESS: ReadonlySet<Reason> = new Set(['allergy', 'intolerance', 'celiac']);

/**
 * The allergens a food stands for when somebody does not eat it: `orzechy` are all nuts, `parmezan`
 * is milk to who is ill of it and a cheese of its own to who does not like it.
 */
export function codesOfFood(name: string, reason: Reason): Allergen[] {
  const { findings, named } = readFood(name, { whole: true });
  // `sól` is salt, although `soli` might be of a sole.
  const exact = named.some(({ match }) => foldWord(match.entry.name) === foldWord(name));
  const meant = findings.filter(({ level, entry }) => {
    if (level !== 'contains' || (exact && foldWord(entry.name) !== foldWord(name))) return false;
    if (entry.kind === 'general' || entry.kind === 'part') return true;
    return OF_ILLNESS.has(reason) && entry.kind !== 'implied';
  });
  return ALLERGENS.filter((code) => meant.some(({ substance }) => substance === code));
}
