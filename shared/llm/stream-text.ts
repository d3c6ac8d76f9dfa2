import { type StallLimit, stallLimit } from '#shared/waiting/stall-limit.ts';
import { timeLeftMs } from '#shared/waiting/wait-limit.ts';
import type { Attempt, Outcome } from './attempt.ts';
import type { Caller } from './caller.ts';
import { CUT, FILTERED, type Read } from './checked-answer.ts';
import { type Asking, cancelled, failedBy, inOrder, plus, type Tried } from './in-order.ts';
import type { StreamPiece } from './language-model.ts';
import type { Unavailable, Usage } from './model.ts';
import type { ModelRequest, Provider, Stop, StreamEvent } from './providers/provider.ts';
import { unreadable } from './providers/provider-failure.ts';

/** A stream that has begun: its first piece is there. */
interface Opened {
  readonly attempt: Attempt;
  readonly events: AsyncGenerator<StreamEvent, void, undefined>;
  readonly limit: StallLimit;
  readonly first: string;
}

/**
 * Text as it is written. Providers are tried in their order until one gives a first piece; after that
 * there is no way back, as text that was shown cannot be begun anew.
 */
export async function* streamText(
  providers: readonly Provider[],
  request: ModelRequest,
  caller: Caller,
  asking: Asking,
): AsyncGenerator<StreamPiece, void, undefined> {
  const { firstPieceMs: totalMs, stallMs } = asking.patience;
  const found = await inOrder(providers, request, caller, { ...asking, totalMs }, (...begun) =>
    open(request, caller, ...begun),
  );
  if (!found.ok) {
    const { unavailable, detail, usage } = found;
    yield { type: 'failed', unavailable, detail, usage };
    return;
  }
  const { attempt, events, limit, first } = found.value;
  let received = first;
  let isOver = false;
  const finish = async (outcome: Omit<Outcome, 'received'>) => {
    isOver = true;
    const usage = await attempt.finish({ ...outcome, received });
    return plus(found.spent, usage) ?? usage;
  };
  try {
    yield { type: 'text', text: first };
    while (true) {
      limit.wait(Math.min(stallMs, timeLeftMs()));
      const event = await next(events);
      if (event.type === 'text') {
        received += event.text;
        yield event;
        continue;
      }
      limit.end();
      if (event.type === 'end') {
        const usage = await finish({ how: 'answered', tokens: event.tokens });
        yield ended(event.stop, usage);
      } else if (caller.signal?.aborted) {
        yield failed('cancelled', 'the caller went away', await finish({ how: 'cancelled' }));
      } else {
        const usage = await finish({ how: { ...event.failure, mayBeBilled: true } });
        yield failed('cut', event.failure.detail, usage);
      }
      return;
    }
  } finally {
    // Whoever listened went away between two pieces.
    if (!isOver) {
      await events.return().catch(() => undefined);
      limit.abort();
      await finish({ how: 'cancelled' });
    }
  }
}

async function open(
  request: ModelRequest,
  { signal }: Caller,
  attempt: Attempt,
  provider: Provider,
  limitMs: number,
): Promise<Tried<Opened>> {
  const limit = stallLimit(signal);
  limit.wait(limitMs);
  const events = provider.stream(request, limit.signal);
  const event = await next(events);
  if (event.type === 'text') {
    return { ok: true, value: { attempt, events, limit, first: event.text } };
  }
  limit.end();
  if (event.type === 'end') {
    const usage = await attempt.finish({ how: 'answered', tokens: event.tokens, received: '' });
    return { ...reasonOf(event.stop), usage, retryWith: 'next' };
  }
  if (signal?.aborted) return cancelled(await attempt.finish({ how: 'cancelled', received: '' }));
  const usage = await attempt.finish({ how: event.failure, received: '' });
  return failedBy(event.failure, usage, limit.signal);
}

async function next(events: AsyncGenerator<StreamEvent, void, undefined>): Promise<StreamEvent> {
  const { value } = await events.next();
  return value ?? { type: 'failed', failure: unreadable('cut off') };
}

function ended(stop: Stop, usage: Usage): StreamPiece {
  if (stop === 'end' || stop === 'tools') return { type: 'done', usage };
  const { unavailable, detail } = reasonOf(stop);
  return failed(unavailable, detail, usage);
}

/** Why a model that stopped has not said what was asked for. */
function reasonOf(stop: Stop): Read<never> & { readonly ok: false } {
  if (stop === 'length') return CUT;
  if (stop === 'filtered') return FILTERED;
  return { ok: false, unavailable: 'invalid', detail: 'no text' };
}

function failed(unavailable: Unavailable, detail: string, usage: Usage): StreamPiece {
  return { type: 'failed', unavailable, detail, usage };
}
