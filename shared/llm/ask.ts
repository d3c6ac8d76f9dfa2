import { stallLimit } from '#shared/waiting/stall-limit.ts';
import type { Attempt } from './attempt.ts';
import type { Caller } from './caller.ts';
import type { Read } from './checked-answer.ts';
import { type Asking, cancelled, failedBy, inOrder, plus, type Tried } from './in-order.ts';
import type { NoAnswer } from './language-model.ts';
import type { Usage } from './model.ts';
import type { ModelReply, ModelRequest, Provider } from './providers/provider.ts';

/** What was read of a reply. */
export interface Asked<T> {
  readonly ok: true;
  readonly value: T;
  /** Of all tries. */
  readonly usage: Usage;
  /** Whether the provider that is to be asked first gave it. */
  readonly isFirstChoice: boolean;
}

/**
 * A whole reply of the first provider that gives one which can be read. One that cannot be read is an
 * answer all the same: the next provider is asked, and the breaker of this one stays closed.
 */
export async function ask<T>(
  providers: readonly Provider[],
  request: ModelRequest,
  caller: Caller,
  asking: Asking,
  read: (reply: ModelReply) => Read<T>,
): Promise<Asked<T> | NoAnswer> {
  const totalMs = asking.patience.answerMs;
  const found = await inOrder(providers, request, caller, { ...asking, totalMs }, (...begun) =>
    askOnce(request, caller, read, ...begun),
  );
  if (!found.ok) return found;
  const { value, usage } = found.value;
  return {
    ok: true,
    value,
    usage: plus(found.spent, usage) ?? usage,
    isFirstChoice: found.at === 0,
  };
}

async function askOnce<T>(
  request: ModelRequest,
  { signal }: Caller,
  read: (reply: ModelReply) => Read<T>,
  attempt: Attempt,
  provider: Provider,
  limitMs: number,
): Promise<Tried<{ readonly value: T; readonly usage: Usage }>> {
  const limit = stallLimit(signal);
  limit.wait(limitMs);
  const reply = await provider.ask(request, limit.signal);
  limit.end();
  if (reply.ok) {
    const { tokens } = reply;
    const usage = await attempt.finish({ how: 'answered', tokens, received: writtenBy(reply) });
    const value = read(reply);
    if (value.ok) return { ok: true, value: { value: value.value, usage } };
    return { ...value, usage, retryWith: 'next' };
  }
  if (signal?.aborted) return cancelled(await attempt.finish({ how: 'cancelled' }));
  return failedBy(reply, await attempt.finish({ how: reply }), limit.signal);
}

function writtenBy({ text, answer, calls }: ModelReply): string {
  return JSON.stringify([text, answer, calls]);
}
