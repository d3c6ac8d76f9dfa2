import * as z from 'zod/mini';
import { STATUSES } from './execution-store.ts';

/** Of the lists, as the API reference has them; 0 means the default. */
const MAX_PAGE = 1000;
const DEFAULT_PAGE = 100;

const page = {
  maxResults: z.optional(z.number().check(z.minimum(0), z.maximum(MAX_PAGE))),
  nextToken: z.optional(z.string()),
};

/** A field that is not named here is refused: it would ask for something that is not done. */
export const StartExecution = z.strictObject({
  stateMachineArn: z.string(),
  name: z.optional(z.string().check(z.regex(/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/))),
  input: z.optional(z.string()),
  traceHeader: z.optional(z.string()),
});
export const DescribeExecution = z.strictObject({ executionArn: z.string() });
export const StopExecution = z.strictObject({
  executionArn: z.string(),
  error: z.optional(z.string()),
  cause: z.optional(z.string()),
});
export const ListExecutions = z.strictObject({
  stateMachineArn: z.string(),
  statusFilter: z.optional(z.enum(STATUSES)),
  ...page,
});
export const ListStateMachines = z.strictObject(page);

export function pageSize({ maxResults }: { readonly maxResults?: number | undefined }): number {
  return maxResults || DEFAULT_PAGE;
}
