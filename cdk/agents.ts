import type { Construct } from 'constructs';
import { ENV } from '#shared/env.ts';
import { FoodSaveFunction } from './compute/foodsave-function.ts';
import { imagingLayer } from './compute/imaging-layer.ts';
import type { Stage } from './stage.ts';
import type { Database } from './stores/database.ts';
import type { Uploads } from './stores/uploads.ts';

export interface AgentStores {
  readonly database: Database;
  readonly uploads: Uploads;
}

/** One line per agent and what it may touch. */
export function addAgents(scope: Construct, stage: Stage, { database, uploads }: AgentStores) {
  const layer = imagingLayer(scope);
  const ocr = new FoodSaveFunction(scope, 'agents/ocr', { stage, ...(layer ? { layer } : {}) });
  database.grantAccess(ocr, 'app');
  uploads.grantAccess(ocr, { uploads: ['read'], readings: ['write'] });
  ocr.tell(ENV.ocrEngines, stage.ocrEngines);
  // Textract has no resources to name.
  ocr.allow(['textract:DetectDocumentText'], ['*']);
  return { ocr };
}
