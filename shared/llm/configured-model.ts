import { ENV, requireEnv } from '#shared/env.ts';
import { bedrockModel } from './bedrock-model.ts';
import type { Model } from './model.ts';
import { type KeySecrets, selfHostedServer } from './model-server.ts';
import { openAiModel } from './openai-model.ts';

/** The model named in the environment: a self-hosted server before Bedrock; undefined if none is named. */
export function configuredModel(secrets: KeySecrets): Model | undefined {
  const model = process.env[ENV.modelName];
  const server = model ? selfHostedServer(model, secrets) : undefined;
  if (server !== undefined) return openAiModel(server);
  const bedrock = process.env[ENV.bedrockModel];
  return bedrock ? bedrockModel(bedrock) : undefined;
}

/**
 * The model that may be sent pictures. It has its own variable, as a text-only model must never get any.
 * On the self-hosted server if there is one, else on Bedrock.
 */
export function visionModel(secrets: KeySecrets): Model {
  const model = requireEnv(ENV.visionModel);
  const server = selfHostedServer(model, secrets);
  return server === undefined ? bedrockModel(model) : openAiModel(server);
}
