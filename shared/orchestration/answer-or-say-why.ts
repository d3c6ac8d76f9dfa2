import { isServiceAway } from '#shared/errors/service-away.ts';
import { log } from '#shared/telemetry/log.ts';
import type { BuiltAgent } from './agents/agent-table.ts';
import type { AnswerDraft } from './answer-draft.ts';
import type { GatedEvent } from './gate/gated-answer.ts';
import type { TurnPlace } from './remember.ts';
import type { Session } from './session/load-session.ts';

const AWAY = {
  pl: 'Na to teraz nie odpowiem, bo ta część asystenta nie działa. Zapytaj o to za chwilę jeszcze raz.',
  en: 'I cannot answer this now, as that part of the assistant does not work. Please ask it again in a moment.',
} as const;

/**
 * The answer of an agent to a later request of a message. One that is away does not take the answers
 * before it along: the person is told, `degradedReason` names it, and nothing else of it is kept.
 */
export async function* answerOrSayWhy(
  events: AsyncIterable<GatedEvent>,
  draft: AnswerDraft,
  { name }: Pick<BuiltAgent, 'name'>,
  { states }: Pick<Session, 'states'>,
  { locale }: Pick<TurnPlace, 'locale'>,
): AsyncGenerator<GatedEvent> {
  try {
    yield* events;
  } catch (error) {
    if (!isServiceAway(error)) throw error;
    log.warn('An agent was away for a part of a message', { error, agent: name });
    draft.withdraw(states.get(name) ?? null);
    const gap = draft.answer.text === '' ? '' : '\n';
    yield { type: 'text', text: `${gap}${AWAY[locale]}` };
    yield { type: 'degraded', reason: `${name}-away` };
  }
}
