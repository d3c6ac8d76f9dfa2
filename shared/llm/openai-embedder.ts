import * as z from 'zod/mini';
import { checkedVectors, type Embedded, type Embedder, inCalls, type Purpose } from './embedder.ts';
import type { ModelServer } from './model-server.ts';
import { postJson } from './post-json.ts';

/** What text-embeddings-inference takes at most unless told otherwise; others take more. */
const TEXTS = 32;
/** 32 vectors of 4,096 numbers of 22 letters, rounded up. */
const MOST_BYTES = 4_000_000;

const Reply = z.object({
  data: z.array(z.object({ index: z.number(), embedding: z.array(z.number()) })),
});

/**
 * What some models were trained to find before a text; the server passes on what it gets.
 * @see the model cards of intfloat/multilingual-e5 and nomic-ai/nomic-embed-text
 */
const PREFIXES: readonly (readonly [RegExp, Readonly<Record<Purpose, string>>])[] = [
  [/\be5\b/i, { document: 'passage: ', query: 'query: ' }],
  [/nomic-embed-text/i, { document: 'search_document: ', query: 'search_query: ' }],
];

/** Any server that speaks OpenAI's embeddings: Ollama, llama.cpp, vLLM, OpenAI itself. */
export function openAiEmbedder(server: ModelServer): Embedder {
  const prefixes = PREFIXES.find(([name]) => name.test(server.model))?.[1];
  return {
    model: server.model,
    batch: TEXTS,
    embed: (texts, purpose, signal) =>
      inCalls(texts, { size: TEXTS, atOnce: 1 }, (some) =>
        ask(
          server,
          some.map((text) => `${prefixes?.[purpose] ?? ''}${text}`),
          signal,
        ),
      ),
  };
}

async function ask(
  { url, model, key }: ModelServer,
  input: readonly string[],
  signal: AbortSignal,
): Promise<Embedded> {
  const address = `${url.replace(/\/$/, '')}/embeddings`;
  const sent = await postJson(address, { model, input }, key, { signal, mostBytes: MOST_BYTES });
  if (!sent.ok) return sent;
  const reply = z.safeParse(Reply, sent.value);
  if (!reply.success) return { ok: false, why: 'invalid', detail: 'no embeddings' };
  const inOrder = reply.data.data.toSorted((a, b) => a.index - b.index);
  return checkedVectors(
    inOrder.map(({ embedding }) => embedding),
    input.length,
  );
}
