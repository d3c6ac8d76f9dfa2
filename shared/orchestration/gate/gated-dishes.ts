import type { NoticeAbout } from '#shared/notices/notice.ts';
import type { WrittenRecipe } from '#shared/recipes/readings/recipe-reading.ts';
import type { Offered } from '../agents/agent-entry.ts';
import type { AnswerGate } from './answer-gate.ts';

/** The dishes of one answer, each read once with all of its recipe. */
export class GatedDishes {
  readonly #gate: AnswerGate;
  readonly #read = new Map<string, NoticeAbout<'withheld'> | null>();

  constructor(gate: AnswerGate) {
    this.#gate = gate;
  }

  /** Whether a dish of the answer must not be offered. */
  get anyWithheld(): boolean {
    return [...this.#read.values()].some((withheld) => withheld !== null);
  }

  /** Why a dish must not be offered; null when nobody is harmed. */
  withheld(recipe: WrittenRecipe): NoticeAbout<'withheld'> | null {
    const { title } = recipe;
    const found = this.#gate.withheld(recipe);
    const withheld = found && { ...found, title };
    // Two recipes of one name: the worse one counts.
    this.#read.set(title, withheld ?? this.#read.get(title) ?? null);
    return withheld;
  }

  /** Whether something harms, for data: a title whose recipe was read is not judged by its words again. */
  harm(offered: Offered): boolean {
    const read = typeof offered === 'string' ? this.#read.get(offered) : undefined;
    return read === undefined ? this.#gate.withheld(offered) !== null : read !== null;
  }
}
