import { expect } from 'vitest';
import { type ChefDeps, chefAgent } from '#functions/agents/chef/agent.ts';
import type { ChefRequest } from '#functions/agents/chef/chef-request.ts';
import type { Locale } from '#shared/context/locale.ts';
import { chef } from '#shared/orchestration/agents/chef.ts';
import type { ChefData } from '#shared/orchestration/agents/chef-data.ts';
import type { ChefState } from '#shared/orchestration/agents/chef-state.ts';
import { AnswerDraft } from '#shared/orchestration/answer-draft.ts';
import { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import { AnswerGate } from '#shared/orchestration/gate/answer-gate.ts';
import { gatedAnswer } from '#shared/orchestration/gate/gated-answer.ts';
import type { Answer } from '#shared/orchestration/reply/chat-reply.ts';
import type { ProposalPayload } from '#shared/proposals/schemas/proposal-schemas.ts';
import { harmedDiners } from '#shared/restrictions/session-diners.ts';

/** An answer of the chef as it comes out of the orchestration, with what the chef remembers. */
export interface ChefAnswer extends Omit<Answer, 'data'> {
  readonly data: ChefData & { readonly state: ChefState | null };
  readonly proposals: readonly (ProposalPayload & { readonly summary: string })[];
}

/** Asks the chef as the orchestration does, its gate behind it. */
export async function answerQuestion(request: ChefRequest, deps: ChefDeps): Promise<ChefAnswer> {
  const { locale } = request;
  const events: AgentEvent[] = [];
  // As they come out of the function, as JSON.
  for await (const event of chefAgent(request, deps))
    events.push(AgentEvent.parse(JSON.parse(JSON.stringify(event))));
  const remembered = events.find((event) => event.type === 'state');
  const state = chef.state.parse(remembered?.state ?? null);
  const harmed = harmedDiners(state?.restrictions ?? [], locale);
  const everybody = [...deps.snapshot.people, ...harmed];
  const said = await drafted(events, new AnswerGate(everybody, locale), locale);
  const unread = await drafted(events, new AnswerGate([], locale), locale);
  // The chef knows what to offer instead; the gate behind it has nothing left to withhold.
  expect(said.answer.text).toBe(unread.answer.text);
  const proposals = events.flatMap((event) => (event.type === 'proposal' ? [event.proposal] : []));
  return {
    ...said.answer,
    data: { ...chef.data.parse(said.answer.data), state },
    proposals: proposals.map((proposal, at) => {
      return { ...proposal, summary: said.proposals[at]?.summary(locale) ?? '' };
    }),
  };
}

async function drafted(
  events: readonly AgentEvent[],
  gate: AnswerGate,
  locale: Locale,
): Promise<AnswerDraft> {
  async function* yielded() {
    yield* events;
  }
  const draft = new AnswerDraft({ name: 'none', confidence: 0, source: 'rules' });
  for await (const event of gatedAnswer(yielded(), chef, gate, locale)) draft.add(event);
  return draft;
}
