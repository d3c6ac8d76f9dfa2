import type { ReadProposal } from '#shared/proposals/proposal-kind.ts';
import type { AgentName } from '../contract/agent-name.ts';
import type { Answer } from './chat-reply.ts';

/** What came of a message. */
export interface AnsweredTurn {
  readonly agent: AgentName;
  readonly answer: Answer;
  readonly proposals: readonly ReadProposal[];
  /** Whether they take the place of the newest one that waits. */
  readonly replaces?: boolean;
  /** Of the agent, for its next turn. */
  readonly state: unknown;
  /** Of other agents that answered a part of the message, by their names. */
  readonly otherStates?: Readonly<Record<string, unknown>>;
}
