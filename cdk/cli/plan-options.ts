import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { CommandError } from '#cdk/command.ts';
import { Budget, MAX_PLAN_DAYS, type NewMealPlan } from '#shared/meal-plans/api/plan-schema.ts';
import { PLANNED_MEALS } from '#shared/meal-plans/problem/wishes.ts';
import { Day } from '#shared/schemas/day.ts';
import { LANGUAGE } from './api.ts';
import { OPTION_PROBLEMS } from './plan-words.ts';

const OPTIONS = {
  days: { type: 'string', default: '7' },
  from: { type: 'string' },
  meals: { type: 'string' },
  minutes: { type: 'string' },
  servings: { type: 'string' },
  budget: { type: 'string' },
  thorough: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What is wished of the plan; without `from` it begins today, wherever that is. */
export interface PlanOptions {
  readonly wishes: Partial<NewMealPlan> & Pick<NewMealPlan, 'days'>;
  /** Whether to wait for a plan that takes longer. */
  readonly thorough: boolean;
}

const problems = OPTION_PROBLEMS[LANGUAGE];

/** Reads the arguments of `npm run plan`. @throws CommandError naming the one that makes no sense */
export function readPlanOptions(args: readonly string[]): PlanOptions | 'help' {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') throw new CommandError(problems.unknown(token.value));
    if (token.kind === 'option' && !Object.hasOwn(OPTIONS, token.name)) {
      throw new CommandError(problems.unknown(token.rawName));
    }
  }
  if (values.help !== false) return 'help';
  const { days, from, meals, minutes, servings, budget } = values;
  const wishes = {
    days: numberOf('days', days, MAX_PLAN_DAYS),
    ...(from !== undefined && { from: parsed(Day, from, problems.day) }),
    ...(meals !== undefined && { meals: parsed(Meals, String(meals).split(','), problems.meals) }),
    ...(minutes !== undefined && { maxMinutes: numberOf('minutes', minutes, 10_080) }),
    ...(servings !== undefined && { servings: numberOf('servings', servings, 50) }),
    ...(budget !== undefined && { budget: budgetOf(String(budget)) }),
  };
  return { wishes, thorough: values.thorough !== false };
}

const Meals = z
  .array(z.enum(PLANNED_MEALS))
  .check(z.minLength(1), z.maxLength(PLANNED_MEALS.length));

/** `--days` without a value is `true`. */
type Given = string | boolean | undefined;

function numberOf(option: string, given: Given, most: number): number {
  const number = z.coerce
    .number()
    .check(z.int(), z.minimum(1), z.maximum(most))
    .safeParse(typeof given === 'string' && given.trim() !== '' ? given : Number.NaN);
  if (number.success) return number.data;
  throw new CommandError(problems.number(option, 1, most, typeof given === 'string' ? given : ''));
}

/** A comma is a point here, and an amount without grosze has none. */
function budgetOf(given: string): NewMealPlan['budget'] {
  const [zloty = '', grosze = ''] = given.replace(',', '.').split('.', 2);
  const amount = `${zloty}.${grosze.padEnd(2, '0')}`;
  return parsed(Budget, { amount, currency: 'PLN' }, () => problems.budget(given));
}

function parsed<T>(schema: z.ZodMiniType<T>, given: unknown, problem: (text: string) => string): T {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new CommandError(problem(String(given)));
}
