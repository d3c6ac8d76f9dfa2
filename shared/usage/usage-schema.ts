import * as z from 'zod/mini';
import { Day } from '#shared/schemas/day.ts';

/** Days of the household's zone, both included; without them the 31 days that end today. */
export const UsageQuery = z.strictObject({ from: z.optional(Day), to: z.optional(Day) });
export type UsageQuery = z.infer<typeof UsageQuery>;

const used = {
  /** Requests whose credentials were valid. */
  requests: z.int(),
  modelCalls: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  /** Of both, what nobody waited for. */
  backgroundTokens: z.int(),
  /** Pages read as pictures. */
  ocrPages: z.int(),
  /** Of files that were uploaded then and are still known. */
  storedBytes: z.int(),
};

export const UsageDay = z.object({ day: z.string(), ...used });
export type UsageDay = z.infer<typeof UsageDay>;
/** `2026-11` */
export const UsageMonth = z.object({ month: z.string(), ...used });
export type UsageMonth = z.infer<typeof UsageMonth>;

export const TokenBudget = z.object({
  /** Tokens that the household may use in a day. */
  limit: z.int(),
  /** Of today. */
  used: z.int(),
  /** Held by calls that are under way. */
  reserved: z.int(),
  left: z.int(),
  resetsAt: z.iso.datetime(),
});
export type TokenBudget = z.infer<typeof TokenBudget>;

export const Usage = z.object({
  from: z.string(),
  to: z.string(),
  /** The newest first, without days on which nothing was used. */
  days: z.array(UsageDay),
  /** Whole months, also where the period begins or ends within them. */
  months: z.array(UsageMonth),
  /** Files of uploads now. */
  storage: z.object({ files: z.int(), bytes: z.int() }),
  /** Null where no model is configured. */
  budgets: z.object({ modelTokensPerDay: z.nullable(TokenBudget) }),
});
export type Usage = z.infer<typeof Usage>;
