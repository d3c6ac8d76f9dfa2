import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import { CommandError, runCommand } from '#cdk/command.ts';
import { dayIn } from '#shared/dates/calendar.ts';
import { MealPlanView } from '#shared/meal-plans/api/plan-schema.ts';
import { Profile } from '#shared/profiles/profile.ts';
import { ShoppingListView } from '#shared/shopping/shopping-schema.ts';
import { type Api, LANGUAGE, openApi, posted } from './api.ts';
import { readConnection } from './connection.ts';
import { followPlan } from './follow-plan.ts';
import { readPlanOptions } from './plan-options.ts';
import {
  freezingLines,
  planTable,
  preparationLines,
  shoppingTable,
  violationLines,
} from './plan-table.ts';
import { PLAN_WORDS } from './plan-words.ts';
import { progressLine } from './progress.ts';

const PLANS = '/api/v2/meal-plans';
const words = PLAN_WORDS[LANGUAGE];

/**
 * `npm run plan -- --days=7`: plans meals with the running system, keeps plan and shopping list there, and
 * prints both.
 */
await runCommand(async () => {
  const options = readPlanOptions(process.argv.slice(3));
  if (options === 'help') return console.log(words.usage);
  const api = openApi(readConnection());
  const wishes = { ...options.wishes, from: options.wishes.from ?? (await today(api)) };
  const plan = await (options.thorough ? planLater(api, wishes) : planNow(api, wishes));
  if (plan.status === 'infeasible') {
    throw new CommandError(violationLines(plan.violations, LANGUAGE));
  }
  console.log(`${planTable(plan, LANGUAGE)}\n`);
  const beforehand = preparationLines(plan, LANGUAGE);
  if (beforehand !== '') console.log(beforehand);
  const freezing = freezingLines(plan, LANGUAGE);
  if (freezing !== '') console.log(freezing);
  const path = `/api/v2/shopping-lists/from-plan/${plan.id}`;
  const list = await post(api, path, ShoppingListView, {});
  console.log(shoppingTable(list, LANGUAGE));
  console.log(words.kept(plan.id, list.id));
});

async function planNow(api: Api, wishes: object): Promise<MealPlanView> {
  return await post(api, PLANS, MealPlanView, wishes);
}

async function planLater(api: Api, wishes: object): Promise<MealPlanView> {
  const progress = progressLine(process.stderr);
  const { id } = await post(api, PLANS, MealPlanView, wishes, { prefer: 'respond-async' });
  const plan = await followPlan(api, id, progress.show);
  progress.end();
  return plan;
}

/** Days of a plan are days where the household lives, wherever this terminal is. */
async function today(api: Api): Promise<string> {
  const { zone } = await api.json('/api/v2/profile', Profile);
  return dayIn(zone, new Date());
}

async function post<T>(
  api: Api,
  path: string,
  schema: z.ZodMiniType<T>,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const all = { ...headers, 'idempotency-key': randomUUID() };
  return await api.json(path, schema, posted(body, all));
}
