import { onTestFinished } from 'vitest';
import * as z from 'zod/mini';
import { householdBudget } from '#shared/llm/budget.ts';
import type { Caller } from '#shared/llm/caller.ts';
import { type LanguageClientDeps, languageClient } from '#shared/llm/language-client.ts';
import type { LanguageModel } from '#shared/llm/language-model.ts';
import { breaker } from '#shared/resilience/breaker.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { type ModelService, startModelService } from '#test/support/model-service.ts';
import { WIRES } from '#test/support/model-wires.ts';

export const prompt = {
  system: 'You count.',
  question: 'How many?',
  schema: z.strictObject({ count: z.int() }),
  maxTokens: 50,
};

export interface LanguageCase {
  readonly models: LanguageModel;
  readonly caller: Caller;
  /** The first choice for prose speaks chat completions, its fallback Converse. */
  readonly first: ModelService;
  readonly second: ModelService;
  readonly pauses: number[];
  readonly clock: { now: number };
  readonly state: (id: string) => Promise<string>;
  /** What the household used today, and what is held. */
  readonly used: () => Promise<{
    readonly calls: number;
    readonly failed: number;
    readonly input: number;
    readonly output: number;
    readonly held: number;
  }>;
}

/** A household and two providers, with a clock that stands still and pauses that are only noted. */
export async function languageCase(
  database: TestDatabase,
  more: Partial<LanguageClientDeps> = {},
): Promise<LanguageCase> {
  const [first, second] = [
    await startModelService(WIRES.chat),
    await startModelService(WIRES.converse),
  ];
  onTestFinished(async () => {
    await first.close();
    await second.close();
  });
  const household = await database.newHousehold();
  const clock = { now: 1_000_000 };
  const pauses: number[] = [];
  const breakers = processStore(() => clock.now);
  const providers = [WIRES.chat.provider(first.url), WIRES.converse.provider(second.url)];
  const models = languageClient({
    tiers: { small: [], large: providers },
    budget: householdBudget(),
    breakers,
    pausing: { random: () => 0.5, sleep: async (ms) => void pauses.push(ms) },
    now: () => clock.now,
    ...more,
  });
  return {
    ...{ models, first, second, pauses, clock },
    caller: { household, work: 'interactive' },
    state: (id) => breaker(`llm/${id}`, breakers, undefined, () => clock.now).state(),
    async used() {
      const [row] = await database.query<{
        calls: number;
        failed: number;
        input: number;
        output: number;
        held: number;
      }>(
        `select coalesce(sum(calls), 0)::int as calls, coalesce(sum(failed_calls), 0)::int as failed,
           coalesce(sum(input_tokens), 0)::int as input,
           coalesce(sum(output_tokens), 0)::int as output,
           (select count(*)::int from model_reservations where household_id = $1) as held
         from model_days where household_id = $1`,
        [household.householdId],
      );
      if (row === undefined) throw new Error('no row');
      return row;
    },
  };
}
