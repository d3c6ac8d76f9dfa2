import type { ClientBase } from 'pg';
import * as z from 'zod/mini';
import { notFound } from '#shared/errors/not-found.ts';
import { requireWithinLimit } from '#shared/limits/household-size-store.ts';
import type { PlanStage } from '#shared/meal-plans/api/plan-status.ts';
import { Outcome, type StoredPlan, StoredWishes } from './stored-plan.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly stage: PlanStage | null;
  readonly wishes: unknown;
  readonly outcome: unknown;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** @throws UserError 409 when the household has too many */
export async function insertPlan(
  client: ClientBase,
  householdId: string,
  { wishes, outcome }: Pick<StoredPlan, 'wishes' | 'outcome'>,
): Promise<StoredPlan> {
  const { rows } = await client.query<Row>(
    'insert into meal_plans (household_id, wishes, outcome) values ($1, $2, $3) returning *',
    [householdId, JSON.stringify(wishes), JSON.stringify(outcome)],
  );
  await requireWithinLimit(client, 'mealPlans');
  return found(rows);
}

/** @throws UserError 404 */
export async function selectPlan(client: ClientBase, id: string): Promise<StoredPlan> {
  const { rows } = await client.query<Row>('select * from meal_plans where id = $1', [id]);
  return found(rows);
}

/** The plan, locked until the transaction ends. @throws UserError 404 */
export async function lockPlan(client: ClientBase, id: string): Promise<StoredPlan> {
  const { rows } = await client.query<Row>('select * from meal_plans where id = $1 for update', [
    id,
  ]);
  return found(rows);
}

/** Replaces what was wished and what came of it, in the next version. */
export async function updatePlan(
  client: ClientBase,
  { id, wishes, outcome }: Pick<StoredPlan, 'id' | 'wishes' | 'outcome'>,
): Promise<StoredPlan> {
  const { rows } = await client.query<Row>(
    `update meal_plans set wishes = $2, outcome = $3, version = version + 1, updated_at = now()
     where id = $1 returning *`,
    [id, JSON.stringify(wishes), JSON.stringify(outcome)],
  );
  return found(rows);
}

/** @throws UserError 404 */
export async function deletePlan(client: ClientBase, id: string): Promise<void> {
  const { rows } = await client.query<Row>('delete from meal_plans where id = $1 returning *', [
    id,
  ]);
  found(rows);
}

/** Newest first: ids grow with time. */
export async function selectPlans(
  client: ClientBase,
  after: string | undefined,
  limit: number,
): Promise<StoredPlan[]> {
  const { rows } = await client.query<Row>(
    'select * from meal_plans where $1::uuid is null or id < $1 order by id desc limit $2',
    [after ?? null, limit],
  );
  return rows.map(planOf);
}

/** What is left of these lots, by id, in g, ml or pieces. */
export async function leftOfLots(
  client: ClientBase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ id: string; left: number }>(
    'select id, in_base(quantity, unit)::float8 as left from lots where id = any ($1)',
    [ids],
  );
  return new Map(rows.map(({ id, left }) => [id, left]));
}

function planOf({ id, version, stage, wishes, outcome, created_at, updated_at }: Row): StoredPlan {
  return {
    id,
    version,
    stage,
    wishes: z.parse(StoredWishes, wishes),
    outcome: z.parse(Outcome, outcome),
    createdAt: created_at,
    updatedAt: updated_at,
  };
}

function found([row]: readonly Row[]): StoredPlan {
  if (row !== undefined) return planOf(row);
  throw notFound({ pl: 'Nie ma takiego planu.', en: 'There is no such plan.' });
}
