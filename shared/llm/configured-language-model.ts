import { ENV } from '#shared/env.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import type { RedisKeys } from '#shared/resilience/redis-store.ts';
import { sharedBreakers } from '#shared/resilience/shared-breakers.ts';
import { DEFAULT_TOKENS_PER_DAY, householdBudget } from './budget.ts';
import { configuredProviders, visionProvider } from './configured-providers.ts';
import { type LanguageClientDeps, languageClient } from './language-client.ts';
import type { LanguageModel } from './language-model.ts';
import type { KeySecrets } from './providers/model-server.ts';

export interface Clients {
  readonly secrets: KeySecrets;
  readonly redis: RedisKeys;
}

/** The models that the environment names for each tier; with none every answer is `no-model`. */
export function configuredLanguageModel(clients: Clients): LanguageModel {
  const { secrets } = clients;
  const small = configuredProviders(ENV.smallModels, secrets);
  const large = configuredProviders(ENV.largeModels, secrets);
  return clientOf({ small, large }, clients);
}

/** The model that may be sent pictures. */
export function configuredVisionModel(clients: Clients): LanguageModel {
  return clientOf({ small: [], large: [visionProvider(clients.secrets)] }, clients);
}

function clientOf(tiers: LanguageClientDeps['tiers'], { redis }: Clients): LanguageModel {
  const hasRedis = Boolean(process.env[ENV.redisSecret]);
  const tokensPerDay = Number(process.env[ENV.modelTokensPerDay] ?? DEFAULT_TOKENS_PER_DAY);
  return languageClient({
    tiers,
    budget: householdBudget(tokensPerDay),
    breakers: hasRedis ? sharedBreakers(redis) : processStore(),
    cache: hasRedis ? redis : undefined,
  });
}
