import type { AnsweredTurn } from '../reply/answered-turn.ts';
import type { Session } from '../session/load-session.ts';
import { lastAgentOf } from '../session/session-agents.ts';
import type { DecidedTurn } from './decide-by-words.ts';

/** A decision as a turn of the agent that was spoken with; what it remembers stays as it was. */
export function decidedTurn({ decision, text, data }: DecidedTurn, session: Session): AnsweredTurn {
  const agent = lastAgentOf(session) ?? 'conversation';
  return {
    agent,
    answer: {
      intent: { name: decision, confidence: 1, source: 'rules' },
      text,
      data,
      citations: [],
      safety: null,
      degraded: false,
      usage: null,
    },
    proposals: [],
    state: session.states.get(agent) ?? null,
  };
}
