import type { Locale } from '#shared/context/locale.ts';
import { readFoodRisk } from '#shared/food-safety/read-food-risk.ts';
import { readOrdinal } from '#shared/language/ordinal.ts';
import type { TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import { asksWhatDishNeeds, ofPlans } from '#shared/plan-requests/goes-on.ts';
import { ofReceipts } from '#shared/receipt-requests/goes-on.ts';
import type { RouteLabel } from '#shared/router/labels.ts';
import { type Route, routeMessage } from '#shared/router/route-message.ts';
import { goesOnWithSearch, startsSearch } from '#shared/search-requests/search-words.ts';
import type { ReadMessage } from '#shared/statements/read-message.ts';
import type { ChefState } from '../agents/chef-state.ts';
import type { AgentName } from '../contract/agent-name.ts';
import { countWords, goesOn, namesOnlyDays } from './goes-on.ts';
import { isOfPlans, wantsIdea } from './of-plans.ts';
import { readTopic } from './topic.ts';
import { type PantryReading, understoodByChef, understoodByPantry } from './understood.ts';

/** Who answers a message, and how sure that is. */
export interface RoutedTo {
  readonly agent: AgentName;
  /** What it is about; null where that is the agent's to find out. */
  readonly topic: RouteLabel | null;
  /** What was understood. */
  readonly name: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly source: 'rules' | 'model' | 'user';
}

/** What was said of a plan or a shopping list, as far as the next message may go on with it. */
export interface PlannerTalk {
  /** Something was asked back. */
  readonly asks: boolean;
  /** A plan was proposed. */
  readonly proposes: boolean;
  readonly ofList: boolean;
}

/** What the route of a message depends on besides its words. */
export interface RoutingContext {
  readonly locale: Locale;
  /** The agent that the person named. */
  readonly asked: AgentName | undefined;
  /** The agent of the turn before, and what that was about. */
  readonly lastAgent: AgentName | null;
  readonly lastTopic: RouteLabel | null;
  readonly chefState: ChefState | null;
  /** What was said of the pantry. */
  readonly pantryTalk: TalkSoFar | null;
  /** How far the talk of a plan or a shopping list is. */
  readonly plannerTalk?: PlannerTalk | null;
  /** What the message says of people and foods. */
  readonly heard: ReadMessage;
}

/** From here on the router overrules what a message goes on with, */
const SURE = 0.9;
/** and up to here the parsers of chef and pantry overrule the router: they often see a request in what is none. */
const UNSURE = 0.6;
/** In so few words the router finds hardly anything to go by: `druga`. */
const FEW_WORDS = 2;
const MOST_WORDS_OF_PLACE = 3;

/**
 * Who answers. An agent that was named does; what is certain by rule is not asked of the router; what
 * goes on with the talk stays where it was, unless the router is sure of something else; the rest goes
 * where the router says, or where it is not sure, to the one whose parser understands it.
 * @param sort the trained router
 */
export async function route(
  message: string,
  context: RoutingContext,
  sort: (text: string, options: { language: Locale }) => Promise<Route> = routeMessage,
): Promise<RoutedTo> {
  const { asked, heard, locale } = context;
  if (asked !== undefined)
    return { agent: asked, topic: null, name: 'asked', confidence: 1, source: 'user' };
  const topic = readTopic(message);
  if (topic !== null) return to('conversation', 0.95, topic);
  // Whether somebody may eat something is never left to chance.
  // Where a food is named the chef says both: what it does to anybody, and to whom it is forbidden.
  const isRisky = readFoodRisk(message) !== null;
  if (heard.question !== null && (heard.question.food !== null || !isRisky))
    return to('chef', 0.9, 'check');
  const guess = await sort(message, { language: locale });
  // `Musiałam wyrzucić szynkę, śmierdziała` tells what was done and asks nothing.
  const isTold = guess.label === 'pantry' && guess.confidence >= SURE && !message.includes('?');
  if (isRisky && !isTold) return to('conversation', 0.95, 'food-safety');
  if (heard.question !== null) return to('chef', 0.9, 'check');
  // Reads the message up, so once.
  const cooking = understoodByChef(message, context);
  const asking = { message, guess, cooking, ofPantry: understoodByPantry(message, context) };
  return goingOn(asking, context) ?? sorted(asking);
}

/** A message with what the router and the parsers make of it. */
interface Asking {
  readonly message: string;
  readonly guess: Route;
  readonly cooking: string | null;
  readonly ofPantry: PantryReading | null;
}

/** What goes on with the talk, or says what people do not eat; null for what stands by itself. */
function goingOn(
  { message, guess, cooking, ofPantry }: Asking,
  context: RoutingContext,
): RoutedTo | null {
  const { locale, chefState, heard } = context;
  const another = (label: RouteLabel): boolean => {
    const sure = guess.confidence >= SURE && countWords(message) > FEW_WORDS;
    return sure && guess.label !== label;
  };
  if (cooking === 'cooking-time' || isOfShownRecipe(cooking, context))
    return to('chef', 0.9, cooking ?? undefined);
  const receipts = ofReceipts(message);
  if (ofPantry === 'counts' && context.lastAgent !== 'ocr') return to('pantry', 0.9);
  const ofTalk = context.lastAgent === 'ocr' && receipts !== null;
  // `How much was that altogether?` names nothing that the pantry could look up.
  const isOfNoOther = !another('ocr') || (guess.label === 'pantry' && ofPantry === null);
  if (receipts === 'certain' || (ofTalk && (receipts === 'goes-on' || isOfNoOther)))
    return to('ocr', 0.9);
  if (ofPantry === 'corrects') return to('pantry', 0.9);
  // The router takes some days of the week for a plan.
  if (ofPantry === 'asks-spoils' && ofPlans(message) !== 'certain') return to('pantry', 0.9);
  if (ofPantry === 'asks-stock' && !another('pantry')) return to('pantry', 0.9);
  const isOfPantry = guess.label === 'pantry';
  const isSurely = isOfPantry && guess.confidence >= SURE;
  if (ofPantry === 'asks-money' && (isSurely || (isOfPantry && ofPlans(message) === null)))
    return to('pantry', 0.9);
  // `Zjadłem jogurt` behind a plan is no meal of it; what is bought behind a list is ticked.
  const isOfList = context.plannerTalk?.ofList === true || ofPlans(message) === 'certain';
  if (ofPantry === 'books' && isSurely && !isOfList) return to('pantry', 0.9);
  if (isOfPlans(message, guess, context, another('meal-planner'))) return to('meal-planner', 0.9);
  const isIdea = wantsIdea(message, locale) || asksWhatDishNeeds(message);
  if (guess.label === 'meal-planner' && cooking === 'suggest' && isIdea)
    return to('chef', 0.9, cooking);
  if (isOfSearch(message, guess, context) && !another('search')) return to('search', 0.9);
  if (context.lastAgent === 'search' && goesOnWithSearch(message)) return to('search', 0.9);
  // `A ile mam mąki?`: a food that is asked after is none to cook with.
  if (ofPantry?.startsWith('asks') && isOfPantry) return to('pantry', 0.9);
  if ((chefState?.asked.length ?? 0) > 0 && !another('chef')) return to('chef', 0.9, 'answer');
  if (ofPantry === 'books' && isOfPantry) return to('pantry', 0.9);
  // In so few words the router takes what goes on with anything for talk.
  const isTalk = guess.label === 'conversation' || guess.label === 'none';
  if (ofPantry === 'goes-on' && (isTalk || !another('pantry'))) return to('pantry', 0.9);
  const isOfOffer = (chefState?.offered.length ?? 0) > 0 && cooking !== null;
  if (isOfOffer && cooking !== 'suggest' && !another('chef')) return to('chef', 0.9, cooking);
  const { forbidden, cancelled, unclear } = heard;
  const isBooked =
    (isSurely && ofPantry !== null) ||
    (ofPantry === 'books' && forbidden.length + cancelled.length === 0);
  if (forbidden.length + cancelled.length + unclear.length > 0 && !another('chef') && !isBooked)
    return to('chef', 0.9, cooking ?? 'restrict');
  if (answersWhere(message, guess, context)) return to('weather', 0.5, 'follow-up');
  const last = lastTopicOf(context);
  if (last === null || !goesOn(message)) return null;
  const goes = namesOnlyDays(message, locale) || !another(last);
  return goes ? to(last, 0.5, last === 'chef' ? 'follow-up' : last) : null;
}

/** `How many does it feed?` behind recipes is of those, whatever the router makes of so few words. */
function isOfShownRecipe(
  cooking: string | null,
  { chefState, lastAgent }: RoutingContext,
): boolean {
  const wasShown = (chefState?.offered.length ?? 0) > 0 && lastAgent !== 'conversation';
  return wasShown && ['servings', 'nutrition', 'keeping', 'duration'].includes(cooking ?? '');
}

/**
 * Something is looked for, whatever foods it names: `znajdź szarlotkę babci`, or behind a search `a zielona
 * herbata?`. What people must not eat is not.
 */
function isOfSearch(
  message: string,
  { label }: Route,
  { lastAgent, heard }: RoutingContext,
): boolean {
  const isOfPeople = heard.forbidden.some(({ reason }) => reason !== 'without');
  if (isOfPeople || heard.cancelled.length > 0) return false;
  return (
    (lastAgent === 'search' && goesOn(message)) || (label === 'search' && startsSearch(message))
  );
}

/** The agent of the weather asked for the place: a name alone is its answer, and nothing the router knows. */
function answersWhere(
  message: string,
  { label, confidence }: Route,
  { lastAgent }: RoutingContext,
) {
  if (lastAgent !== 'weather' || countWords(message) > MOST_WORDS_OF_PLACE) return false;
  return confidence < SURE || ['weather', 'conversation', 'none'].includes(label);
}

/** What was talked about: talk and what nobody does are nothing to go on with. */
function lastTopicOf({ lastAgent, lastTopic }: RoutingContext): RouteLabel | null {
  const topic = lastAgent === 'conversation' ? lastTopic : lastAgent;
  return topic === 'conversation' || topic === 'none' ? null : topic;
}

/** Where the router says; where it is not sure enough, the one whose parser understands the message. */
function sorted({
  message,
  guess: { label, confidence, ranked },
  cooking,
  ofPantry,
}: Asking): RoutedTo {
  const understands: Partial<Record<RouteLabel, boolean>> = {
    chef: cooking !== null,
    pantry: ofPantry !== null,
  };
  // What is booked or asked of food that is known is hardly ever anything else.
  const needed = ofPantry !== null || needsToBeSure(label, understands) ? SURE : UNSURE;
  // The chef's parser takes every food that is named for one to cook with.
  const both = ofPantry !== null && label !== 'chef' ? 'pantry' : undefined;
  const parsed = both ?? ranked.find((one) => understands[one.label])?.label;
  // `Druga` of what, nobody has said.
  if (confidence < SURE && isBareOrdinal(message)) return to('none', confidence);
  const topic = confidence < needed && parsed !== undefined ? parsed : label;
  return to(topic, confidence, topic === 'chef' ? (cooking ?? 'chef') : undefined);
}

function isBareOrdinal(message: string): boolean {
  return countWords(message) <= FEW_WORDS && readOrdinal(message) !== null;
}

/** To send somebody to an agent whose own parser understands nothing takes more than a guess. */
function needsToBeSure(
  label: RouteLabel,
  understands: Partial<Record<RouteLabel, boolean>>,
): boolean {
  return (label === 'chef' || label === 'pantry') && understands[label] !== true;
}

/** To the agent of a label; the conversation has the pantry, and what nobody does. */
function to(topic: RouteLabel, confidence: number, name?: string): RoutedTo {
  const agent = topic === 'pantry' || topic === 'none' ? 'conversation' : topic;
  const understood = name ?? (topic === 'none' ? 'unknown' : topic);
  return { agent, topic, name: understood, confidence, source: 'rules' };
}
