import * as z from 'zod/mini';
import {
  type Embedder,
  type EmbeddingPurpose,
  type EmbeddingResult,
  embedInBatches,
  normalizedVectors,
} from './embedder.ts';
import type { ModelServer } from './providers/model-server.ts';
import { postJson } from './providers/post-json.ts';

/** Default limit of text-embeddings-inference; other servers take more. */
const MAX_BATCH_TEXTS = 32;
/** 32 vectors of 4,096 numbers of 22 letters, rounded up. */
const MAX_BYTES = 4_000_000;

const Reply = z.object({
  data: z.array(z.object({ index: z.number(), embedding: z.array(z.number()) })),
});

/**
 * Prefixes that some models were trained with; the server does not add them.
 * @see the model cards of intfloat/multilingual-e5 and nomic-ai/nomic-embed-text
 */
const PREFIXES: readonly (readonly [RegExp, Readonly<Record<EmbeddingPurpose, string>>])[] = [
  [/\be5\b/i, { document: 'passage: ', query: 'query: ' }],
  [/nomic-embed-text/i, { document: 'search_document: ', query: 'search_query: ' }],
];

/** Any server with OpenAI's embeddings API: Ollama, llama.cpp, vLLM, OpenAI itself. */
export function openAiEmbedder(server: ModelServer): Embedder {
  const prefixes = PREFIXES.find(([name]) => name.test(server.model))?.[1];
  return {
    model: server.model,
    batchSize: MAX_BATCH_TEXTS,
    embed: (texts, purpose, signal) =>
      embedInBatches(texts, { size: MAX_BATCH_TEXTS, concurrency: 1 }, (some) =>
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
): Promise<EmbeddingResult> {
  const address = `${url.replace(/\/$/, '')}/embeddings`;
  const sent = await postJson(address, { model, input }, key, { signal, maxBytes: MAX_BYTES });
  if (!sent.ok) {
    const why = sent.kind === 'unreachable' ? 'unreachable' : 'refused';
    return { ok: false, why, detail: sent.detail };
  }
  const reply = z.safeParse(Reply, sent.value);
  if (!reply.success) return { ok: false, why: 'invalid', detail: 'no embeddings' };
  const inOrder = reply.data.data.toSorted((a, b) => a.index - b.index);
  return normalizedVectors(
    inOrder.map(({ embedding }) => embedding),
    input.length,
  );
}
