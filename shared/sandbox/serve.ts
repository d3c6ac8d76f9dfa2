import { Worker } from 'node:worker_threads';
import * as z from 'zod/mini';
import { toError, toFailure } from './failure.ts';
import type { Limits } from './limits.ts';
import { type FromProgram, type Outcome, ToProgram } from './messages.ts';
import { LIFELINE, openingFlag, watch } from './watch.ts';

/** Between two looks of the watch, in milliseconds. */
const LOOK_EVERY = 10;

/** What a task may use beside its input. */
export interface TaskContext {
  /** Aborted when time is up: what there is by then is the answer. */
  readonly signal: AbortSignal;
  /** To be called once the file is open: from then on its size bounds the work. */
  readonly onOpened: () => void;
  /** Has the other process do what only it may, such as asking a service. */
  ask(name: string, input: unknown): Promise<unknown>;
}

export type Tasks = Readonly<
  Record<string, (input: unknown, context: TaskContext) => Promise<unknown>>
>;

/** Serves one task after the other, within limits, for as long as whoever started this process lives. */
export function serve(tasks: Tasks, limits: Limits): void {
  const opening = openingFlag();
  const text = `(${watch})(...require('node:worker_threads').workerData)`;
  const watching = new Worker(text, {
    eval: true,
    workerData: [limits, opening, LIFELINE, LOOK_EVERY],
  });
  const send = (message: FromProgram) => process.send?.(message);
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let [tasksSoFar, questions] = [0, 0];
  let limit = new AbortController();

  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const id = ++questions;
    const outcome = await new Promise<Outcome>((resolve) => {
      waiting.set(id, resolve);
      send({ type: 'question', id, name, input });
    });
    waiting.delete(id);
    if (outcome.ok) return outcome.value;
    throw toError(outcome.failure);
  };

  async function run(name: string, input: unknown): Promise<void> {
    limit = new AbortController();
    tasksSoFar += 1;
    Atomics.store(opening, 0, tasksSoFar);
    const onOpened = () => void Atomics.store(opening, 0, 0);
    const outcome = await outcomeOf(async () => {
      const task = tasks[name];
      if (task === undefined) throw new Error(`There is no task ${name}`);
      return await task(input, { signal: limit.signal, onOpened, ask });
    });
    onOpened();
    send({ type: 'done', outcome, residentBytes: process.memoryUsage.rss() });
  }

  process.on('message', (received) => {
    const message = z.parse(ToProgram, received);
    if (message.type === 'task') void run(message.name, message.input);
    else if (message.type === 'abort') limit.abort();
    else waiting.get(message.id)?.(message.outcome);
  });
  // No task begins before it is watched.
  watching.once('message', () => send({ type: 'ready' }));
}

export async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}
