/** Models may put what is looked for elsewhere than what is found; one must not be compared as the other. */
export type Purpose = 'document' | 'query';

export type Embedded =
  /** One vector of length 1 a text, in their order, all of the same dimension. */
  | { readonly ok: true; readonly vectors: readonly Float32Array[] }
  /** `unreachable`: nobody answered in time; `refused`: an error of the service; `invalid`: no such vectors. */
  | {
      readonly ok: false;
      readonly why: 'unreachable' | 'refused' | 'invalid';
      readonly detail: string;
    };

/** Turns texts into vectors that lie near each other when they mean the same. It never throws for what the other side does. */
export interface Embedder {
  /** Only vectors of the same model can be compared. */
  readonly model: string;
  /** How many texts go well into one `embed` of many, so that what was made can be kept in between. */
  readonly batch: number;
  embed(texts: readonly string[], purpose: Purpose, signal: AbortSignal): Promise<Embedded>;
}

/**
 * What a service sent for so many texts. Vectors are brought to length 1: then the sum of products is
 * the cosine. Nothing usable is made of a missing, empty, endless or zero one.
 */
export function checkedVectors(sent: readonly (readonly number[])[], texts: number): Embedded {
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

function invalid(detail: string): Embedded {
  return { ok: false, why: 'invalid', detail };
}

/** Embeds a list in calls of `size` texts, `atOnce` of them at the same time; the first failure ends it. */
export async function inCalls(
  texts: readonly string[],
  { size, atOnce }: { readonly size: number; readonly atOnce: number },
  call: (some: readonly string[]) => Promise<Embedded>,
): Promise<Embedded> {
  const calls = Array.from({ length: Math.ceil(texts.length / size) }, (_, at) =>
    texts.slice(at * size, (at + 1) * size),
  );
  const vectors: Float32Array[] = [];
  for (let at = 0; at < calls.length; at += atOnce) {
    for (const part of await Promise.all(calls.slice(at, at + atOnce).map(call))) {
      if (!part.ok) return part;
      vectors.push(...part.vectors);
      if (part.vectors[0]?.length !== vectors[0]?.length) {
        return invalid('calls answer in several dimensions');
      }
    }
  }
  return { ok: true, vectors };
}
