import type { Locale } from '#shared/context/locale.ts';
import { parseIntent } from '#shared/cooking-requests/parse-intent.ts';
import { fold } from '#shared/language/fold.ts';
import type { TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import type { ReadMessage } from '#shared/statements/read-message.ts';
import type { ChefState } from '../agents/chef-state.ts';
import type { AgentName } from '../contract/agent-name.ts';
import { asksOfPantry } from './asks-of-pantry.ts';
import { readTopic } from './topic.ts';

/** Who answers a message, and how sure that is. */
export interface RoutedTo {
  readonly agent: AgentName;
  /** What was understood. */
  readonly name: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly source: 'rules' | 'model' | 'user';
}

/** What the route of a message depends on besides its words. */
export interface RoutingContext {
  readonly locale: Locale;
  /** The agent that the person named. */
  readonly asked: AgentName | undefined;
  /** The agent of the turn before. */
  readonly lastAgent: AgentName | null;
  readonly chefState: ChefState | null;
  /** What was said of the pantry. */
  readonly pantryTalk: TalkSoFar | null;
  /** What the message says of people and foods. */
  readonly heard: ReadMessage;
}

/** Words that go on with what was said before, at the beginning of a short message. */
const GOES_ON = /^(?:a|i|ale|no to|to|moze|jednak|and|but|what about|how about|so|then|or|also)\b/;
const MOST_WORDS = 5;

/**
 * Who answers. An agent that was named does; what is certainly talk goes to the conversation; the chef
 * has what its own rules understand; what goes on with the talk stays where it was; the conversation has
 * the rest.
 */
export function route(message: string, context: RoutingContext): RoutedTo {
  const { asked, lastAgent } = context;
  if (asked !== undefined) return { agent: asked, name: 'asked', confidence: 1, source: 'user' };
  const topic = readTopic(message);
  if (topic !== null) return byRules('conversation', topic, 0.95);
  if (asksOfPantry(message, context)) return byRules('conversation', 'pantry', 0.9);
  const cooking = understoodByChef(message, context);
  if (cooking !== null) return byRules('chef', cooking, 0.9);
  if (lastAgent !== null && goesOn(message)) return byRules(lastAgent, 'follow-up', 0.5);
  return byRules('conversation', 'unknown', 0.3);
}

function byRules(agent: AgentName, name: string, confidence: number): RoutedTo {
  return { agent, name, confidence, source: 'rules' };
}

/** What of cooking a message asks for or says; null when it is nothing the chef knows. */
function understoodByChef(
  message: string,
  { locale, chefState, heard }: RoutingContext,
): string | null {
  if (heard.question !== null) return 'check';
  if ((chefState?.asked.length ?? 0) > 0) return 'answer';
  const { act } = parseIntent(message, locale, (chefState?.offered.length ?? 0) > 0, heard);
  if (act !== 'unknown') return act;
  const { forbidden, cancelled, unclear } = heard;
  return forbidden.length + cancelled.length + unclear.length > 0 ? 'restrict' : null;
}

function goesOn(message: string): boolean {
  const words = fold(message).trim();
  return GOES_ON.test(words) && words.split(/\s+/).length <= MOST_WORDS;
}
