import type { LayerVersion } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { ENV } from '#shared/env.ts';
import { FoodSaveFunction } from './compute/foodsave-function.ts';
import { tellModelServer } from './model-server.ts';
import { acknowledge } from './nag/acknowledge.ts';
import type { Stage } from './stage.ts';
import type { Database } from './stores/database.ts';
import type { Uploads } from './stores/uploads.ts';

export interface AgentStores {
  readonly database: Database;
  readonly uploads: Uploads;
  /** Missing until it is built; the synthesis says so. */
  readonly imaging: LayerVersion | undefined;
}

/** One line per agent and what it may touch. */
export function addAgents(scope: Construct, stage: Stage, stores: AgentStores) {
  const { database, uploads, imaging } = stores;
  const ocr = new FoodSaveFunction(scope, 'agents/ocr', { stage, layer: imaging });
  database.grantAccess(ocr, 'app');
  uploads.grantAccess(ocr, { uploads: ['read'], readings: ['write'] });
  tellEngines(ocr, stage);
  // Threads of decoders and networks, which hand memory to each other.
  ocr.tell(ENV.memoryPools, '1');
  // Textract has no resources to name.
  ocr.allow(['textract:DetectDocumentText'], ['*']);

  const chef = new FoodSaveFunction(scope, 'agents/chef', { stage });
  database.grantAccess(chef, 'app');
  tellModel(chef, stage);
  return { ocr, chef };
}

/** Which model may word its answers; without one they are said in words of ours. */
function tellModel(agent: FoodSaveFunction, stage: Stage): void {
  const { bedrockModel, modelName } = stage;
  tellModelServer(agent, stage);
  if (modelName !== undefined) agent.tell(ENV.modelName, modelName);
  if (bedrockModel === undefined) return;
  agent.tell(ENV.bedrockModel, bedrockModel);
  allowBedrock(agent);
}

/** What reads photographs; a model that sees them only where one is named, after all others. */
function tellEngines(ocr: FoodSaveFunction, stage: Stage): void {
  const { ocrEngines, visionModel, modelUrl } = stage;
  ocr.tell(ENV.ocrEngines, visionModel === undefined ? ocrEngines : `${ocrEngines},vision`);
  if (visionModel === undefined) return;
  ocr.tell(ENV.visionModel, visionModel);
  if (modelUrl === undefined) allowBedrock(ocr);
  else tellModelServer(ocr, stage);
}

function allowBedrock(agent: FoodSaveFunction): void {
  // An inference profile reaches the model in several regions.
  const arns = ['arn:aws:bedrock:*::foundation-model/*', 'arn:aws:bedrock:*:*:inference-profile/*'];
  agent.allow(['bedrock:InvokeModel'], arns);
  acknowledge(
    agent,
    'A model is reached in regions that only AWS chooses; which one is asked stands in the environment.',
    ...arns.map((arn) => `AwsSolutions-IAM5[Resource::${arn}]` as const),
  );
}
