import * as z from 'zod/mini';
import { Failure } from './failure.ts';

/** Bytes on their way from one process of ours to another. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** An answer that was found, or why there is none. */
const Outcome = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: Failure }),
]);
export type Outcome = z.infer<typeof Outcome>;

export const ToProgram = z.union([
  z.object({ type: z.literal('task'), name: z.string(), input: z.unknown() }),
  /** Time is up: what is there by now is the answer. */
  z.object({ type: z.literal('abort') }),
  z.object({ type: z.literal('answer'), id: z.number(), outcome: Outcome }),
]);
export type ToProgram = z.infer<typeof ToProgram>;

export const FromProgram = z.union([
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('question'), id: z.number(), name: z.string(), input: z.unknown() }),
  z.object({
    type: z.literal('done'),
    outcome: Outcome,
    /** The memory it left its process with. */
    residentBytes: z.number(),
  }),
]);
export type FromProgram = z.infer<typeof FromProgram>;
