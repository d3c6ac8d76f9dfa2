import type { ClientBase } from 'pg';
import { notify } from '#shared/notifications/notify.ts';
import { insertPlan } from './records/plan-store.ts';
import type { PlanDraft, StoredPlan } from './records/stored-plan.ts';

/** Keeps a new plan, and has the household told. @throws UserError 409 when it has too many */
export async function addPlan(
  client: ClientBase,
  householdId: string,
  draft: PlanDraft,
): Promise<StoredPlan> {
  const stored = await insertPlan(client, householdId, draft);
  const { id: planId, wishes } = stored;
  const data = { planId, from: wishes.from, days: wishes.days };
  await notify(client, { householdId, type: 'plan.ready', eventKey: `plan ${planId}`, data });
  return stored;
}
