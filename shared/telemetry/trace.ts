import { beginSpan, currentRequestId, endSpan, runInSpan, type Span } from './invocation-trace.ts';
import { sendSubsegment } from './x-ray.ts';

/** Does a step of an invocation, which shows in its trace by this name. */
export async function tracedStep<Result>(
  name: string,
  work: () => Promise<Result> | Result,
): Promise<Result> {
  const span = beginSpan(name);
  let failed = true;
  try {
    const result = await runInSpan(span, work);
    failed = false;
    return result;
  } finally {
    end(span, failed);
  }
}

/** A step whose results come one by one: it lasts until its last, or until nobody wants more. */
export async function* tracedEvents<Event>(
  name: string,
  source: AsyncIterable<Event>,
  onEnd: (ms: number) => void = () => undefined,
): AsyncGenerator<Event> {
  const span = beginSpan(name);
  let failed = false;
  try {
    yield* insideSpan(span, source);
  } catch (error) {
    failed = true;
    throw error;
  } finally {
    onEnd(end(span, failed));
  }
}

/** What the source does for each of its results belongs to the span; what its taker does, does not. */
async function* insideSpan<Event>(span: Span, source: AsyncIterable<Event>): AsyncGenerator<Event> {
  const iterator = source[Symbol.asyncIterator]();
  let isOver = false;
  const next = async () => {
    isOver = true; // one that throws has ended
    const result = await runInSpan(span, () => iterator.next());
    isOver = result.done === true;
    return result;
  };
  try {
    for (let one = await next(); one.done !== true; one = await next()) yield one.value;
  } finally {
    if (!isOver) await iterator.return?.();
  }
}

/**
 * A step between what comes one by one and who takes it. It lasts as long as it works itself, without the
 * time for which it waits for either.
 */
export async function* tracedFilter<In, Out>(
  name: string,
  source: AsyncIterable<In>,
  filter: (source: AsyncIterable<In>) => AsyncIterable<Out>,
): AsyncGenerator<Out> {
  const span = beginSpan(name);
  const own = new OwnTime();
  let failed = false;
  try {
    for await (const passed of filter(waitedFor(source, own))) {
      own.pause();
      yield passed;
      own.goOn();
    }
  } catch (error) {
    failed = true;
    throw error;
  } finally {
    own.pause();
    end(span, failed, own.ms);
  }
}

async function* waitedFor<Event>(source: AsyncIterable<Event>, own: OwnTime) {
  own.pause();
  try {
    for await (const event of source) {
      own.goOn();
      yield event;
      own.pause();
    }
  } finally {
    own.goOn();
  }
}

/** Milliseconds of what works with pauses. */
class OwnTime {
  ms = 0;
  #since: number | undefined = performance.now();

  pause(): void {
    if (this.#since !== undefined) this.ms += performance.now() - this.#since;
    this.#since = undefined;
  }

  goOn(): void {
    this.#since = performance.now();
  }
}

/** A step that ends somewhere else than it began. */
export function tracedUntil(name: string): (failed: boolean) => void {
  const span = beginSpan(name);
  return (failed) => void end(span, failed);
}

function end(span: Span, failed: boolean, ms = performance.now() - span.startedAt): number {
  endSpan(span, ms, failed);
  sendSubsegment(span.name, ms, failed, { requestId: currentRequestId() });
  return ms;
}
