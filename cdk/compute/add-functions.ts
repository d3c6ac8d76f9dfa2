import type { Construct } from 'constructs';
import type { FunctionPath } from '#cdk/functions.ts';
import { configureModel } from '#cdk/models/configure-model.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';
import { grantAccess, type Resources } from './access.ts';
import { FoodSaveFunction } from './foodsave-function.ts';
import type { FunctionEntry } from './function-entry.ts';
import type { Layers } from './layers.ts';
import { runOnSchedule } from './schedule.ts';

/** The resources that the stack created before these functions. */
export interface FunctionContext extends Partial<Resources> {
  readonly stage: Stage;
  readonly layers: Layers;
}

/** Creates every function of a table, with all that its entry names; no other code creates one. */
export function addFunctions<Path extends FunctionPath>(
  scope: Construct,
  table: Readonly<Record<Path, FunctionEntry>>,
  context: FunctionContext,
): Readonly<Record<Path, FoodSaveFunction>> {
  const paths = Object.keys(table) as Path[];
  const functions = paths.map((path) => {
    return [path, addFunction(scope, path, table[path], context)] as const;
  });
  // `fromEntries` loses the type of the keys, which are exactly those of the table.
  return Object.fromEntries(functions) as Record<Path, FoodSaveFunction>;
}

const COUNTING = ['api/', 'agents/', 'workers/'];

/**
 * Whether a function tells `/metrics` what it does. Not the authorizer, which every request waits for, and
 * not what works behind the scenes as another than the app: its alarms are enough.
 */
function countsInRedis(path: FunctionPath): boolean {
  return COUNTING.some((kind) => path.startsWith(kind)) && path !== 'api/authorizer';
}

function addFunction(
  scope: Construct,
  path: FunctionPath,
  entry: FunctionEntry,
  { stage, layers, ...resources }: FunctionContext,
): FoodSaveFunction {
  const { size, layers: names = [], access = {}, model, environment, schedule } = entry;
  const carried = names.map((name) => layers[name]).filter((layer) => layer !== undefined);
  const fn = new FoodSaveFunction(scope, path, { stage, size, layers: carried });
  grantAccess(fn, { ...(countsInRedis(path) && { cache: 'read-write' }), ...access }, resources);
  if (model !== undefined) configureModel(fn, model, stage);
  const variables = environment?.(stage) ?? {};
  for (const name of Object.values(ENV)) {
    const value = variables[name];
    if (value !== undefined) fn.setEnv(name, value);
  }
  if (schedule !== undefined) runOnSchedule(fn, stage.schedules[schedule]);
  return fn;
}
