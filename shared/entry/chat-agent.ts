import type * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { agent } from './agent.ts';
import type { JobHandler } from './job.ts';

/** All events of an answer, in the order in which the agent yielded them. */
export interface AllEvents<Event> {
  readonly events: readonly Event[];
}

/** An agent of the chat: one async generator from a request to events, invoked for all of them at once. */
export function chatAgent<Input extends Schema, Event>(
  input: Input,
  answer: (request: z.output<Input>) => AsyncIterable<Event>,
): JobHandler<AllEvents<Event>> {
  return agent(input, async (request) => {
    const events: Event[] = [];
    for await (const event of answer(request)) events.push(event);
    return { events };
  });
}
