import * as z from 'zod/mini';
import { RememberedWho, WhoEats } from '#shared/households/diners.ts';
import { ProfileAdditions } from '#shared/households/profile-additions.ts';
import {
  RankedView,
  RecipeView,
  RefusedRecipe,
  SafetyView,
} from '#shared/recipes/model/recipe-schema.ts';

/** What the chef is asked, by the chat. */
export const ChefQuestion = z.object({
  householdId: z.uuid(),
  message: z.string().check(z.minLength(1), z.maxLength(2000)),
  locale: z.enum(['pl', 'en']),
  ...WhoEats.shape,
  /** What the chef remembered of the turn before, as it wrote it; null in a new session. */
  state: z.json(),
});
export type ChefQuestion = z.infer<typeof ChefQuestion>;

/** Cooking a recipe. */
export const CookProposal = z.object({
  kind: z.literal('cook'),
  summary: z.string(),
  recipeId: z.string(),
  title: z.string(),
  language: z._default(RecipeView.shape.language, 'pl'),
  servings: z.nullable(z.int()),
  /** Who eats: the lots they must not have are not taken. */
  who: z._default(RememberedWho, null),
  /** What the gate reads of it when it is cooked: lines as written, with what was replaced. */
  written: z._default(
    z.nullable(z.object({ lines: z.array(z.string()), steps: z.array(z.string()) })),
    null,
  ),
  /** The lines that will be taken from the pantry: scaled, and with what was replaced. */
  ingredients: RecipeView.shape.ingredients,
});
export type CookProposal = z.infer<typeof CookProposal>;

/** Writing into the profile of somebody of the household what was said of them. */
export const ProfileProposal = z.object({
  kind: z.literal('profile'),
  summary: z.string(),
  personId: z.uuid(),
  adds: ProfileAdditions,
});
export type ProfileProposal = z.infer<typeof ProfileProposal>;

/** A change the chef proposes; nothing of it happens before somebody confirms it. */
export const ChefProposal = z.discriminatedUnion('kind', [CookProposal, ProfileProposal]);
export type ChefProposal = z.infer<typeof ChefProposal>;

export const ChefAnswer = z.object({
  text: z.string(),
  intent: z.object({
    name: z.enum([
      'suggest',
      'refine',
      'show',
      'substitute',
      'veganise',
      'cook',
      /** Says what somebody does not eat, and asks for nothing. */
      'restrict',
      /** Asks whether somebody may eat something. */
      'check',
      /** Was answered with a question. */
      'clarify',
      'unknown',
    ]),
    confidence: z.number(),
    source: z.enum(['rules', 'model']),
  }),
  data: z.object({
    recipes: z.array(RankedView),
    recipe: z.nullable(RecipeView),
    /** What fits and somebody who eats must not have; the best of so many. */
    refused: z.array(RefusedRecipe),
    refusedCount: z.int(),
    /** For the next question; only the chef reads it. */
    state: z.json(),
  }),
  citations: z.array(z.object({ kind: z.literal('recipe'), id: z.string(), title: z.string() })),
  proposals: z.array(ChefProposal),
  safety: z.nullable(SafetyView),
  degraded: z.boolean(),
  degradedReason: z.optional(z.string()),
  usage: z.nullable(z.object({ inputTokens: z.int(), outputTokens: z.int(), model: z.string() })),
});
export type ChefAnswer = z.infer<typeof ChefAnswer>;
