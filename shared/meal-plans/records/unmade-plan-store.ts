import type { ClientBase } from 'pg';
import * as z from 'zod/mini';
import type { Locale } from '#shared/context/locale.ts';
import type { PlanStage } from '#shared/meal-plans/api/plan-status.ts';
import { type Outcome, StoredWishes } from './stored-plan.ts';

/** A plan that is being made: what is wished, by whom. */
export interface UnmadePlan {
  readonly wishes: StoredWishes;
  readonly askedBy: string;
  readonly locale: Locale;
}

const UNMADE = "outcome ->> 'status' in ('queued', 'running')";

/** How many of the household are queued or being made. */
export async function countUnmade(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from meal_plans where ${UNMADE}`,
  );
  return rows[0]?.count ?? 0;
}

export async function setRequester(
  client: ClientBase,
  id: string,
  { askedBy, locale }: Pick<UnmadePlan, 'askedBy' | 'locale'>,
): Promise<void> {
  await client.query('update meal_plans set asked_by = $2, locale = $3 where id = $1', [
    id,
    askedBy,
    locale,
  ]);
}

/** The plan is at this stage from now on. @returns undefined when it has ended, or somebody removed it */
export async function enterStage(
  client: ClientBase,
  id: string,
  stage: PlanStage,
): Promise<UnmadePlan | undefined> {
  const { rows } = await client.query<{ wishes: unknown; asked_by: string; locale: Locale }>(
    `update meal_plans
     set stage = $2, outcome = jsonb_set(outcome, '{status}', '"running"'), updated_at = now()
     where id = $1 and ${UNMADE} returning wishes, asked_by, locale`,
    [id, stage],
  );
  return rows.map(({ wishes, asked_by, locale }) => {
    return { wishes: z.parse(StoredWishes, wishes), askedBy: asked_by, locale };
  })[0];
}

/** Whether there is such a plan, ended or not. */
export async function isKept(client: ClientBase, id: string): Promise<boolean> {
  const { rowCount } = await client.query('select from meal_plans where id = $1', [id]);
  return rowCount === 1;
}

/** Ends it once. @returns whether it had not ended, and was there */
export async function endPlan(client: ClientBase, id: string, outcome: Outcome): Promise<boolean> {
  const { rowCount } = await client.query(
    `update meal_plans
     set outcome = $2, stage = null, version = version + 1, updated_at = now()
     where id = $1 and ${UNMADE}`,
    [id, JSON.stringify(outcome)],
  );
  return rowCount === 1;
}
