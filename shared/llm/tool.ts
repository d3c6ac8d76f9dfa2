import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { log } from '#shared/telemetry/log.ts';
import { jsonSchema } from './model-request.ts';
import type { ToolSpec } from './providers/provider.ts';

/** What came of a tool. */
export interface Taken<Proposal> {
  /** For the model; treated as untrusted. */
  readonly text: string;
  readonly proposal?: Proposal;
}

/**
 * Something that a model may ask code to do. There are two kinds, and none of them writes: one looks
 * something up, the other proposes a change, which a person confirms or not.
 */
export interface Tool<Proposal> {
  readonly spec: ToolSpec;
  /** @param input as the model wrote it */
  take(input: unknown, signal: AbortSignal | undefined): Promise<Taken<Proposal>>;
}

interface About<S extends Schema> {
  readonly name: string;
  /** For the model: what it does, and when to use it. */
  readonly description: string;
  readonly input: S;
}

/** A tool that looks something up. @param read must change nothing */
export function readTool<S extends Schema>(
  about: About<S>,
  read: (input: z.output<S>, signal: AbortSignal | undefined) => Promise<string>,
): Tool<never> {
  return toolOf(about, async (input, signal) => ({ text: await read(input, signal) }));
}

/** A tool that proposes a change. @param propose makes the proposal, and changes nothing */
export function proposalTool<S extends Schema, Proposal>(
  about: About<S>,
  propose: (input: z.output<S>) => Proposal,
): Tool<Proposal> {
  const text = 'It was proposed, and is not done before the person confirms it.';
  return toolOf(about, async (input) => ({ text, proposal: propose(input) }));
}

function toolOf<S extends Schema, Proposal>(
  { name, description, input: schema }: About<S>,
  work: (input: z.output<S>, signal: AbortSignal | undefined) => Promise<Taken<Proposal>>,
): Tool<Proposal> {
  return {
    spec: { name, description, input: jsonSchema(schema) },
    async take(sent, signal) {
      const input = z.safeParse(schema, sent);
      if (!input.success)
        return { text: `Not done: ${z.prettifyError(input.error).slice(0, 500)}` };
      try {
        return await work(input.data, signal);
      } catch (error) {
        log.warn('A tool of a model failed', { tool: name, error });
        return { text: 'Not done: it failed.' };
      }
    },
  };
}
