import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { isUserError } from '#shared/errors/user-error.ts';
import {
  confirmProposal,
  doneText,
  rejectProposal,
  undoProposal,
} from '#shared/proposals/decide.ts';
import type { BookedProposal } from '#shared/proposals/schemas/decided.ts';
import type { Session } from '../session/load-session.ts';
import { type Decision, readDecision } from './decision-words.ts';
import { namedDecision } from './named-decision.ts';
import { readReasonedDecision } from './reasoned-decision.ts';

export interface DecidedTurn {
  readonly decision: Decision;
  readonly text: string;
  readonly data: {
    readonly confirmed?: BookedProposal;
    readonly rejected?: { readonly proposalId: string };
    readonly undone?: BookedProposal;
  };
}

const SAID = {
  pl: {
    rejected: 'Dobrze, zostawiam to tak, jak jest.',
    undone: 'Cofnięte, jest tak jak przedtem.',
  },
  en: { rejected: 'All right, I leave it as it is.', undone: 'Undone: it is as it was before.' },
} as const;

/** Intents of turns that asked something themselves: what comes next answers that. */
const ASKING: ReadonlySet<string> = new Set(['clarify']);

/**
 * What a message decides about a proposal of the session: `tak` confirms the newest open one and only
 * that, `zostaw` rejects it, `a ryż zostaw` the one about rice, `yes, the rice` confirms that one, `cofnij`
 * takes the last confirmed one back. Null when the message decides nothing, or there is nothing to decide.
 */
export async function decideByWords(
  household: HouseholdContext,
  { proposals, turns }: Session,
  message: string,
  locale: Locale,
): Promise<DecidedTurn | null> {
  const named = namedDecision(message, proposals.waiting);
  const decision = named?.decision ?? readDecision(message) ?? readReasonedDecision(message);
  if (decision === null) return null;
  const id = named?.id ?? (decision === 'undo' ? proposals.confirmed : proposals.open);
  if (id === null || (decision !== 'undo' && ASKING.has(turns[0]?.intent ?? ''))) return null;
  return await decide(household, decision, id, locale).catch((error: unknown) => {
    // A program is answered with the status; somebody who talks is told why not.
    if (!isUserError(error) || !['conflict', 'not-found'].includes(error.kind)) throw error;
    return { decision, text: error.text[locale], data: {} };
  });
}

async function decide(
  household: HouseholdContext,
  decision: Decision,
  proposalId: string,
  locale: Locale,
): Promise<DecidedTurn> {
  switch (decision) {
    case 'confirm': {
      const { bookingIds } = await confirmProposal(household, proposalId, locale);
      const text = await doneText(household, proposalId, locale);
      return { decision, text, data: { confirmed: { proposalId, bookingIds } } };
    }
    case 'reject':
      await rejectProposal(household, proposalId);
      return { decision, text: SAID[locale].rejected, data: { rejected: { proposalId } } };
    case 'undo': {
      const undone = await undoProposal(household, proposalId, locale);
      return { decision, text: SAID[locale].undone, data: { undone } };
    }
  }
}
