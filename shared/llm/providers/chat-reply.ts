import * as z from 'zod/mini';
import { extractJson, parsedJson } from './extract-json.ts';
import type { ModelReply, ModelRequest, Stop, Tokens } from './provider.ts';
import { type ProviderFailure, unreadable } from './provider-failure.ts';

const Usage = z.object({ prompt_tokens: z.number(), completion_tokens: z.number() });
const Call = z.object({
  id: z.string(),
  function: z.object({ name: z.string(), arguments: z.string() }),
});
const Reply = z.object({
  choices: z.array(
    z.object({
      message: z.object({ content: z.nullish(z.string()), tool_calls: z.nullish(z.array(Call)) }),
      finish_reason: z.nullish(z.string()),
    }),
  ),
  usage: z.nullish(Usage),
});

/** One piece of a stream; the last ones have usage and no choices. */
export const ChatChunk = z.object({
  choices: z.array(
    z.object({
      delta: z.object({ content: z.nullish(z.string()) }),
      finish_reason: z.nullish(z.string()),
    }),
  ),
  usage: z.nullish(Usage),
});

/** Reads the answer of a chat completion. */
export function chatReply(sent: unknown, { answer }: ModelRequest): ModelReply | ProviderFailure {
  const reply = z.safeParse(Reply, sent);
  const choice = reply.data?.choices[0];
  if (!reply.success || choice === undefined) return unreadable('no chat completion');
  const text = choice.message.content ?? '';
  const calls = (choice.message.tool_calls ?? []).map(
    ({ id, function: { name, arguments: json } }) => ({
      id,
      name,
      input: parsedJson(json),
    }),
  );
  return {
    ok: true,
    text,
    answer: answer && extractJson(text),
    calls,
    stop: calls.length > 0 ? 'tools' : stopOf(choice.finish_reason),
    tokens: tokensOf(reply.data.usage),
  };
}

export function stopOf(reason: string | null | undefined): Stop {
  if (reason === 'length') return 'length';
  return reason === 'content_filter' ? 'filtered' : 'end';
}

export function tokensOf(usage: z.infer<typeof Usage> | null | undefined): Tokens | undefined {
  return usage
    ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens }
    : undefined;
}
