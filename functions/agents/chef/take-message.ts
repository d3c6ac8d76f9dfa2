import { type Criteria, type Intent, RECIPE_DETAILS } from '#shared/cooking-requests/criteria.ts';
import { mergedCriteria } from '#shared/cooking-requests/merged-criteria.ts';
import { cookingFoodIn } from '#shared/cooking-times/read-cooking-time.ts';
import { readFoodRisk } from '#shared/food-safety/read-food-risk.ts';
import type { Notice } from '#shared/notices/notice.ts';
import { type ChefState, NEW_SESSION } from '#shared/orchestration/agents/chef-state.ts';
import type { ProfilePayload } from '#shared/proposals/schemas/profile.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { type HeldRestrictions, heldAfter } from '#shared/restrictions/held-restrictions.ts';
import { isHarmful } from '#shared/restrictions/session-diners.ts';
import { foodNamed, type NamedFood } from '#shared/statements/named-food.ts';
import { type ReadMessage, readMessage } from '#shared/statements/read-message.ts';
import type { Restriction } from '#shared/statements/statement.ts';
import type { AskedFoods } from './asked-foods.ts';
import { answerAboutFoods } from './asked-foods.ts';
import { changeNotices, notUsed } from './change-notices.ts';
import type { ChefRequest } from './chef-request.ts';
import { type Turn, type TurnContext, textOnly } from './chef-turn.ts';
import type { HouseholdSnapshot } from './household-snapshot.ts';
import { offeredRecipe } from './offered-recipe.ts';
import { phrasesOf } from './phrases.ts';
import { profileProposals } from './profile-proposals.ts';
import { recipeOut } from './recipe-out.ts';
import { forbiddenFoods, withRestrictions } from './session-gate.ts';
import { stillInRecipe } from './still-in-recipe.ts';
import { takeTurn } from './turn.ts';
import { understood } from './understood.ts';
import { judgeFood } from './verdict.ts';
import { verdictNotice } from './verdict-notice.ts';
import { verdictsOnAsked } from './verdicts-on-asked.ts';

/** What offers nothing: of its foods nobody is asked whether they are at hand. */
const ASIDE: ReadonlySet<string> = new Set([
  'stand-in',
  'cooking-time',
  'durations',
  ...RECIPE_DETAILS,
]);
const POINTS = /\b(?:taki\w*|te|ten|ta|to|one|je|such|those|these|it|them|they|ones)\b/;

/** What one message came to, and for whom: the household with what was said of people so far. */
export interface TakenMessage {
  readonly act: Intent['act'] | 'restrict' | 'check' | 'clarify';
  readonly turn: Turn;
  readonly snapshot: HouseholdSnapshot;
  /** What was said of people of the household and their profiles do not have. */
  readonly profiles: readonly ProfilePayload[];
  /** What an answer to the chef's own question says of people: no one else can read it. */
  readonly found: readonly Restriction[];
}

type ChefMessage = Pick<ChefRequest, 'message' | 'locale' | 'state'> &
  Partial<Pick<ChefRequest, 'shown'>>;

/**
 * Takes a message: first what it says of foods that people do not eat, which holds for the session and
 * for everything that follows; then what it asks for.
 */
export function takeMessage(
  { message, shown = '', locale, state }: ChefMessage,
  household: HouseholdSnapshot,
): TakenMessage {
  const heard = readMessage(message, locale, household.people, state?.lastPerson ?? null);
  const answered = answerAboutFoods(state?.asked ?? [], heard);
  const intent = understood(message, locale, state, heard, answered);
  const held = heldNow(state, heard, answered, intent);
  const snapshot = withRestrictions(household, held.all, locale);
  const plainFood = cookingFoodIn(message) ?? state?.plainFood ?? null;
  const remembered =
    heard.lastPerson !== null || held.all.length > 0 || answered !== null || plainFood !== null;
  const context: TurnContext = {
    snapshot,
    locale,
    state:
      state === null && !remembered
        ? null
        : {
            ...(state ?? NEW_SESSION),
            wish: stillWished(state?.wish ?? NEW_SESSION.wish, answered, snapshot.people),
            restrictions: [...held.all],
            asked: [],
            standIn: false,
            cookingTime: false,
            plainFood,
            lastPerson: heard.lastPerson,
          },
  };
  const unknown = held.added.filter((one) => isUnknown(one, locale)).map(({ food }) => food);
  const profiles = profileProposals(held.added, household.people);
  const notes = changeNotices(held, unknown, profiles);
  const { act, turn } = actOn(intent, heard, held, { ...context, shown });
  const found = (answered?.forbidden ?? []).filter(({ reason }) => reason !== 'without');
  return { act, turn: { ...turn, notes: [...notes, ...turn.notes] }, snapshot, profiles, found };
}

function heldNow(
  state: ChefState | null,
  heard: ReadMessage,
  answered: AskedFoods | null,
  intent: Intent,
): HeldRestrictions {
  const aboutRecipe = intent.act === 'refine' && state?.picked != null;
  const forbidden = [...heard.forbidden, ...(answered?.forbidden ?? [])];
  // Somebody who has it after all wants it no longer left out of the meal; an allergy stays.
  const before = (state?.restrictions ?? []).filter(
    ({ reason, food }) =>
      reason !== 'without' || !answered?.have.some(({ name }) => name === food.name),
  );
  return heldAfter(before, { forbidden, cancelled: heard.cancelled }, aboutRecipe);
}

function actOn(
  intent: Intent,
  heard: ReadMessage,
  held: HeldRestrictions,
  { shown, ...context }: TurnContext & { readonly shown: string },
): Pick<TakenMessage, 'act' | 'turn'> {
  const { locale, snapshot } = context;
  const { question, scanner } = heard;
  if (question !== null) {
    const isOfShown = question.food === null && shown !== '';
    const offered = isOfShown || question.food !== null ? undefined : offeredRecipe(null, context);
    const recipe = offered ?? null;
    if (question.food === null && recipe === null && !isOfShown)
      return { act: 'check', turn: takeTurn({ act: 'show', which: null, people: null }, context) };
    // `For a sesame allergy` asks about nobody else.
    const own = heard.forbidden.filter(({ who }) => who.role === 'somebody');
    const isOwn = question.who.role === 'somebody' && own.length > 0;
    const conditions = { restrictions: isOwn ? own : held.all, onlyThese: isOwn };
    const verdict = judgeFood(question, { recipe, shown }, snapshot, conditions, locale);
    const risk = riskAsked(scanner.whole, context);
    const notes: Notice[] = [
      ...(risk === null ? [] : [{ about: 'food-risk' as const, id: risk }]),
      verdictNotice(verdict, question.who, scanner.whole),
    ];
    return { act: 'check', turn: { ...textOnly('', context), notes } };
  }
  if (ASIDE.has(intent.act)) return { act: intent.act, turn: takeTurn(intent, context) };
  const forbiddenAsked = verdictsOnAsked(heard, held, context);
  if (forbiddenAsked.length > 0)
    return { act: 'check', turn: { ...textOnly('', context), notes: forbiddenAsked } };
  const criteria = 'criteria' in intent ? intent.criteria : NEW_SESSION.wish;
  const refused = forbiddenFoods(criteria.have, snapshot.people, held.all, locale);
  const unused = refused.map(({ food }) => food);
  const before = held.all.filter((one) => !held.added.includes(one));
  const doubtful = unused.filter((food) => isOnlyLeftOut(food, before, held.all, locale));
  const asked = [...heard.unclear, ...doubtful];
  if (asked.length > 0) return { act: 'clarify', turn: ask(asked, criteria, context) };
  const { cancelled, forbidden } = heard;
  if (intent.act === 'unknown' && cancelled.length + forbidden.length > 0) return restrict(context);
  const used = { ...criteria, have: criteria.have.filter((food) => !unused.includes(food)) };
  const turn = takeTurn('criteria' in intent ? { ...intent, criteria: used } : intent, context);
  const shownBefore =
    intent.act === 'refine' && context.state?.picked != null && turn.recipes.length === 0
      ? (offeredRecipe(null, context) ?? null)
      : null;
  const notes: Notice[] = [
    ...(turn.recipes.length > 0 && before.length > 0
      ? [{ about: 'held' as const, restrictions: [...before] }]
      : []),
    ...(refused.length > 0 ? [notUsed(refused)] : []),
    ...stillInRecipe(turn.recipe ?? shownBefore, forbidden, locale),
  ];
  return { act: intent.act, turn: { ...turn, notes: [...notes, ...turn.notes] } };
}

/** `Takie z kiełkami są ok?`: what was talked of is named in an earlier message. */
function riskAsked(whole: string, { state }: TurnContext): string | null {
  const talkedOf = (state?.wish.have ?? []).map(({ name }) => name).join(' ');
  return readFoodRisk(whole) ?? (POINTS.test(whole) ? readFoodRisk(`${whole} ${talkedOf}`) : null);
}

/** Nothing but what somebody does not eat: what was offered before is looked through again. */
function restrict(context: TurnContext): Pick<TakenMessage, 'act' | 'turn'> {
  const { state, snapshot, locale } = context;
  if (state === null || state.offered.length === 0)
    return { act: 'restrict', turn: textOnly(phrasesOf(locale).whatNext, context) };
  const shown = state.picked === null ? undefined : offeredRecipe(null, context);
  const judgement = shown && snapshot.gate.judge(shown);
  const turn = takeTurn({ act: 'refine', criteria: NEW_SESSION.wish }, context);
  const notes =
    shown !== undefined && judgement?.effect === 'block'
      ? [recipeOut(shown.title, judgement.allergens)]
      : [];
  return { act: 'restrict', turn: { ...turn, notes: [...notes, ...turn.notes] } };
}

/** Without what somebody must not eat by now, and with what the answer says is there after all. */
function stillWished(
  wish: Criteria,
  answered: AskedFoods | null,
  people: HouseholdSnapshot['people'],
): Criteria {
  const gone = forbiddenFoods(wish.have, people, [], 'pl').map(({ food }) => food);
  const there = new Set(answered?.have.map(({ name }) => name));
  return {
    ...wish,
    have: wish.have.filter((food) => !gone.includes(food)),
    without: wish.without.filter(({ name }) => !there.has(name)),
  };
}

function ask(foods: readonly NamedFood[], criteria: Criteria, context: TurnContext): Turn {
  const state = context.state ?? NEW_SESSION;
  const have = criteria.have.filter((food) => !foods.includes(food));
  const wish = mergedCriteria(state.wish, { ...criteria, have });
  const next = { ...context, state: { ...state, wish, asked: [...foods] } };
  return { ...textOnly('', next), notes: [{ about: 'at-hand-or-not', foods: [...foods] }] };
}

/** Left out on request before and named as there now: one of the two no longer holds. */
function isOnlyLeftOut(
  food: NamedFood,
  before: readonly Restriction[],
  all: readonly Restriction[],
  locale: Language,
): boolean {
  const against = reasonsFor([food], all, locale);
  return (
    against.length > 0 && against.every((one) => one.reason === 'without' && before.includes(one))
  );
}

function reasonsFor(
  foods: readonly NamedFood[],
  restrictions: readonly Restriction[],
  locale: Language,
): Restriction[] {
  return restrictions.filter((one) => forbiddenFoods(foods, [], [one], locale).length > 0);
}

/** Looked for by its words alone, which has to be said of what makes somebody ill. */
function isUnknown(restriction: Restriction, locale: Language): boolean {
  const { codes, diet, food } = restriction;
  return (
    isHarmful(restriction) &&
    diet === null &&
    codes.length === 0 &&
    foodNamed(food.name, locale) === undefined
  );
}
