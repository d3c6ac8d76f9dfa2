import { type ChefDeps, chefAgent } from '#functions/agents/chef/agent.ts';
import type { ChefRequest } from '#functions/agents/chef/chef-request.ts';
import { type ChefData, chef } from '#shared/orchestration/agents/chef.ts';
import type { ChefState } from '#shared/orchestration/agents/chef-state.ts';
import { AnswerDraft } from '#shared/orchestration/answer-draft.ts';
import { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import type { Answer } from '#shared/orchestration/contract/chat-reply.ts';
import { AnswerGate } from '#shared/orchestration/gate/answer-gate.ts';
import { gatedAnswer } from '#shared/orchestration/gate/gated-answer.ts';
import type { ProposalPayload } from '#shared/proposals/proposal-kinds.ts';
import { harmedDiners } from '#shared/restrictions/session-diners.ts';

/** An answer of the chef as it comes out of the orchestration, with what the chef remembers. */
export interface ChefAnswer extends Omit<Answer, 'data'> {
  readonly data: ChefData & { readonly state: ChefState | null };
  readonly proposals: readonly (ProposalPayload & { readonly summary: string })[];
  /** What the gate of the orchestration took out that the chef had let through. */
  readonly withheld: readonly string[];
}

/** Asks the chef as the orchestration does, its gate behind it. */
export async function answerQuestion(request: ChefRequest, deps: ChefDeps): Promise<ChefAnswer> {
  const { locale } = request;
  const events: AgentEvent[] = [];
  // As they come out of the function, as JSON.
  for await (const event of chefAgent(request, deps))
    events.push(AgentEvent.parse(JSON.parse(JSON.stringify(event))));
  const said = new AnswerDraft({ name: 'none', confidence: 0, source: 'rules' });
  const remembered = events.find((event) => event.type === 'state');
  const state = chef.state.parse(remembered?.state ?? null);
  const harmed = harmedDiners(state?.restrictions ?? [], locale);
  const gate = new AnswerGate([...deps.snapshot.people, ...harmed], locale);
  async function* yielded() {
    yield* events;
  }
  for await (const event of gatedAnswer(yielded(), chef, gate, locale)) said.add(event);
  const open = new AnswerDraft({ name: 'none', confidence: 0, source: 'rules' });
  const nobody = new AnswerGate([], locale);
  for await (const event of gatedAnswer(yielded(), chef, nobody, locale)) open.add(event);
  const proposals = events.flatMap((event) => (event.type === 'proposal' ? [event.proposal] : []));
  const shown = new Set(said.answer.text.split('\n'));
  return {
    ...said.answer,
    data: { ...chef.data.parse(said.answer.data), state },
    proposals: proposals.map((proposal, at) => {
      return { ...proposal, summary: open.proposals[at]?.summary(locale) ?? '' };
    }),
    withheld: open.answer.text.split('\n').filter((line) => !shown.has(line)),
  };
}
