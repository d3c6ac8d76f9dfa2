import { codesOfFood } from '#shared/statements/codes-of-food.ts';
import type { Restriction, Statements } from '#shared/statements/statement.ts';
import { keyOf } from './session-diners.ts';

/** What the session keeps of what people do not eat, and what this message changed in it. */
export interface HeldRestrictions {
  readonly all: readonly Restriction[];
  readonly added: readonly Restriction[];
  readonly lifted: readonly Restriction[];
}

/**
 * What holds from this message on. `Without onions` is said of one meal and ends with it; everything
 * that may be an allergy holds for the session.
 * @param aboutRecipe whether the message changes a recipe that is shown: then `bez mleka` is of that
 */
export function heldAfter(
  before: readonly Restriction[],
  { forbidden, cancelled }: Pick<Statements, 'forbidden' | 'cancelled'>,
  aboutRecipe: boolean,
): HeldRestrictions {
  const lifted = before.filter((one) => cancelled.some((said) => isLifted(one, said)));
  const kept = before.filter((one) => !lifted.includes(one));
  const added: Restriction[] = [];
  for (const one of forbidden) {
    if (one.reason === 'without' && (aboutRecipe || one.codes.length === 0)) continue;
    if (![...kept, ...added].some((known) => isSame(known, one))) added.push(one);
  }
  return { all: [...kept, ...added], added, lifted };
}

/** `Ola nie jest uczulona na mleko` lifts what was said of Ola and milk; of nobody named, of anybody. */
function isLifted(
  { who, food, codes, reason }: Restriction,
  said: Statements['cancelled'][number],
): boolean {
  const anybody = said.who.role === 'somebody' || who.role === 'somebody';
  if (keyOf(who) !== keyOf(said.who) && !(anybody && said.food !== null)) return false;
  if (said.food === null) return ['allergy', 'intolerance', 'celiac'].includes(reason);
  if (food.name === said.food.name) return true;
  return codesOfFood(said.food.name, 'allergy').some((code) => codes.some((one) => one === code));
}

function isSame(a: Restriction, b: Restriction): boolean {
  if (keyOf(a.who) !== keyOf(b.who) || a.diet !== b.diet) return false;
  if (a.codes.length === 0) return a.food.name === b.food.name && b.codes.length === 0;
  return b.codes.length > 0 && b.codes.every((code) => a.codes.includes(code));
}
