import type { ClientBase } from 'pg';

interface Row {
  readonly hash: string;
  readonly vectors: Buffer;
}

/** Vectors that were made before, by the hash (hex) of what was embedded. */
export async function readPassageVectors(
  client: ClientBase,
  model: string,
  hashes: readonly string[],
  dimensions: number,
): Promise<Map<string, readonly Float32Array[]>> {
  const { rows } = await client.query<Row>(
    `select encode(hash, 'hex') as hash, vectors from passage_vectors
     where model = $1 and hash in (select decode(one, 'hex') from unnest($2::text[]) one)`,
    [model, hashes],
  );
  return new Map(rows.map(({ hash, vectors }) => [hash, unpacked(vectors, dimensions)]));
}

/** Keeps vectors; those of a text are always the same. */
export async function writePassageVectors(
  client: ClientBase,
  householdId: string,
  model: string,
  made: ReadonlyMap<string, readonly Float32Array[]>,
): Promise<void> {
  await client.query(
    `insert into passage_vectors (household_id, model, hash, vectors)
     select $1, $2, decode(hash, 'hex'), vectors
     from unnest($3::text[], $4::bytea[]) as made(hash, vectors)
     on conflict do nothing`,
    [householdId, model, [...made.keys()], [...made.values()].map(packed)],
  );
}

function packed(vectors: readonly Float32Array[]): Buffer {
  return Buffer.concat(vectors.map((vector) => Buffer.from(Float32Array.from(vector).buffer)));
}

function unpacked(bytes: Buffer, dimensions: number): Float32Array[] {
  // A copy, for a view of floats must begin at a multiple of four bytes.
  const numbers = new Float32Array(Uint8Array.from(bytes).buffer);
  return Array.from({ length: numbers.length / dimensions }, (_, at) =>
    numbers.slice(at * dimensions, (at + 1) * dimensions),
  );
}
