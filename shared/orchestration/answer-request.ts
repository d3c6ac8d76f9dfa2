import { tracedStep } from '#shared/telemetry/trace.ts';
import { AGENTS } from './agents/agent-table.ts';
import { AnswerDraft } from './answer-draft.ts';
import { answerOrSayWhy } from './answer-or-say-why.ts';
import { askAgent, type InvokeAgent } from './ask-agent.ts';
import type { AgentName } from './contract/agent-name.ts';
import type { GatedEvent } from './gate/gated-answer.ts';
import type { Heard } from './hear.ts';
import type { AlsoKeep, TurnPlace } from './remember.ts';
import { type RoutedTo, route as routeByRouter } from './routing/route.ts';
import type { Session } from './session/load-session.ts';
import {
  chefStateOf,
  lastAgentOf,
  lastTopicOf,
  pantryTalkOf,
  plannerTalkOf,
  withFoundRecipes,
} from './session/session-agents.ts';

/** What answering needs of the world. */
export interface AnswerDeps {
  readonly invoke: InvokeAgent;
  readonly route?: typeof routeByRouter;
  readonly alsoKeep?: AlsoKeep;
}

export type RequestEvent = { readonly type: 'routed'; readonly to: RoutedTo } | GatedEvent;

/** What an agent answered to one request. */
export interface AnsweredRequest {
  readonly agent: AgentName;
  readonly draft: AnswerDraft;
}

/**
 * One request of a message: it is routed, the agent asked, and its answer gated.
 * @param isLater whether another request of the message was answered already
 */
export async function* answerRequest(
  place: TurnPlace,
  asked: AgentName | undefined,
  before: Session,
  heard: Heard,
  { invoke, route = routeByRouter }: AnswerDeps,
  isLater: boolean,
): AsyncGenerator<RequestEvent, AnsweredRequest> {
  const session = withFoundRecipes(before);
  const routed = await tracedStep('route', () =>
    route(place.message, {
      locale: place.locale,
      asked,
      lastAgent: lastAgentOf(session),
      lastTopic: lastTopicOf(session),
      chefState: chefStateOf(session),
      pantryTalk: pantryTalkOf(session),
      plannerTalk: plannerTalkOf(session),
      heard: heard.message,
    }),
  );
  yield { type: 'routed', to: routed };
  const agent = AGENTS[routed.agent];
  const { name, confidence, source, topic } = routed;
  const draft = new AnswerDraft({ name, confidence, source });
  const events = askAgent({ agent, topic }, place, session, heard, invoke);
  const answer = isLater ? answerOrSayWhy(events, draft, agent, session, place) : events;
  for await (const event of answer) {
    draft.add(event);
    yield event;
  }
  return { agent: agent.name, draft };
}
