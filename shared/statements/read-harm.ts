import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Clause } from './clauses.ts';
import { codesOfFood } from './codes-of-food.ts';
import { NO_EFFECT, PLAINLY_BAD, UNSURE } from './harm-words.ts';
import type { MessageScanner } from './message-scanner.ts';
import type { WrittenFood } from './named-food.ts';
import type { Reason } from './statement.ts';

/** `na nie`, `ich`, `it`, `them`: foods named before. */
const POINTS_BACK: Readonly<Record<Language, RegExp>> = {
  pl: /(?<![a-z'])(?:na (?:nie|nia|niego|to)|po (?:nich|nim|niej|tym)|od (?:nich|niego|niej|tego)|ich|go|je|tego|tych|^ ?to)(?![a-z'])/,
  en: /(?<![a-z'])(?:it|they|them|those|these|that|any)(?![a-z'])/,
};
const OUT_OF_STOCK =
  /(?<![a-z'])(?:nie (?:mam\w*|ma|zostal\w*|kupil\w*)|brak\w*|skoncz\w+|(?:do|did|does)(?:n'?t| not) (?:have|own|get|buy)|(?:have|has)(?:n'?t| not)|ran out|none left|not in)(?![a-z'])/;
const EATS =
  /(?<![a-z'])(?:uzyw\w+|uzyc|dawaj\w*|dac|podawa\w+|use|give|serve|add|je|jem|jemy|jedza|jada\w*|jesc|lubi\w*|tknie|ruszy|moze|moga|moge|mozemy|wolno|toleruj\w+|eats?|have|touch|like|stand|tolerate|can't|cannot|cant)(?![a-z'])/;

const ALLERGIC = /(?<![a-z'])(?:alerg|uczul|nietoler|nadwrazl|allerg|intoler|anaphyl)/;
/** A refusal that leaves out what is refused: `ale mąż nie może`, `but Tom can't`. */
const LEAVES_OUT =
  /(?<![a-z'])(?:nie (?:moze|moga|je|jedza|jada\w*|lubi\w*|chce|chca|tkni\w+|ruszy|wolno|toleruj\w+|trawi\w*|znosi)|nie dla [a-z]+(?: [a-z]+)?|maja? zakaz|odmawia\w*|can'?t|cannot|won'?t|doesn'?t|don'?t|(?:is|are)(?:n'?t| not) allowed|not for (?:my |our |the )?[a-z]+|refuses?)[ .!,]{0,3}$/;

export interface Harm {
  /** Null where nobody is sure of it. */
  readonly reason: Extract<Reason, 'intolerance' | 'refusal' | 'dislike'> | null;
  /** The clause that says so, and of whom. */
  readonly clause: Clause;
}

/**
 * What the words about a clause's foods can only mean: `po nich wysypka`, `fuj`, `lekarz zabronił`; or
 * about foods of an earlier clause that it points at. Null where they may mean something else.
 */
export function harmOf(
  clauses: readonly Clause[],
  at: number,
  scanner: MessageScanner,
  language: Language,
): Harm | null {
  const clause = clauses[at];
  if (clause === undefined) return null;
  const textOf = ({ from, to }: Clause) => scanner.whole.slice(from, to);
  if (clause.foods.length === 0) {
    const text = textOf(clause);
    if (pointedAt(clauses, at).length === 0 || OUT_OF_STOCK.test(text)) return null;
    const isNegated = clause.says === 'refused' || clause.says === 'doubt';
    const refuses = clause.says === 'bad' || (isNegated && EATS.test(text));
    return POINTS_BACK[language].test(text) && refuses
      ? harmIn(clause, clause, scanner, 'refusal')
      : harmLeftOut(clause, text, scanner);
  }
  const refuses = /^ ?ani /.test(textOf(clause)) && !OUT_OF_STOCK.test(scanner.whole);
  if (clause.says === 'doubt' && (refuses || clause.ofNegated))
    return harmIn(clause, clause, scanner, 'refusal');
  if (clause.says === 'bad') {
    const harm = harmIn(clause, clause, scanner, null);
    if (harm !== null) return harm;
  } else if (clause.says !== 'list' && clause.says !== 'doubt') return null;
  const beside = besideTopic(clauses, at);
  return beside === undefined ? null : harmIn(beside, clause, scanner, null);
}

/** Said of the foods before, without a word that points at them: `mam orzechy, ale syn uczulony`. */
function harmLeftOut(clause: Clause, text: string, scanner: MessageScanner): Harm | null {
  if (clause.isOfRead) return null;
  if (ALLERGIC.test(text)) return harmIn(clause, clause, scanner, null);
  const isOfSomebody = clause.ofOthers || /(?<![a-z])(?:dla|for) /.test(text);
  if (isOfSomebody && LEAVES_OUT.test(text)) return harmIn(clause, clause, scanner, 'refusal');
  // `Mam rosół, ale boli mnie brzuch`: of the soup or not, it does not say.
  const isIll =
    clause.contrasts && clause.says === 'bad' && PLAINLY_BAD.some(([, one]) => one.test(text));
  return isIll ? { reason: null, clause } : null;
}

/** `Siarczyny? [U mnie kończy się to astmą]`, `[teściowa kicha], winowajca: gorczyca`. */
function besideTopic(clauses: readonly Clause[], at: number): Clause | undefined {
  const after = clauses[at + 1];
  let first = at - 1;
  // `Winowajca:` says nothing by itself.
  while (clauses[first]?.foods.length === 0 && clauses[first]?.says !== 'bad') first -= 1;
  const before = clauses[first];
  const isBare = (one: Clause | undefined) => one?.says === 'bad' && one.foods.length === 0;
  const isListed = before !== undefined && before.foods.length > 0;
  if (isBare(after) && !isListed && (after?.first === false || clauses[at]?.asks)) return after;
  return isBare(before) && clauses[at]?.first === false ? before : undefined;
}

function harmIn(
  clause: Clause,
  of: Clause,
  { whole }: MessageScanner,
  otherwise: 'refusal' | null,
): Harm | null {
  // `Na nie` is no negation.
  const text = whole.slice(clause.from, clause.to).replace(/(?<![a-z])na nie /g, 'na to ');
  const sentence = whole.slice(Math.min(clause.from, of.from), Math.max(clause.to, of.to));
  const found = PLAINLY_BAD.find(([, pattern]) => pattern.test(text))?.[0] ?? otherwise;
  if (found === null) return null;
  const isSure = !UNSURE.test(sentence) && !NO_EFFECT.test(text) && !clause.asks;
  return { reason: isSure ? found : null, clause };
}

/** The foods named last before a clause; of several those that have an allergen, if any do. */
export function pointedAt(clauses: readonly Clause[], at: number): readonly WrittenFood[] {
  let last = at - 1;
  while (last >= 0 && clauses[last]?.foods.length === 0) last -= 1;
  let first = last;
  while (first > 0 && clauses[first]?.first === false && clauses[first]?.says === 'list')
    first -= 1;
  const foods = clauses.slice(Math.max(0, first), last + 1).flatMap((one) => one.foods);
  const allergens = foods.filter(({ food }) => codesOfFood(food.name, 'allergy').length > 0);
  return allergens.length > 0 ? allergens : foods;
}
