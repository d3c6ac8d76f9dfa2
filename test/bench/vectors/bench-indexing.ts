import { embed } from '#shared/embedding/sentence-vectors.ts';
import { termsOf } from '#shared/retrieval/terms.ts';
import { rowId } from '#shared/vector-store/index-row.ts';
import type { VectorStore } from '#shared/vector-store/vector-store.ts';
import { drawing } from './drawn-vectors.ts';

const CHUNKS = 2_000;
const EMBEDDED = 32;
const LENGTH = 100;
const WORDS =
  'mleko po otwarciu trzymaj w lodówce trzy dni a potem wylej odkamieniaj czajnik octem raz na miesiąc gwarancja obejmuje silnik przez dwa lata od zakupu mięso mrozić do czterech miesięcy nie rozmrażać na blacie piekarnik nagrzej do stu osiemdziesięciu stopni zupę podgrzewaj aż zawrze'.split(
    ' ',
  );

/** Chunks of 100 words: their words into the text index, and their vectors from the network. */
export async function benchIndexing(store: VectorStore): Promise<void> {
  const random = drawing(15);
  const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  const texts = Array.from({ length: CHUNKS }, () =>
    Array.from({ length: LENGTH }, word).join(' '),
  );
  const dataset = await store.create('bench-words', 384);
  const of = { documentId: 'bench', language: 'pl' as const, vector: null };
  const words = await processorOf(async () => {
    await dataset.upsert(
      texts.map((text, at) => ({
        ...of,
        id: rowId(`${at}`, 0),
        chunkId: `${at}`,
        terms: termsOf(text).join(' '),
      })),
    );
    await dataset.optimize(new Date());
  });
  await embed(texts.slice(0, 1), 'passage');
  const vectors = await processorOf(() => embed(texts.slice(1, EMBEDDED + 1), 'passage'));
  console.log(`\nindexed for a second of processor, in chunks of ${LENGTH} words:`);
  console.log(
    `by words ${(CHUNKS / words).toFixed(0)}, vectors ${(EMBEDDED / vectors).toFixed(1)}`,
  );
}

/** Seconds of processor. */
async function processorOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
