import { withHousehold } from '#shared/database/with-household.ts';
import { today } from '#shared/pantry/today-store.ts';
import { usagePeriod } from './usage-period.ts';
import type { Usage, UsageQuery } from './usage-schema.ts';
import { storedFiles, tokenBudget, usedDays, usedMonths } from './usage-store.ts';

/**
 * What the household used, as Postgres keeps account of it.
 * @param tokensPerDay of models; undefined where none is configured
 * @throws UserError 422 for a period that is none
 */
export async function readUsage(
  household: { readonly householdId: string },
  query: UsageQuery,
  tokensPerDay: number | undefined,
): Promise<Usage> {
  return await withHousehold(household, async (client) => {
    const period = usagePeriod(await today(client), query);
    return {
      ...period,
      days: await usedDays(client, period),
      months: await usedMonths(client, period),
      storage: await storedFiles(client),
      budgets: {
        modelTokensPerDay:
          tokensPerDay === undefined ? null : await tokenBudget(client, tokensPerDay),
      },
    };
  });
}
