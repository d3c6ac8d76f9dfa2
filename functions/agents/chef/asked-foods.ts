import { codesOfFood } from '#shared/statements/codes-of-food.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import type { ReadMessage } from '#shared/statements/read-message.ts';
import type { Restriction } from '#shared/statements/statement.ts';

const ILL = /(?<![a-z])(?:alergi|uczul|allerg|nietoler|intoleran)/;
const NOT_THERE =
  /(?<![a-z'])(?:nie (?:mam|mamy|ma|zostal)|(?:do|have|has)(?:n'?t| not)(?: have| got)?|none left|skonczyl)/;
const LEAVE_OUT =
  /(?<![a-z'])(?:pomi\w+|omi[jn]\w+|bez|wyklucz\w*|zakaz\w*|zabron\w*|odpada\w*|wywal\w*|skip|leave|left out|without|out|forbidden|not allowed|avoid|nie|no|nope|none)(?![a-z'])/;
const HAVE =
  /(?<![a-z'])(?:mam|mamy|sa|jest|w domu|w lodowce|uzyj\w*|mozna|moga byc|moze byc|have|i've|we've|got|at home|at hand|in the fridge|use|yes we do|i do)(?![a-z'])/;
const NOT_LEFT_OUT = /(?<![a-z'])(?:nie (?:pomi\w+|omi\w+)|don'?t (?:skip|leave))/;

/** What came of foods that the chef asked about. */
export interface AskedFoods {
  readonly have: readonly NamedFood[];
  readonly outOfStock: readonly NamedFood[];
  readonly forbidden: readonly Restriction[];
}

/**
 * The answer to `jajka: masz w domu, czy pominąć?`, when the message names no food itself; null when
 * it answers something else. A bare `nie` leaves them out, which harms nobody; a bare `tak` says
 * nothing, for the question has two sides.
 */
export function answerAboutFoods(
  asked: readonly NamedFood[],
  { forbidden, outOfStock, unclear, question, scanner: { whole } }: ReadMessage,
): AskedFoods | null {
  const named = forbidden.length + outOfStock.length + unclear.length > 0 || question !== null;
  if (asked.length === 0 || named) return null;
  if (ILL.test(whole)) return leaveOut(asked, 'allergy');
  if (NOT_THERE.test(whole)) return { have: [], outOfStock: asked, forbidden: [] };
  const has = HAVE.test(whole);
  if (
    has &&
    (NOT_LEFT_OUT.test(whole) || !/(?<![a-z'])(?:pomi\w+|skip|leave|bez|without)/.test(whole))
  )
    return { have: asked, outOfStock: [], forbidden: [] };
  return LEAVE_OUT.test(whole) ? leaveOut(asked, 'without') : null;
}

function leaveOut(asked: readonly NamedFood[], reason: 'allergy' | 'without'): AskedFoods {
  const role = reason === 'allergy' ? 'somebody' : 'everybody';
  const forbidden = asked.map((food): Restriction => {
    const who = { role, name: '', personId: null } as const;
    return { who, reason, food, codes: codesOfFood(food.name, reason), diet: null };
  });
  return { have: [], outOfStock: [], forbidden };
}
