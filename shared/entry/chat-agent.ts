import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { job } from './job.ts';

/** All events of an answer, in the order in which the agent yielded them. */
export interface AllEvents<Event> {
  readonly events: readonly Event[];
}

/** What Lambda calls, with a stream; a caller without one gets all events at once. */
export interface ChatAgentHandler<Event> {
  (event: unknown): Promise<AllEvents<Event>>;
  (event: unknown, stream: Writable, context: unknown): Promise<void>;
}

/**
 * An agent of the chat: one async generator from a request to events. Each is written as a line of JSON
 * while the agent thinks on; when nobody reads any more, the agent ends at its next event.
 */
export function chatAgent<Input extends Schema, Event>(
  input: Input,
  answer: (request: z.output<Input>) => AsyncIterable<Event>,
): ChatAgentHandler<Event> {
  const run = async (event: unknown, stream?: Writable, context?: unknown) => {
    const events: Event[] = [];
    await job('agent', input, async (request) => {
      for await (const one of answer(request)) {
        if (stream === undefined) events.push(one);
        else await writeLine(stream, one);
      }
      // Whoever reads it does not wait for what is done behind the answer.
      stream?.end();
    })(event, context);
    return { events };
  };
  // Lambda's types know handlers with a stream alone, and pass on what they are given.
  return awslambda.streamifyResponse(run) as unknown as ChatAgentHandler<Event>;
}

async function writeLine(stream: Writable, event: unknown): Promise<void> {
  if (stream.destroyed) throw new Error('Nobody reads the answer any more');
  if (!stream.write(`${JSON.stringify(event)}\n`)) await once(stream, 'drain');
}
