import * as z from 'zod/mini';

const Counted = {
  queries: z.optional(z.number()),
  queryMs: z.optional(z.number()),
};
const Span = z.object({
  id: z.string(),
  parentId: z.string(),
  name: z.string(),
  /** Milliseconds after the invocation's beginning. */
  at: z.number(),
  ms: z.number(),
  failed: z.optional(z.boolean()),
  unfinished: z.optional(z.boolean()),
  ...Counted,
});

/** What an invocation, or one message of its batch, says of itself at its end. */
const Trace = z.object({
  spanId: z.string(),
  parentId: z.optional(z.string()),
  /** Epoch milliseconds. */
  start: z.number(),
  ms: z.number(),
  ...Counted,
  modelCalls: z.optional(z.number()),
  modelMs: z.optional(z.number()),
  waitMs: z.optional(z.number()),
  spans: z._default(z.array(Span), []),
});

const Line = z.looseObject({
  message: z.string(),
  level: z._default(z.string(), 'INFO'),
  timestamp: z._default(z.string(), ''),
  service: z._default(z.string(), '?'),
  requestId: z.optional(z.string()),
  trace: z.optional(Trace),
});
export type LogLine = z.infer<typeof Line>;

/** A line of `functions.log`; what is none of ours is a message of nobody. */
export function readLogLine(text: string): LogLine {
  const read = z.safeParse(Line, parsed(text));
  return read.success ? read.data : { message: text, level: 'INFO', timestamp: '', service: '?' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a line that a kill cut off
  }
}
