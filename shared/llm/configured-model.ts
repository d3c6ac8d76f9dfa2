import { ENV } from '#shared/env.ts';
import { configuredProviders } from './configured-providers.ts';
import type { Model } from './model.ts';
import { providerModel } from './provider-model.ts';
import type { KeySecrets } from './providers/model-server.ts';

/** The first model that the environment names for prose, asked once; undefined if none is named. */
export function configuredModel(secrets: KeySecrets): Model | undefined {
  const [first] = configuredProviders(ENV.largeModels, secrets);
  return first && providerModel(first);
}
