import { withHousehold } from '#shared/database/with-household.ts';
import type { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { readSettings, type Settings } from '#shared/profiles/profile-store.ts';

/** As a new household has them. */
const USUAL: Settings = { units: 'metric', zone: 'Europe/Warsaw', defaultLocation: null };

/** The settings of who asks. */
export async function settingsOf({
  householdId,
  userId,
}: Pick<AgentRequest, 'householdId' | 'userId'>): Promise<Settings> {
  if (userId === undefined) return USUAL;
  const settings = await withHousehold({ householdId }, (client) => readSettings(client, userId));
  return settings ?? USUAL;
}
