import type { SafetyReport } from './report.ts';

/** Why something is kept from a meal: who must not eat it, because of what, by which words. */
export interface Refusal {
  readonly person: string;
  /** Codes of allergens, a diet, or the person's own words. */
  readonly allergens: readonly string[];
  /** The words it was read from, as they are written. */
  readonly evidence: readonly string[];
}

/** One for each person who must not eat it; none when nobody is harmed. */
export function refusalsOf({ findings }: Pick<SafetyReport, 'findings'>): Refusal[] {
  const blocking = findings.filter(({ effect }) => effect === 'block');
  const byPerson = Map.groupBy(blocking, ({ person }) => person.id);
  return [...byPerson.values()].map((found) => ({
    person: found[0]?.person.name ?? '',
    allergens: [...new Set(found.map(({ code }) => code))],
    evidence: [...new Set(found.map(({ evidence }) => evidence.words))],
  }));
}
