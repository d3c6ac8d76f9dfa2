import { randomFrom } from '#test/synthetic/random.ts';

const random = randomFrom(12);

/** A kind of request that people at work send. */
export interface Kind {
  readonly name: string;
  /** Of all requests; together they are 1. */
  readonly share: number;
  readonly path: string;
  readonly body?: () => object;
}

export const KINDS: readonly [Kind, ...Kind[]] = [
  { name: 'pantry', share: 0.25, path: '/api/v2/pantry?limit=50' },
  {
    name: 'pantry, a new lot',
    share: 0.1,
    path: '/api/v2/pantry',
    body: () => ({
      product: { name: random.pick(['mleko', 'jajka', 'ryż', 'cukinia', 'ser gouda']) },
      quantity: { value: '1', unit: 'szt' },
    }),
  },
  { name: 'recipes', share: 0.25, path: '/api/v2/recipes?useExpiring=true&limit=10' },
  {
    name: 'chat',
    share: 0.15,
    path: '/api/v1/chat',
    body: () => ({ message: random.pick(['co na obiad?', 'coś z cukinii', 'what can I bake?']) }),
  },
  { name: 'receipts', share: 0.15, path: '/api/v2/receipts' },
  { name: 'health', share: 0.1, path: '/health' },
];

/** The same kinds in the same order in each run. */
export function nextKind(): Kind {
  let left = random.between(0, 1);
  for (const kind of KINDS) {
    left -= kind.share;
    if (left <= 0) return kind;
  }
  return KINDS[0];
}

export interface Sample {
  readonly name: string;
  readonly status: number | 'failed';
  readonly milliseconds: number;
}

/** Sends one request and reads its answer. */
export async function send(
  { name, path, body }: Kind,
  { apiUrl, token }: { readonly apiUrl: string; readonly token: string },
): Promise<Sample> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body()) };
  const began = performance.now();
  let status: Sample['status'] = 'failed';
  try {
    const reply = await fetch(new URL(path, apiUrl), { headers, ...init });
    await reply.arrayBuffer();
    status = reply.status;
  } catch {
    // Counted as failed: the connection was refused or cut.
  }
  return { name, status, milliseconds: performance.now() - began };
}
