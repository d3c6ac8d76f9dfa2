import type { Notice } from '#shared/notices/notice.ts';
import type { HeldRestrictions } from '#shared/restrictions/held-restrictions.ts';
import { isHarmful } from '#shared/restrictions/session-diners.ts';
import type { ReadMessage } from '#shared/statements/read-message.ts';
import type { TurnContext } from './chef-turn.ts';
import { forbiddenFoods } from './session-gate.ts';
import { judgeFood } from './verdict.ts';
import { verdictNotice } from './verdict-notice.ts';

const NOTHING_MORE = { recipe: null, shown: '' };

/** `Can I put prawns on top?`: of what makes somebody ill is not asked whether it is at hand. */
export function verdictsOnAsked(
  { unclear, scanner }: ReadMessage,
  held: HeldRestrictions,
  { snapshot, locale }: TurnContext,
): Notice[] {
  const harmful = held.all.filter(isHarmful);
  const who = { role: 'everybody', name: '', personId: null } as const;
  const conditions = { restrictions: harmful, onlyThese: false };
  return forbiddenFoods(unclear, snapshot.people, harmful, locale).map(({ food }) => {
    const question = { who, food: food.name, diet: null };
    const verdict = judgeFood(question, NOTHING_MORE, snapshot, conditions, locale);
    return verdictNotice(verdict, who, scanner.whole);
  });
}
