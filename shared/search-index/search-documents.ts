import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import type { Language } from '#shared/language/lemma.ts';
import { findChunks, type RankedChunk } from '#shared/retrieval/find-chunks.ts';
import { type LanguageProfiles, languageProfiles } from '#shared/retrieval/language-profile.ts';
import { isOfModel } from '#shared/vector-store/dataset-name.ts';
import type { Dataset } from '#shared/vector-store/dataset-store.ts';
import { type Chunk, chunksById } from './chunk-store.ts';
import type { Household, IndexDeps } from './index-writer.ts';
import { requestRebuild } from './request-rebuild.ts';
import { readSearchIndex } from './search-index-store.ts';

export interface DocumentQuery {
  readonly question: string;
  readonly language: Language;
  readonly k: number;
  readonly documentIds?: readonly string[] | undefined;
}

export interface FoundPassage extends RankedChunk {
  readonly chunk: Chunk;
}

export interface FoundPassages {
  readonly passages: readonly FoundPassage[];
  /** Of the question; null where no vectors can be compared, which finds less. */
  readonly vector: Float32Array | null;
  readonly dataset: Dataset | null;
  readonly profiles: LanguageProfiles | null;
}

const NOTHING: FoundPassages = { passages: [], vector: null, dataset: null, profiles: null };

/** Profiles by dataset, each of one version. */
const profilesOf = new WeakMap<Dataset, { version: number; profiles: LanguageProfiles }>();

/**
 * The passages of the household's documents that answer a question best. What was deleted since the index
 * was written is not among them: texts are read from the database.
 * @throws UserError 503 `index-rebuilding` where the index was lost; it is built anew then
 */
export async function searchDocuments(
  household: Household,
  { question, language, k, documentIds }: DocumentQuery,
  deps: IndexDeps,
): Promise<FoundPassages> {
  const index = await withHousehold(household, readSearchIndex);
  if (index === undefined || index.dataset === null) return NOTHING;
  const dataset = await deps.store.open(index.dataset, index.version);
  if (dataset === undefined) throw await rebuilding(household);
  const profiles = await currentProfiles(dataset);
  const comparable = isOfModel(dataset.name, deps.embedder.model);
  const [vector = null] = comparable ? await deps.embedder.embed([question], 'query') : [];
  const asked = { text: question, language, vector };
  const ranked = await findChunks(asked, { index: dataset, profiles }, { k, documentIds });
  const ids = ranked.map(({ id }) => id);
  const chunks = await withHousehold(household, (client) => chunksById(client, ids));
  const passages = ranked.flatMap((passage) => {
    const chunk = chunks.get(passage.id);
    return chunk === undefined ? [] : [{ ...passage, chunk }];
  });
  return { passages, vector, dataset, profiles };
}

async function currentProfiles(dataset: Dataset): Promise<LanguageProfiles> {
  const version = await dataset.version();
  const known = profilesOf.get(dataset);
  if (known?.version === version) return known.profiles;
  const profiles = await languageProfiles(dataset);
  profilesOf.set(dataset, { version, profiles });
  return profiles;
}

async function rebuilding(household: Household): Promise<UserError> {
  await requestRebuild(household);
  return new UserError(
    'unavailable',
    'index-rebuilding',
    {
      pl: 'Indeks dokumentów jest właśnie odbudowywany. Spróbuj za chwilę.',
      en: 'The index of your documents is being rebuilt. Try again in a moment.',
    },
    { retryAfter: RETRY_AFTER },
  );
}

/** Seconds; a household's documents are indexed in a few. */
const RETRY_AFTER = 10;
