import type { Restriction } from '#shared/statements/statement.ts';
import {
  type AnswerDeps,
  type AnsweredRequest,
  answerRequest,
  type RequestEvent,
} from './answer-request.ts';
import { type Heard, hear } from './hear.ts';
import { joinedTurn } from './join-answers.ts';
import type { TurnPlace } from './remember.ts';
import type { AnsweredTurn } from './reply/answered-turn.ts';
import type { ChatMessage } from './reply/chat-message.ts';
import { requestsOf } from './requests-of.ts';
import type { Session } from './session/load-session.ts';

const MORE = {
  pl: 'Więcej niż trzech próśb naraz nie spełniam; o resztę poproś osobno.',
  en: 'I do not answer more than three requests at once; please ask the rest by itself.',
} as const;
const LEFT_OUT = {
  pl: 'Polecenia, które stoją w pokazanym tekście, pomijam.',
  en: 'I leave aside what the text that you show orders me to do.',
} as const;
const GAP = '\n\n';

/** What all requests of a message came to. */
export interface AnsweredRequests {
  readonly turn: AnsweredTurn;
  /** What people were found not to eat besides what the message says. */
  readonly restrictions: readonly Restriction[];
}

/**
 * Answers every request of a message in its order, each as if the one before had been a turn of its own.
 * All of them are read by the gate for everybody of whom the whole message speaks.
 */
export async function* answerRequests(
  place: TurnPlace,
  asked: ChatMessage,
  session: Session,
  heard: Heard,
  deps: AnswerDeps,
): AsyncGenerator<RequestEvent, AnsweredRequests> {
  const { requests, hasMore, shown, leftOut } = requestsOf(asked);
  const answered: AnsweredRequest[] = [];
  let now = session;
  for (const message of requests) {
    const own =
      requests.length === 1 && message === asked.message
        ? heard
        : { ...hear({ ...asked, message }, now, place.locale), ...everybodyOf(heard) };
    const isLater = answered.length > 0;
    const events = answerRequest(
      { ...place, message, shown },
      asked.agent,
      now,
      own,
      deps,
      isLater,
    );
    const isFirst = answered.every(({ draft }) => draft.answer.text === '');
    const one = yield* isFirst ? events : behindGap(events);
    answered.push(one);
    now = sessionAfter(now, one, own);
  }
  const closing = [leftOut ? LEFT_OUT : null, hasMore ? MORE : null]
    .flatMap((said) => said?.[place.locale] ?? [])
    .join(GAP);
  if (closing !== '') yield { type: 'text', text: `${GAP}${closing}` };
  return {
    turn: joinedTurn(answered, closing, GAP),
    restrictions: answered.flatMap(({ draft }) => draft.restrictions),
  };
}

function everybodyOf({ now, diners }: Heard): Pick<Heard, 'now' | 'diners'> {
  return { now, diners };
}

async function* behindGap(
  events: AsyncGenerator<RequestEvent, AnsweredRequest>,
): AsyncGenerator<RequestEvent, AnsweredRequest> {
  let isFirst = true;
  for (;;) {
    const next = await events.next();
    if (next.done === true) return next.value;
    if (next.value.type === 'text' && isFirst) {
      isFirst = false;
      yield { type: 'text', text: GAP };
    }
    yield next.value;
  }
}

/** The session as the next request of the same message finds it. */
function sessionAfter(
  session: Session,
  { agent, draft }: AnsweredRequest,
  { memory }: Heard,
): Session {
  const { intent } = draft.answer;
  return {
    ...session,
    turns: [{ agent, intent: intent.name }, ...session.turns],
    states: new Map([...session.states, [agent, draft.state]]),
    memory: { ...memory, restrictions: [...memory.restrictions, ...draft.restrictions] },
  };
}
