import {
  BedrockRuntimeClient,
  InvokeModelCommand,
  type InvokeModelCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import {
  type Embedder,
  type EmbeddingPurpose,
  type EmbeddingResult,
  embedInBatches,
  normalizedVectors,
} from './embedder.ts';

/** The part of the SDK's client that is used. */
export interface Invoker {
  send(
    command: InvokeModelCommand,
    options: { abortSignal: AbortSignal },
  ): Promise<InvokeModelCommandOutput>;
}

/** Titan takes one text per call, and the shipped products are thousands. */
const MAX_CONCURRENT_CALLS = 8;

/** Request and response format of a family of models; the families share no fields. */
interface RequestFormat {
  /** Largest number of texts in one call. */
  readonly maxTexts: number;
  readonly body: (texts: readonly string[], purpose: EmbeddingPurpose) => object;
  /** @throws ZodError for any other response */
  readonly vectorsOf: (answer: unknown) => number[][];
}

const Vector = z.array(z.number());
const TitanAnswer = z.object({ embedding: Vector });
const CohereAnswer = z.object({ embeddings: z.array(Vector) });

/** @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html */
const TITAN: RequestFormat = {
  maxTexts: 1,
  body: ([inputText]) => ({ inputText, dimensions: 1024, normalize: true }),
  vectorsOf: (answer) => [TitanAnswer.parse(answer).embedding],
};

/** @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html */
const COHERE: RequestFormat = {
  maxTexts: 96,
  body: (texts, purpose) => ({ texts, input_type: `search_${purpose}`, truncate: 'END' }),
  vectorsOf: (answer) => CohereAnswer.parse(answer).embeddings,
};

/** A model of Bedrock: `amazon.titan-embed-text-v2:0` or one of `cohere.embed-…-v3`. */
export function bedrockEmbedder(
  modelId: string,
  client: Invoker = new BedrockRuntimeClient({}),
): Embedder {
  const format = modelId.startsWith('cohere.') ? COHERE : TITAN;
  return {
    model: modelId,
    batchSize: 96,
    embed: (texts, purpose, signal) =>
      embedInBatches(
        texts,
        { size: format.maxTexts, concurrency: MAX_CONCURRENT_CALLS },
        async (some) => {
          const json = 'application/json';
          const command = new InvokeModelCommand({
            ...{ modelId, contentType: json, accept: json },
            body: JSON.stringify(format.body(some, purpose)),
          });
          try {
            const answer = await client.send(command, { abortSignal: signal });
            const sent: unknown = JSON.parse(answer.body.transformToString());
            return normalizedVectors(format.vectorsOf(sent), some.length);
          } catch (error) {
            return failure(error);
          }
        },
      ),
  };
}

function failure(error: unknown): EmbeddingResult {
  const detail = error instanceof Error ? error.name : 'unknown';
  if (/Timeout|Abort|Network|ECONN/i.test(detail)) return { ok: false, why: 'unreachable', detail };
  const unreadable = error instanceof SyntaxError || error instanceof z.core.$ZodError;
  return { ok: false, why: unreadable ? 'invalid' : 'refused', detail };
}
