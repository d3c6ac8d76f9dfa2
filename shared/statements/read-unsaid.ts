import type { Language } from '#shared/recipes/model/recipe.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { unique } from './foods-in.ts';
import type { MessageScanner } from './message-scanner.ts';
import type { NamedFood, WrittenFood } from './named-food.ts';
import { harmOf, pointedAt } from './read-harm.ts';
import { restricted } from './read-statements.ts';
import type { PeopleReader } from './read-who.ts';
import type { Restriction } from './statement.ts';

/** Foods that no statement names and no word shows to be at hand. */
export interface UnsaidFoods {
  /** To be asked about. */
  readonly open: readonly NamedFood[];
  readonly forbidden: readonly Restriction[];
}

/**
 * Foods of which nothing shows that they are at hand or wished for: no word of having, no request, and
 * no bare list. They are taken out and asked about, for a ban in words that no rule knows must never
 * be read as food to cook with. Where the words beside them can only mean a ban, they are forbidden.
 */
export function readUnsaid(
  scanner: MessageScanner,
  people: PeopleReader,
  language: Language,
): UnsaidFoods {
  const clauses = clausesOf(scanner, people, language);
  const isBad = clauses.some(({ says }) => says === 'bad');
  const open: WrittenFood[] = [];
  const forbidden: Restriction[] = [];
  clauses.forEach((clause, at) => {
    const harm = harmOf(clauses, at, scanner, language);
    if (harm !== null) {
      const foods = clause.foods.length > 0 ? clause.foods : pointedAt(clauses, at);
      if (harm.reason === null) open.push(...foods);
      else {
        const { from, to } = harm.clause;
        forbidden.push(...restricted(foods, people.near(from, to, to), harm.reason, language));
      }
    }
    if (clause.foods.length === 0 || (harm === null && isAtHand(clauses, at, isBad))) return;
    if (harm === null && clause.says !== 'nothing') open.push(...clause.foods);
    scanner.takeOut(clause.from, clause.to);
  });
  return { open: unique(open.map(({ food }) => food)), forbidden };
}

/** A list is at hand as the clause before it in the sentence is, else as one behind it, else by itself. */
function isAtHand(clauses: readonly Clause[], at: number, isBad: boolean): boolean {
  if (clauses[at]?.says !== 'list') return clauses[at]?.says === 'at-hand';
  for (let before = at; before > 0 && clauses[before]?.first === false; before -= 1) {
    const says = clauses[before - 1]?.says;
    if (says === 'at-hand') return true;
    if (says === 'doubt' || says === 'bad' || says === 'refused') return false;
  }
  let asks = clauses[at]?.asks ?? false;
  for (const { first, says, asks: asksToo } of clauses.slice(at + 1)) {
    if (first) break;
    asks = asksToo;
    if (says === 'at-hand') return true;
    if (says === 'bad' || says === 'refused') return false;
  }
  return !isBad && !asks;
}
