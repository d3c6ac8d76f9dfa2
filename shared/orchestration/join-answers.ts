import type { ReadProposal } from '#shared/proposals/proposal-kind.ts';
import type { AnsweredRequest } from './answer-request.ts';
import type { AnsweredTurn } from './reply/answered-turn.ts';
import type { Answer } from './reply/chat-reply.ts';

/**
 * The answers to the requests of one message as one turn. It counts as the turn of the agent that asked
 * back, for the next message answers that, else of the last.
 * @param closing said below them
 */
export function joinedTurn(
  answered: readonly AnsweredRequest[],
  closing: string,
  gap: string,
): AnsweredTurn {
  const leading =
    answered.find(({ draft }) => draft.answer.intent.name === 'clarify') ?? answered.at(-1);
  if (leading === undefined) throw new Error('a message asks something');
  const drafts = answered.map(({ draft }) => draft);
  const answers = drafts.map(({ answer }) => answer);
  const { agent } = leading;
  const states = new Map(answered.map((one) => [one.agent, one.draft.state]));
  const state = states.get(agent) ?? null;
  states.delete(agent);
  return {
    agent,
    answer: joined(answers, leading.draft.answer, closing, gap),
    proposals: onceEach(drafts.flatMap(({ proposals }) => proposals)),
    replaces: drafts.some(({ replaces }) => replaces),
    state,
    ...(states.size > 0 && { otherStates: Object.fromEntries(states) }),
  };
}

/** `Got the mangoes, tick them off`: said twice, it is proposed once. */
function onceEach(proposals: readonly ReadProposal[]): ReadProposal[] {
  return [...new Map(proposals.map((one) => [JSON.stringify(one.payload), one])).values()];
}

function joined(answers: readonly Answer[], leading: Answer, closing: string, gap: string): Answer {
  const data = answers.reduce<Answer['data']>(joinedData, undefined);
  return {
    ...leading,
    text: [...new Set([...answers.map(({ text }) => text), closing])]
      .filter((text) => text !== '')
      .join(gap),
    ...(data !== undefined && { data }),
    citations: answers.flatMap(({ citations }) => citations),
    safety: answers.map(({ safety }) => safety).reduce(joinedSafety, null),
    degraded: answers.some(({ degraded }) => degraded),
    ...reasonOf(answers),
    usage: answers.map(({ usage }) => usage).reduce(joinedUsage, null),
  };
}

/** That an agent was away says more than that one did without a model. */
function reasonOf(answers: readonly Answer[]): Pick<Answer, 'degradedReason'> {
  const reasons = answers.flatMap(({ degradedReason: reason }) => reason ?? []);
  const degradedReason = reasons.find((reason) => reason.endsWith('-away')) ?? reasons[0];
  return degradedReason === undefined ? {} : { degradedReason };
}

function joinedData(all: Answer['data'], { data }: Answer): Answer['data'] {
  if (all?.suggestions === undefined || data?.suggestions === undefined)
    return data === undefined ? all : { ...all, ...data };
  return { ...all, ...data, suggestions: [...new Set([...all.suggestions, ...data.suggestions])] };
}

/** Least reassuring first. */
const VERDICTS = ['contains', 'may-contain', 'unknown', 'none-found'] as const;

function joinedSafety(one: Answer['safety'], other: Answer['safety']): Answer['safety'] {
  if (one === null || other === null) return one ?? other;
  const verdict = VERDICTS.find((each) => each === one.verdict || each === other.verdict);
  return {
    verdict: verdict ?? 'unknown',
    allergens: [...one.allergens, ...other.allergens],
    exempt: [...one.exempt, ...other.exempt],
  };
}

function joinedUsage(one: Answer['usage'], other: Answer['usage']): Answer['usage'] {
  if (one === null || other === null) return one ?? other;
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    model: other.model,
  };
}
