import type { Construct } from 'constructs';
import { FoodSaveFunction } from './compute/foodsave-function.ts';
import { grantEmbeddings } from './embeddings.ts';
import type { Stage } from './stage.ts';
import type { Database } from './stores/database.ts';
import type { Uploads } from './stores/uploads.ts';

/** The steps of the receipt workflow after reading; each acts for the one household of its input. */
export function addReceiptSteps(
  scope: Construct,
  stage: Stage,
  { database, uploads }: { readonly database: Database; readonly uploads: Uploads },
) {
  const parseReceipt = new FoodSaveFunction(scope, 'steps/parse-receipt', { stage });
  const matchProducts = new FoodSaveFunction(scope, 'steps/match-products', { stage });
  const saveReceipt = new FoodSaveFunction(scope, 'steps/save-receipt', { stage });
  const failUpload = new FoodSaveFunction(scope, 'steps/fail-upload', { stage });
  for (const step of [parseReceipt, matchProducts, saveReceipt, failUpload]) {
    database.grantAccess(step, 'app');
  }
  uploads.grantAccess(parseReceipt, { readings: ['read'], parsed: ['write'] });
  uploads.grantAccess(matchProducts, { parsed: ['read'], matched: ['write'] });
  grantEmbeddings(matchProducts, stage);
  uploads.grantAccess(saveReceipt, { matched: ['read'] });
  return { parseReceipt, matchProducts, saveReceipt, failUpload };
}
