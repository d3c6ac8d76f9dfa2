import type { Locale } from '#shared/context/locale.ts';
import { namesDays, ofPlans, saysWishes } from '#shared/plan-requests/goes-on.ts';
import { namesPlan, readAct, readListAct } from '#shared/plan-requests/read-act.ts';
import type { Route } from '#shared/router/route-message.ts';
import { countWords, goesOn } from './goes-on.ts';
import type { RoutingContext } from './route.ts';

/** In so few words a wish for a plan that is proposed looks like anything: `a może wegańsko`. */
const MOST_WORDS = 5;
/** Up to here the router only guesses. */
const UNSURE = 0.6;

/**
 * Of plans and shopping lists by its words, whatever foods it names: `zamień środę na coś bez mięsa`,
 * `dopisz mleko do listy`; or right behind them: what was asked for, another wish, another thing to buy.
 * @param isAnother whether it is surely of somebody else by the router
 */
export function isOfPlans(
  message: string,
  { label, confidence }: Route,
  { lastAgent, plannerTalk, heard, locale }: RoutingContext,
  isAnother: boolean,
): boolean {
  const plans = ofPlans(message);
  const isBehind = lastAgent === 'meal-planner';
  // `No mushrooms please, the kids hate them` behind a plan that is proposed is a wish for it.
  const isDislike = heard.forbidden.every(
    ({ reason }) => reason === 'without' || reason === 'dislike',
  );
  const isWished = isDislike && !message.includes('?');
  if (isBehind && plannerTalk?.proposes === true && isWished && heard.forbidden.length > 0)
    return true;
  // `Nie chcę placków, daj coś innego`: of the meal, though it also says what somebody does not eat.
  if (heard.forbidden.some(({ reason }) => reason !== 'without') || heard.cancelled.length > 0)
    return isBehind && plans !== null && readAct(message) === 'swap';
  if (plans === 'certain') return true;
  const isDated = namesDays(message, locale);
  if (plans === 'likely') {
    if (isBehind) return true;
    const isOfPlan = label === 'meal-planner' && !wantsIdea(message, locale);
    return isOfPlan || (isDated && confidence < UNSURE);
  }
  if (!isBehind) return false;
  if (plans === 'goes-on' && !isAnother) return true;
  if (plannerTalk == null) return false;
  if (plannerTalk.ofList && readListAct(message) !== null) return true;
  if (!plannerTalk.asks && !plannerTalk.proposes) return false;
  const isWish = saysWishes(message, locale);
  const isFirm = goesOn(message) || (countWords(message) <= MOST_WORDS && !message.includes('?'));
  // A day alone may be that of the weather.
  return (isWish && isFirm) || ((isWish || isDated) && !isAnother);
}

/** `What is for dinner?` wants an idea, unless a day or a plan is named. */
export function wantsIdea(message: string, language: Locale): boolean {
  return readAct(message) === 'show' && !namesDays(message, language) && !namesPlan(message);
}
