import * as z from 'zod/mini';
import { Notice } from '#shared/notices/notice.ts';
import { ProposalPayload } from '#shared/proposals/schemas/proposal-schemas.ts';
import { RecipeView, SafetyView } from '#shared/recipes/model/recipe-schema.ts';
import { Restriction } from '#shared/statements/statement.ts';
import { AgentUsage, Citation } from './citation.ts';

/** What was understood, by rules, by a model, or because the person named the agent. */
export const AgentIntent = z.object({
  name: z.string(),
  confidence: z.number(),
  source: z.enum(['rules', 'model']),
});

/** A recipe as its author wrote it. */
const WrittenDish = z.object({
  title: z.string(),
  language: RecipeView.shape.language,
  ingredients: z.array(z.object({ text: z.string() })),
  steps: z.array(z.string()),
});

/**
 * What an agent yields, in the order in which it is shown. It never reaches the person as it is: texts,
 * data, citations and proposals go through the gate, and notices are worded by the orchestration.
 */
export const AgentEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('intent'), intent: AgentIntent }),
  /** A piece of text; pieces are joined as they come. */
  z.object({ type: z.literal('token'), text: z.string() }),
  /** A dish on a line of its own: `before` its title, remarks behind it. The gate reads all of the recipe. */
  z.object({
    type: z.literal('dish'),
    before: z.string(),
    remarks: z.array(z.string()),
    recipe: WrittenDish,
  }),
  /** What is not offered, and why. */
  z.object({ type: z.literal('notice'), notice: Notice }),
  /** For the program that shows the answer; read by the agent's own schema. */
  z.object({ type: z.literal('data'), data: z.json() }),
  /** A service or model that it asks now, by a name of ours: nothing that somebody wrote. */
  z.object({ type: z.literal('tool'), name: z.string().check(z.regex(/^[a-z][a-z-]{0,40}$/)) }),
  z.object({ type: z.literal('citation'), citation: Citation }),
  z.object({
    type: z.literal('proposal'),
    proposal: ProposalPayload,
    /** It says otherwise what is proposed already, which is rejected with it: `nie, jednak 3`. */
    replaces: z.optional(z.boolean()),
  }),
  z.object({ type: z.literal('safety'), safety: SafetyView }),
  /** What people were found not to eat, besides what the orchestration reads; only ever added. */
  z.object({ type: z.literal('restrictions'), restrictions: z.array(Restriction) }),
  /** For the next turn of this agent; read by its own schema. */
  z.object({ type: z.literal('state'), state: z.json() }),
  z.object({ type: z.literal('usage'), usage: AgentUsage }),
  z.object({ type: z.literal('degraded'), reason: z.string() }),
]);
export type AgentEvent = z.infer<typeof AgentEvent>;
