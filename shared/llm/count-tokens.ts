import { increment } from '#shared/telemetry/record.ts';
import type { Tokens } from './providers/provider.ts';

/** Counts what a request took of a provider, by its id. */
export function countTokens(model: string, { inputTokens, outputTokens }: Tokens): void {
  increment('llm_tokens_total', { model, direction: 'input' }, inputTokens);
  increment('llm_tokens_total', { model, direction: 'output' }, outputTokens);
}
