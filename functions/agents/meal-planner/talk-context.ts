import type { Locale } from '#shared/context/locale.ts';
import type { Guest } from '#shared/households/diners.ts';
import type { NewMealPlan, SlotChange } from '#shared/meal-plans/api/plan-schema.ts';
import type { Replanned } from '#shared/meal-plans/change-plan.ts';
import type { PlanDraft } from '#shared/meal-plans/records/stored-plan.ts';
import type { MealPlannerState } from '#shared/orchestration/agents/meal-planner-state.ts';
import type { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import type { ReadAsk } from '#shared/plan-requests/read-ask.ts';
import type { WrittenRecipe } from '#shared/recipes/readings/recipe-reading.ts';
import type { ShoppingItem } from '#shared/shopping/shopping-schema.ts';
import type { Slots } from '#shared/slots/slots.ts';
import type { Phrases } from './phrases.ts';
import type { PlanningSnapshot } from './snapshot.ts';

/** What the agent needs of the world; nothing of it writes. */
export interface MealPlannerDeps {
  readonly snapshot: () => Promise<PlanningSnapshot>;
  readonly plan: (wishes: NewMealPlan) => Promise<PlanDraft>;
  readonly replan: (before: PlanDraft, changes: readonly SlotChange[]) => Promise<Replanned>;
  /** What the meals of a plan need beyond the pantry. */
  readonly needs: (planId: string) => Promise<readonly ShoppingItem[]>;
  /** Recipes by id, read at once. @throws UserError 404 where one is not there */
  readonly recipes: (ids: readonly string[]) => Promise<ReadonlyMap<string, WrittenRecipe>>;
}

export type PlannerMessage = Pick<
  AgentRequest,
  'message' | 'locale' | 'people' | 'guests' | 'restrictions' | 'hasOpenProposal'
> & { readonly state: MealPlannerState | null };

/** A message with what was read of it, and what is known where it came. */
export interface TalkContext {
  readonly message: string;
  readonly locale: Locale;
  readonly phrases: Phrases;
  readonly state: MealPlannerState;
  /** Whether something that was proposed waits: what is said may say it otherwise. */
  readonly isOpen: boolean;
  readonly slots: Slots;
  readonly read: ReadAsk;
  readonly snapshot: PlanningSnapshot;
  readonly who: Who;
  readonly deps: MealPlannerDeps;
}

/** Who eats as the session knows, and whose bans hold although nobody counts a portion for them. */
export interface Who {
  readonly people: readonly string[] | null;
  readonly guests: readonly Guest[];
  readonly heeded: readonly Guest[];
}
