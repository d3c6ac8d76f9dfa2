import type { ConverseStreamOutput, StopReason, TokenUsage } from '@aws-sdk/client-bedrock-runtime';
import type { Stop, StreamEvent, Tokens } from './provider.ts';
import { unreadable } from './provider-failure.ts';

/**
 * The events of a streamed message. One that ends without a reason to end was cut off.
 * @throws what the SDK throws for exceptions in the stream and for bytes that are none
 */
export async function* converseStream(
  stream: AsyncIterable<ConverseStreamOutput> | Iterable<ConverseStreamOutput>,
): AsyncGenerator<StreamEvent, void, undefined> {
  let stop: Stop | undefined;
  let tokens: Tokens | undefined;
  for await (const { contentBlockDelta, messageStop, metadata } of stream) {
    const text = contentBlockDelta?.delta?.text;
    if (text) yield { type: 'text', text };
    if (messageStop !== undefined) stop = stopOf(messageStop.stopReason);
    tokens = tokensOf(metadata?.usage) ?? tokens;
  }
  yield stop === undefined
    ? { type: 'failed', failure: unreadable('cut off') }
    : { type: 'end', stop, tokens };
}

export function stopOf(reason: StopReason | undefined): Stop {
  if (reason === 'max_tokens' || reason === 'model_context_window_exceeded') return 'length';
  return reason === 'content_filtered' || reason === 'guardrail_intervened' ? 'filtered' : 'end';
}

export function tokensOf(usage: TokenUsage | undefined): Tokens | undefined {
  if (usage === undefined) return undefined;
  const { inputTokens = 0, outputTokens = 0 } = usage;
  return { inputTokens, outputTokens };
}
