import type { PlannedSlot, Violation } from '#shared/meal-plans/api/plan-schema.ts';
import type { PlanDraft } from '#shared/meal-plans/records/stored-plan.ts';
import type { PlanningFact } from '#shared/notices/planning-fact.ts';
import type { MealPlannerState } from '#shared/orchestration/agents/meal-planner-state.ts';
import type { ListAct, PlanAct } from '#shared/plan-requests/read-act.ts';
import type { ProposalPayload } from '#shared/proposals/schemas/proposal-schemas.ts';
import type { ShoppingItem } from '#shared/shopping/shopping-schema.ts';

/** A meal on a line: what stands before the title of its dish, and remarks on it. */
export interface SaidMeal {
  readonly recipeId: string;
  readonly before: string;
  readonly remarks: readonly string[];
}

/** A line of an answer: words, which the gate reads, a dish, which it reads whole, or a fact that offers nothing. */
export type Said = string | SaidMeal | PlanningFact;

/** What a message comes to. */
export interface PlannerTurn {
  readonly act: PlanAct | ListAct | 'unclear';
  readonly said: readonly Said[];
  /** Whether it asks back. */
  readonly asks?: boolean;
  readonly proposal?: ProposalPayload;
  /** It says otherwise what is proposed already. */
  readonly replaces?: boolean;
  /** The meals that are shown, of which plan. */
  readonly meals?: {
    readonly planId: string | null;
    readonly draft: PlanDraft;
    readonly slots: readonly PlannedSlot[];
    readonly violations?: readonly Violation[];
  };
  readonly list?: { readonly listId: string | null; readonly items: readonly ShoppingItem[] };
  /** What is remembered besides what stays as it was. */
  readonly state?: Partial<MealPlannerState>;
}
