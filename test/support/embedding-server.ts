import { type Asked, type JsonService, startJsonService } from './json-service.ts';

const Z: readonly number[] = [0, 0, 1];
/**
 * A world of three directions: a name that no lexicon has means ketchup, and mayonnaise is like it by
 * 0.6. Everything else lies at a right angle to these.
 */
const WORLD: Readonly<Record<string, readonly number[]>> = {
  'xqzwv tajemnica': [1, 0, 0],
  ketchup: [1, 0, 0],
  majonez: [0.6, 0.8, 0],
  mayonnaise: [0.6, 0.8, 0],
};

/** The texts one request asked about. */
export function inputOf({ body }: Asked): string[] {
  return JSON.parse(body).input;
}

/**
 * An embedding model of three dimensions behind OpenAI's API; models cost money or memory.
 * @param dimensions of the vectors, by the number of requests before
 * @param failsAt number of the first request that gets an error
 * @param hangsAt number of the first request that gets no answer; then `onHang` is called
 */
export async function startEmbeddingServer(
  {
    dimensions = () => 3,
    failsAt = Number.POSITIVE_INFINITY,
    hangsAt = Number.POSITIVE_INFINITY,
    onHang = () => undefined,
  } = {} as {
    readonly dimensions?: (before: number) => number;
    readonly failsAt?: number;
    readonly hangsAt?: number;
    readonly onHang?: () => void;
  },
): Promise<JsonService> {
  let before = 0;
  return await startJsonService((asked) => {
    const [size, failed, hangs] = [dimensions(before), before >= failsAt, before >= hangsAt];
    before += 1;
    if (hangs) {
      onHang();
      return new Promise(() => undefined);
    }
    if (failed) return { status: 503, body: { error: 'loading' } };
    if (asked.url !== '/v1/embeddings') return { status: 404, body: { error: asked.url } };
    const data = inputOf(asked).map((text, index) => ({
      index,
      embedding: [...(WORLD[text] ?? Z), ...Array(size).fill(0)].slice(0, size),
    }));
    return { status: 200, body: { object: 'list', data } };
  });
}
