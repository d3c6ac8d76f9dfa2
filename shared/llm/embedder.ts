/** Models may embed queries and documents differently; a text must be embedded for its purpose. */
export type EmbeddingPurpose = 'document' | 'query';

export type EmbeddingResult =
  /** One unit vector per text, in the same order, all of the same dimension. */
  | { readonly ok: true; readonly vectors: readonly Float32Array[] }
  /** `unreachable`: no answer in time; `refused`: an error of the service; `invalid`: unusable vectors. */
  | {
      readonly ok: false;
      readonly why: 'unreachable' | 'refused' | 'invalid';
      readonly detail: string;
    };

/** Turns texts into vectors that are close when the texts mean the same. It does not throw for failures of the service. */
export interface Embedder {
  /** Only vectors of the same model can be compared. */
  readonly model: string;
  /** Suggested number of texts per `embed` when there are many, so that results can be saved in between. */
  readonly batchSize: number;
  embed(
    texts: readonly string[],
    purpose: EmbeddingPurpose,
    signal: AbortSignal,
  ): Promise<EmbeddingResult>;
}

/**
 * Validates the vectors for a number of texts and scales them to length 1, so that the dot product is
 * the cosine. A missing, empty, infinite or zero vector makes the result invalid.
 */
export function normalizedVectors(
  sent: readonly (readonly number[])[],
  texts: number,
): EmbeddingResult {
  if (sent.length !== texts) return invalid(`${sent.length} vectors for ${texts} texts`);
  const vectors: Float32Array[] = [];
  for (const numbers of sent) {
    if (numbers.length !== sent[0]?.length) return invalid('vectors of several dimensions');
    const length = Math.hypot(...numbers);
    if (!Number.isFinite(length) || length === 0) return invalid('a vector without direction');
    vectors.push(Float32Array.from(numbers, (value) => value / length));
  }
  return { ok: true, vectors };
}

function invalid(detail: string): EmbeddingResult {
  return { ok: false, why: 'invalid', detail };
}

/** Embeds a list in calls of `size` texts, `concurrency` of them at a time; the first failure ends it. */
export async function embedInBatches(
  texts: readonly string[],
  { size, concurrency }: { readonly size: number; readonly concurrency: number },
  call: (some: readonly string[]) => Promise<EmbeddingResult>,
): Promise<EmbeddingResult> {
  const calls = Array.from({ length: Math.ceil(texts.length / size) }, (_, at) =>
    texts.slice(at * size, (at + 1) * size),
  );
  const vectors: Float32Array[] = [];
  for (let at = 0; at < calls.length; at += concurrency) {
    for (const part of await Promise.all(calls.slice(at, at + concurrency).map(call))) {
      if (!part.ok) return part;
      vectors.push(...part.vectors);
      if (part.vectors[0]?.length !== vectors[0]?.length) {
        return invalid('calls answer in several dimensions');
      }
    }
  }
  return { ok: true, vectors };
}
