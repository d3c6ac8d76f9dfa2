import * as z from 'zod/mini';
import { WhoEats } from '#shared/households/diners.ts';
import { AvoidedLot } from '#shared/recipes/model/recipe-schema.ts';
import { Instant } from '#shared/schemas/instant.ts';
import { words } from '#shared/schemas/words.ts';
import { ChefAnswer, CookProposal, ProfileProposal } from './chef-answer.ts';

export const ChatMessage = z.strictObject({
  message: words(2000),
  /** Continues a session; without it a new one begins. */
  sessionId: z.optional(z.uuid()),
  agent: z.optional(z.enum(['chef'])),
  /** The caller's languages when left out. */
  locale: z.optional(z.enum(['pl', 'en'])),
  /** Who eats; kept for the session until it is said otherwise. */
  ...WhoEats.shape,
});
export type ChatMessage = z.infer<typeof ChatMessage>;

const Proposed = z.object({ id: z.uuid(), summary: z.string(), expiresAt: Instant });
/** `diff` is what confirming it changes. */
export const ProposedCooking = z.extend(Proposed, {
  kind: z.literal('cook'),
  diff: z.object({
    recipeId: z.string(),
    servings: z.nullable(z.int()),
    takes: CookProposal.shape.ingredients,
  }),
});
export const ProposedProfile = z.extend(Proposed, {
  kind: z.literal('profile'),
  diff: z.object({ personId: z.uuid(), adds: ProfileProposal.shape.adds }),
});
export const Proposal = z.discriminatedUnion('kind', [ProposedCooking, ProposedProfile]);
export type Proposal = z.infer<typeof Proposal>;

const { text, intent, data, citations, safety, degraded, degradedReason, usage } = ChefAnswer.shape;

export const ChatReply = z.object({
  sessionId: z.uuid(),
  turnId: z.uuid(),
  agent: z.literal('chef'),
  intent,
  text,
  data: z.pick(data, { recipes: true, recipe: true, refused: true, refusedCount: true }),
  citations,
  proposals: z.array(Proposal),
  safety,
  degraded,
  degradedReason,
  usage,
});
export type ChatReply = z.infer<typeof ChatReply>;

export const Confirmed = z.object({
  /** Of what was taken from the pantry; none for a profile. */
  bookingIds: z.array(z.uuid()),
  /** Lots left alone for the sake of who eats. */
  avoided: z.array(AvoidedLot),
});
export const Nothing = z.strictObject({});
