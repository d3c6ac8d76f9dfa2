import { ENV, requireEnv } from '#shared/env.ts';
import type { Model } from './model.ts';
import { openAiModel } from './openai-model.ts';
import { providerModel } from './provider-model.ts';
import { converseProvider } from './providers/converse-provider.ts';
import { type KeySecrets, selfHostedServer } from './providers/model-server.ts';

/** The model named in the environment: a self-hosted server before Bedrock; undefined if none is named. */
export function configuredModel(secrets: KeySecrets): Model | undefined {
  const model = process.env[ENV.modelName];
  const server = model ? selfHostedServer(model, secrets) : undefined;
  if (server !== undefined) return openAiModel(server);
  const bedrock = process.env[ENV.bedrockModel];
  return bedrock ? providerModel(converseProvider(bedrock)) : undefined;
}

/**
 * The model that may be sent pictures. It has its own variable, as a text-only model must never get any.
 * On the self-hosted server if there is one, else on Bedrock.
 */
export function visionModel(secrets: KeySecrets): Model {
  const model = requireEnv(ENV.visionModel);
  const server = selfHostedServer(model, secrets);
  return server === undefined ? providerModel(converseProvider(model)) : openAiModel(server);
}
