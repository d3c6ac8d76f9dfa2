import { readObject, writeObject } from '#shared/clients/s3.ts';
import { forgetSecret, modelServerKey } from '#shared/clients/secrets.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { step } from '#shared/entry/step.ts';
import { configuredEmbedder } from '#shared/llm/configured-embedder.ts';
import { readAliases } from '#shared/products/alias-store.ts';
import { embeddingCandidateFinder } from '#shared/products/embedding/find-candidates.ts';
import {
  matchItems,
  ParsedFile,
  unknownNames,
} from '#shared/receipts/matching/receipt-matching.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import { reportProgress } from '#shared/uploads/upload-store.ts';
import { ParsedRun, stepKey } from '#shared/uploads/workflow.ts';

/** Kept of the function's time to match the names and to write them, on a busy machine. */
const RESERVE_MS = 20_000;

const findMeanings = embeddingCandidateFinder(configuredEmbedder({ modelServerKey, forgetSecret }));

// Each name is read for allergens: while the function starts, its processor is faster and free.
loadLexicon();

/** Matches products: what each printed name means, to this household first. */
export const handler = step(ParsedRun, async (run, limit) => {
  await reportProgress(run, 'matchingStarted');
  const file = ParsedFile.parse(JSON.parse((await readObject(run.parsedKey)).toString()));
  const aliases = await withHousehold(run, readAliases);
  const meanings = await findMeanings(unknownNames(file.receipt, aliases), limit.nears(RESERVE_MS));
  const matchedKey = stepKey('matched', run);
  const matched = { ...file, items: matchItems(file.receipt, aliases, meanings) };
  await writeObject(matchedKey, JSON.stringify(matched), 'application/json');
  return { ...run, matchedKey };
});
