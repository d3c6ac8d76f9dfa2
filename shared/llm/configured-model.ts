import { ENV } from '#shared/env.ts';
import { bedrockModel } from './bedrock-model.ts';
import type { Model } from './model.ts';
import { openAiModel } from './openai-model.ts';

/** The model the environment names: a server of one's own before Bedrock; none is none. */
export function configuredModel(): Model | undefined {
  const url = process.env[ENV.modelUrl];
  const model = process.env[ENV.modelName];
  if (url && model) return openAiModel({ url, model, key: process.env[ENV.modelKey] });
  const bedrock = process.env[ENV.bedrockModel];
  return bedrock ? bedrockModel(bedrock) : undefined;
}
