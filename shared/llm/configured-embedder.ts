import { ENV } from '#shared/env.ts';
import { bedrockEmbedder } from './bedrock-embedder.ts';
import type { Embedder } from './embedder.ts';
import { openAiEmbedder } from './openai-embedder.ts';
import { type KeySecrets, selfHostedServer } from './providers/model-server.ts';

/** The embedding model named in the environment: on the self-hosted server if there is one, else on Bedrock; undefined if none is named. */
export function configuredEmbedder(secrets: KeySecrets): Embedder | undefined {
  const model = process.env[ENV.embeddingModel];
  if (!model) return undefined;
  const server = selfHostedServer(model, secrets);
  return server === undefined ? bedrockEmbedder(model) : openAiEmbedder(server);
}
