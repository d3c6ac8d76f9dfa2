import {
  BedrockRuntimeClient,
  InvokeModelCommand,
  type InvokeModelCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import { checkedVectors, type Embedded, type Embedder, inCalls, type Purpose } from './embedder.ts';

/** What is needed of the SDK's client. */
export interface Invoker {
  send(
    command: InvokeModelCommand,
    options: { abortSignal: AbortSignal },
  ): Promise<InvokeModelCommandOutput>;
}

/** Calls at the same time: Titan takes one text a call, and the shipped products are thousands. */
const AT_ONCE = 8;

/** How a family of models is asked; their fields have nothing in common. */
interface Form {
  /** Most texts of one call. */
  readonly texts: number;
  readonly body: (texts: readonly string[], purpose: Purpose) => object;
  /** Throws for what is no such answer. */
  readonly vectorsOf: (answer: unknown) => number[][];
}

const Vector = z.array(z.number());
const TitanAnswer = z.object({ embedding: Vector });
const CohereAnswer = z.object({ embeddings: z.array(Vector) });

/** @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html */
const TITAN: Form = {
  texts: 1,
  body: ([inputText]) => ({ inputText, dimensions: 1024, normalize: true }),
  vectorsOf: (answer) => [TitanAnswer.parse(answer).embedding],
};

/** @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html */
const COHERE: Form = {
  texts: 96,
  body: (texts, purpose) => ({ texts, input_type: `search_${purpose}`, truncate: 'END' }),
  vectorsOf: (answer) => CohereAnswer.parse(answer).embeddings,
};

/** A model of Bedrock: `amazon.titan-embed-text-v2:0` or one of `cohere.embed-…-v3`. */
export function bedrockEmbedder(
  modelId: string,
  client: Invoker = new BedrockRuntimeClient({}),
): Embedder {
  const form = modelId.startsWith('cohere.') ? COHERE : TITAN;
  return {
    model: modelId,
    batch: 96,
    embed: (texts, purpose, signal) =>
      inCalls(texts, { size: form.texts, atOnce: AT_ONCE }, async (some) => {
        const json = 'application/json';
        const command = new InvokeModelCommand({
          ...{ modelId, contentType: json, accept: json },
          body: JSON.stringify(form.body(some, purpose)),
        });
        try {
          const answer = await client.send(command, { abortSignal: signal });
          const sent: unknown = JSON.parse(answer.body.transformToString());
          return checkedVectors(form.vectorsOf(sent), some.length);
        } catch (error) {
          return failure(error);
        }
      }),
  };
}

function failure(error: unknown): Embedded {
  const detail = error instanceof Error ? error.name : 'unknown';
  if (/Timeout|Abort|Network|ECONN/i.test(detail)) return { ok: false, why: 'unreachable', detail };
  const unreadable = error instanceof SyntaxError || error instanceof z.core.$ZodError;
  return { ok: false, why: unreadable ? 'invalid' : 'refused', detail };
}
