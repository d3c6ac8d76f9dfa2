import { AGENTS } from './agents.ts';
import { AUTHORIZER, ENDPOINTS } from './api.ts';
import type { FunctionEntry } from './compute/function-entry.ts';
import { OPERATIONS } from './operations.ts';
import * as steps from './steps.ts';
import { WORKERS } from './workers.ts';

/**
 * Every function of the app, one entry each: `api/pantry` is the folder `functions/api/pantry`. The
 * tables hold data only, so that the build can read them without loading the CDK.
 */
const FUNCTIONS = {
  ...AUTHORIZER,
  ...ENDPOINTS,
  ...AGENTS,
  ...steps.RECEIPT_STEPS,
  ...steps.DOCUMENT_STEPS,
  ...steps.FAILURE_STEP,
  ...steps.PLAN_STEPS,
  ...steps.BACKUP_STEPS,
  ...steps.HOUSEHOLD_STEPS,
  ...WORKERS,
  ...OPERATIONS,
};

export type FunctionPath = keyof typeof FUNCTIONS;

/** By path; undefined for a folder that has no entry. */
export const functionTable: ReadonlyMap<string, FunctionEntry> = new Map(
  Object.entries<FunctionEntry>(FUNCTIONS),
);
