import type { ClientBase } from 'pg';

/** The vectors that are kept of these texts for this model, by text. */
export async function readVectors(
  client: ClientBase,
  model: string,
  texts: readonly string[],
): Promise<Map<string, Float32Array>> {
  const { rows } = await client.query<{ text: string; vector: Buffer }>(
    'select text, vector from product_vectors where model = $1 and text = any($2)',
    [model, texts],
  );
  // Copied, because a buffer may begin where no number may.
  return new Map(
    rows.map(({ text, vector }) => [text, new Float32Array(new Uint8Array(vector).buffer)]),
  );
}

/** Keeps vectors; of two processes that made the same one the first has it. */
export async function writeVectors(
  client: ClientBase,
  model: string,
  vectors: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  const bytes = [...vectors.values()].map((vector) => Buffer.from(vector.buffer));
  await client.query(
    `insert into product_vectors (model, text, vector)
     select $1, text, vector from unnest($2::text[], $3::bytea[]) as made (text, vector)
     on conflict do nothing`,
    [model, [...vectors.keys()], bytes],
  );
}
