import * as z from 'zod/mini';
import { forbiddenFoods } from '#functions/agents/chef/session-gate.ts';
import { parseIntent } from '#shared/cooking-requests/parse-intent.ts';
import { fold } from '#shared/language/fold.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import { foodNamed } from '#shared/statements/named-food.ts';
import { readMessage } from '#shared/statements/read-message.ts';
import type { Restriction, Who } from '#shared/statements/statement.ts';

/** A message with what it says, as a person who has not seen the rules reads it. */
export const LabelledMessage = z.object({
  message: z.string(),
  lang: z.enum(['pl', 'en']),
  kind: z.string(),
  forbidden: z.array(z.object({ term: z.string(), code: z.nullable(z.string()), who: z.string() })),
  atHand: z.array(z.string()),
  question: z.nullable(z.object({ who: z.string(), food: z.string() })),
  unclear: z.array(z.string()),
});
export type LabelledMessage = z.infer<typeof LabelledMessage>;

export const COUNTS = [
  'forbiddenMissed',
  'forbiddenWrong',
  'forbiddenAtHand',
  'atHandMissed',
  'questionMissed',
  'questionWrong',
  'unclearMissed',
  'unclearWrong',
  'whoWrong',
] as const;
export type Count = (typeof COUNTS)[number];
/** The messages and foods of each kind of error. */
export type Scores = Readonly<Record<Count, readonly string[]>>;

/** What the rules make of labelled messages, against the labels. */
export function scoreStatements(rows: readonly LabelledMessage[]): Scores {
  const errors = rows.map(errorsOf);
  const all = (count: Count) =>
    errors.flatMap(({ message, found }) => found[count].map((one) => `${message} → ${one}`));
  return {
    forbiddenMissed: all('forbiddenMissed'),
    forbiddenWrong: all('forbiddenWrong'),
    forbiddenAtHand: all('forbiddenAtHand'),
    atHandMissed: all('atHandMissed'),
    questionMissed: all('questionMissed'),
    questionWrong: all('questionWrong'),
    unclearMissed: all('unclearMissed'),
    unclearWrong: all('unclearWrong'),
    whoWrong: all('whoWrong'),
  };
}

function errorsOf(row: LabelledMessage): { message: string; found: Record<Count, string[]> } {
  const { message, lang } = row;
  const heard = readMessage(message, lang);
  const { forbidden, question, unclear } = heard;
  const intent = parseIntent(message, lang, false, heard);
  const criteria = 'criteria' in intent ? intent.criteria : undefined;
  const named = criteria?.have ?? [];
  const unused = forbiddenFoods(named, [], forbidden, lang).map(({ food }) => food);
  const have = named.filter((food) => !unused.includes(food)).map(({ name }) => name);
  if (criteria?.dish != null) have.push(criteria.dish);
  const missed = row.forbidden.filter((label) => !forbidden.some((one) => means(one, label, lang)));
  const asked = question !== null && row.question !== null;
  return {
    message,
    found: {
      forbiddenMissed: missed.map(({ term }) => term),
      forbiddenWrong: forbidden
        .filter((one) => !row.forbidden.some((label) => means(one, label, lang)))
        .map(({ food }) => food.name),
      forbiddenAtHand: row.forbidden
        .filter(({ term }) => !row.atHand.includes(term))
        .filter(({ term }) => have.some((name) => isSameFood(name, term, lang)))
        .map(({ term }) => term),
      atHandMissed: row.atHand.filter((term) => !have.some((name) => isSameFood(name, term, lang))),
      questionMissed:
        row.question === null || (asked && isSameFood(question.food ?? '', row.question.food, lang))
          ? []
          : [row.question.food],
      questionWrong: question !== null && row.question === null ? [String(question.food)] : [],
      unclearMissed: row.unclear.filter((term) => !namedIn(unclear, term, lang)),
      unclearWrong: unclear
        .filter(({ name }) => !row.unclear.some((term) => isSameFood(name, term, lang)))
        .map(({ name }) => name),
      whoWrong: row.forbidden.flatMap((label) => {
        const one = forbidden.find((found) => means(found, label, lang));
        return one === undefined || isWho(one.who, label.who)
          ? []
          : [`${label.who}: ${one.who.role} ${one.who.name}`];
      }),
    },
  };
}

function namedIn(foods: readonly NamedFood[], term: string, lang: 'pl' | 'en'): boolean {
  return foods.some(({ name }) => isSameFood(name, term, lang));
}

function means(
  { food, codes, diet }: Restriction,
  { term, code }: LabelledMessage['forbidden'][number],
  lang: 'pl' | 'en',
): boolean {
  if (diet !== null) return term === diet;
  return codes.some((one) => one === code) || isSameFood(food.name, term, lang);
}

/** The same product, or names of which one has a word of the other, whatever its ending. */
function isSameFood(name: string, term: string, lang: 'pl' | 'en'): boolean {
  const product = foodNamed(name, lang)?.productId ?? null;
  if (product !== null && product === foodNamed(term, lang)?.productId) return true;
  const stems = (text: string) =>
    fold(text)
      .split(/[^a-z]+/)
      .filter((word) => word.length > 2)
      .map((word) => word.slice(0, word.length > 4 ? 4 : 3));
  const there = new Set(stems(name));
  return stems(term).some((stem) => there.has(stem));
}

function isWho({ role, name }: Who, label: string): boolean {
  if (label === '') return true;
  const wanted = label.replace(/^name:/, '');
  if (role !== 'named') return role === wanted;
  return fold(name).slice(0, 3) === fold(wanted).slice(0, 3);
}
