import { ENV, requireEnv } from '#shared/env.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import { type RedisKeys, redisStore } from '#shared/resilience/redis-store.ts';
import { sharedOrOwnStore } from '#shared/resilience/shared-or-own-store.ts';
import { DEFAULT_TOKENS_PER_DAY, householdBudget } from './budget.ts';
import { type LanguageClientDeps, languageClient } from './language-client.ts';
import type { LanguageModel } from './language-model.ts';
import { chatProvider } from './providers/chat-provider.ts';
import { bedrockClient, converseProvider } from './providers/converse-provider.ts';
import { type KeySecrets, selfHostedServer } from './providers/model-server.ts';
import type { Provider } from './providers/provider.ts';

export interface Clients {
  readonly secrets: KeySecrets;
  readonly redis: RedisKeys;
}

/** The models that the environment names for each tier; with none every answer is `no-model`. */
export function configuredLanguageModel(clients: Clients): LanguageModel {
  const small = providersOf(process.env[ENV.smallModels], clients.secrets);
  const large = providersOf(process.env[ENV.largeModels], clients.secrets);
  return client({ small, large }, clients);
}

/**
 * The model that may be sent pictures. It has its own variable, as a text-only model must never get any.
 * On the self-hosted server if there is one, else on Bedrock.
 */
export function configuredVisionModel(clients: Clients): LanguageModel {
  const model = requireEnv(ENV.visionModel);
  const server = selfHostedServer(model, clients.secrets);
  const provider = server === undefined ? converseProvider(model) : chatProvider(server);
  return client({ small: [provider], large: [provider] }, clients);
}

function client(tiers: LanguageClientDeps['tiers'], { redis }: Clients): LanguageModel {
  const hasRedis = Boolean(process.env[ENV.redisSecret]);
  const tokensPerDay = Number(process.env[ENV.modelTokensPerDay] ?? DEFAULT_TOKENS_PER_DAY);
  return languageClient({
    tiers,
    budget: householdBudget(tokensPerDay),
    breakers: hasRedis ? sharedOrOwnStore(redisStore(redis), processStore()) : processStore(),
    cache: hasRedis ? redis : undefined,
  });
}

/** `server:qwen3:8b,bedrock:eu.amazon.nova-pro-v1:0`, in the order in which they are asked. */
function providersOf(list: string | undefined, secrets: KeySecrets): Provider[] {
  const names = (list ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) return [];
  const bedrock = bedrockClient();
  return names.map((name) => {
    const at = name.indexOf(':');
    const [kind, model] = [name.slice(0, at), name.slice(at + 1)];
    if (kind === 'bedrock') return converseProvider(model, bedrock);
    const server = kind === 'server' ? selfHostedServer(model, secrets) : undefined;
    if (server === undefined) throw new Error(`No provider for the model ${name}`);
    return chatProvider(server);
  });
}
