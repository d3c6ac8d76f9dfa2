import { fold } from '#shared/language/fold.ts';
import { cueTokens } from '#shared/pantry-requests/cue-table.ts';
import { hasCue } from './cues.ts';

/** What somebody wants of a plan of meals; what comes first here is meant where several are said. */
const PLAN_ACTS = [
  'why',
  'move',
  'redo',
  'remove',
  'cook',
  'unlock',
  'make',
  'swap',
  'lock',
  'show',
] as const;
export type PlanAct = (typeof PLAN_ACTS)[number];

const LIST_ACTS = [
  'list-cost',
  'list-make',
  'list-tick',
  'list-remove',
  'list-show',
  'list-add',
] as const;
export type ListAct = (typeof LIST_ACTS)[number];

/** What people say before they say what they want. */
const BEFORE =
  /^(?:please|pls|hey|hi|hello|ok|and|then|can you|could you|would you|will you|i (?:want|need|would like|d like)(?: you)? to|id like(?: you)? to|help me(?: to)?|lets|let us|now)[ ,]+/;
const PLAN_VERB = /^(?:plan|planning|re-?plan)\b(?! (?:for (?:today|tonight|tomorrow)\?|is|was))/;

/** `Plan` is a verb where an English sentence begins with it. */
function beginsWithPlan(message: string): boolean {
  return fold(message)
    .replace(/['’]/g, '')
    .split(/[.!;:]\s/)
    .some((sentence) => {
      let rest = sentence.trim();
      for (let before = BEFORE.exec(rest); before !== null; before = BEFORE.exec(rest))
        rest = rest.slice(before[0].length);
      return PLAN_VERB.test(rest);
    });
}

/** What a message asks of a plan; null where it says nothing of the kind. */
export function readAct(message: string): PlanAct | null {
  const read = cueTokens(message);
  const has = (name: Parameters<typeof hasCue>[0]) => hasCue(name, read);
  const keepsRest = has('keep') && has('rest');
  const isSaid: Record<PlanAct, () => boolean> = {
    why: () => has('why'),
    move: () => has('move'),
    redo: () => keepsRest || has('again'),
    remove: () => has('remove'),
    cook: () => has('cook'),
    unlock: () => has('unlock'),
    make: () => has('make') || beginsWithPlan(message),
    swap: () => has('swap'),
    lock: () => has('keep'),
    show: () => has('show'),
  };
  const act = PLAN_ACTS.find((one) => isSaid[one]());
  return act ?? (has('make-maybe') ? 'make' : null);
}

/** Whether it keeps some days and asks for the rest anew. */
export function keepsSome(message: string): boolean {
  const read = cueTokens(message);
  return hasCue('keep', read) && hasCue('rest', read);
}

/** Whether it speaks of all of a plan that there is: `cały plan bez ryb`. */
export function speaksOfWhole(message: string): boolean {
  return hasCue('whole-plan', cueTokens(message));
}

/** Whether it speaks of a plan by that name. */
export function namesPlan(message: string): boolean {
  return hasCue('plan', cueTokens(message));
}

const ASKS = /\b(?:co|czego|what|whats|anything)\b/;

/** Whether it speaks of a shopping list: what is bought, and no list of anything else. */
export function namesList(message: string): boolean {
  const read = cueTokens(message);
  const isOfList = hasCue('list', read) || (hasCue('buying', read) && ASKS.test(fold(message)));
  return isOfList && !hasCue('other-list', read);
}

/** What a message asks of a shopping list; null where it says nothing of the kind. */
export function readListAct(message: string): ListAct | null {
  const read = cueTokens(message);
  return LIST_ACTS.find((one) => hasCue(one, read)) ?? null;
}
