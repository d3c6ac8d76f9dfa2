import { ENV } from '#shared/env.ts';
import { bedrockEmbedder } from './bedrock-embedder.ts';
import type { Embedder } from './embedder.ts';
import { type KeySecrets, ownServer } from './model-server.ts';
import { openAiEmbedder } from './openai-embedder.ts';

/** The embedding model the environment names: at the model server when there is one, else of Bedrock; none is none. */
export function configuredEmbedder(secrets: KeySecrets): Embedder | undefined {
  const model = process.env[ENV.embeddingModel];
  if (!model) return undefined;
  const server = ownServer(model, secrets);
  return server === undefined ? bedrockEmbedder(model) : openAiEmbedder(server);
}
