import type { Message } from '#shared/errors/user-error.ts';
import type { Allergen, Severity } from '#shared/households/person.ts';
import type { ExemptReason } from './exempt.ts';

/** From bad to good. There is no word for "safe": that cannot be guaranteed. */
export const VERDICTS = ['contains', 'may-contain', 'unknown', 'none-found'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What follows from it. `rank`: worth less when meals are chosen. */
const EFFECTS = ['block', 'warn', 'rank', 'none'] as const;
export type Effect = (typeof EFFECTS)[number];

/** Why somebody is told: which words, where, stand for what they avoid. */
export interface SafetyFinding {
  readonly person: { readonly id: string; readonly name: string };
  /** An allergen's code (`milk`), the person's own words, a diet (`vegan`), or `*` for unknown food. */
  readonly code: string;
  readonly about: 'allergen' | 'term' | 'diet' | 'unknown-food';
  readonly severity: Severity | 'diet';
  readonly level: Exclude<Verdict, 'none-found'>;
  readonly effect: Effect;
  readonly evidence: Evidence;
}

/** Said to whoever is allergic to its source, and no finding: Annex II does not count it. */
export interface ExemptNote {
  readonly person: SafetyFinding['person'];
  readonly code: Allergen;
  readonly reason: ExemptReason;
  /** The same for people to read. */
  readonly text: Message;
  readonly evidence: Evidence;
}

export interface Evidence {
  /** The words as they stand there. */
  readonly words: string;
  /** The ingredient or the text they stand in, whole. */
  readonly text: string;
  /** Offsets into `text`. */
  readonly start: number;
  readonly end: number;
  /** Place in the list of ingredients; null for prose. */
  readonly ingredient: number | null;
}

export interface SafetyReport {
  /** The worst over all people; dislikes do not count. */
  readonly verdict: Verdict;
  readonly effect: Effect;
  readonly findings: readonly SafetyFinding[];
  readonly exempt: readonly ExemptNote[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly verdict: Verdict;
    readonly effect: Effect;
  }[];
}

export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'none-found';
}

export function strongestEffect(effects: readonly Effect[]): Effect {
  return EFFECTS.find((effect) => effects.includes(effect)) ?? 'none';
}

/** One line of `safety.allergens`. */
export interface AllergenLine {
  readonly code: string;
  readonly person: string;
  readonly evidence: string;
  readonly level: Verdict;
}

/** One line of `safety.exempt`; `why` is for people to read. */
export interface ExemptLine {
  readonly code: Allergen;
  readonly person: string;
  readonly evidence: string;
  readonly why: Message;
}

/** One line per person and allergen, diet or term: the least reassuring. */
export function allergenLines(findings: readonly SafetyFinding[]): AllergenLine[] {
  const lines = new Map<string, AllergenLine>();
  for (const { code, person, evidence, level } of findings) {
    const key = `${person.id} ${code}`;
    const known = lines.get(key);
    if (known !== undefined && VERDICTS.indexOf(known.level) <= VERDICTS.indexOf(level)) continue;
    lines.set(key, { code, person: person.name, evidence: evidence.words, level });
  }
  return [...lines.values()];
}

/** One line per person, allergen and reason. */
export function exemptLines(notes: readonly ExemptNote[]): ExemptLine[] {
  const byLine = Map.groupBy(notes, ({ person, code, reason }) => `${person.id} ${code} ${reason}`);
  return [...byLine.values()].flatMap(([note]) => {
    if (note === undefined) return [];
    const { code, person, evidence, text } = note;
    return [{ code, person: person.name, evidence: evidence.words, why: text }];
  });
}
