import { ENV, requireEnv } from '#shared/env.ts';
import { bedrockModel } from './bedrock-model.ts';
import type { Model } from './model.ts';
import { type KeySecrets, ownServer } from './model-server.ts';
import { openAiModel } from './openai-model.ts';

/** The model the environment names: a server of one's own before Bedrock; none is none. */
export function configuredModel(secrets: KeySecrets): Model | undefined {
  const model = process.env[ENV.modelName];
  const server = model ? ownServer(model, secrets) : undefined;
  if (server !== undefined) return openAiModel(server);
  const bedrock = process.env[ENV.bedrockModel];
  return bedrock ? bedrockModel(bedrock) : undefined;
}

/**
 * The model that may be shown pictures, by its own name: one that only reads text must never get any.
 * On the server of one's own where there is one, else on Bedrock.
 */
export function visionModel(secrets: KeySecrets): Model {
  const model = requireEnv(ENV.visionModel);
  const server = ownServer(model, secrets);
  return server === undefined ? bedrockModel(model) : openAiModel(server);
}
