import { ENV, type EnvName, requireEnv } from '#shared/env.ts';
import { chatProvider } from './providers/chat-provider.ts';
import { bedrockClient, converseProvider } from './providers/converse-provider.ts';
import { type KeySecrets, selfHostedServer } from './providers/model-server.ts';
import type { Provider } from './providers/provider.ts';
import { tracedProvider } from './providers/traced-provider.ts';

/**
 * The models that a variable names, in the order in which they are asked: a comma list of `server:NAME`
 * and `bedrock:ID`. Names may hold colons themselves (`server:qwen3:8b`).
 */
export function configuredProviders(list: EnvName, secrets: KeySecrets): Provider[] {
  const names = (process.env[list] ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) return [];
  const bedrock = bedrockClient();
  return names.map((name) => {
    const at = name.indexOf(':');
    const [kind, model] = [name.slice(0, at), name.slice(at + 1)];
    if (kind === 'bedrock') return tracedProvider(converseProvider(model, bedrock));
    const server = kind === 'server' ? selfHostedServer(model, secrets) : undefined;
    if (server === undefined) throw new Error(`No provider for the model ${name}`);
    return tracedProvider(chatProvider(server));
  });
}

/**
 * The model that may be sent pictures. It has its own variable, as a text-only model must never get any.
 * On the self-hosted server if there is one, else on Bedrock.
 */
export function visionProvider(secrets: KeySecrets): Provider {
  const model = requireEnv(ENV.visionModel);
  const server = selfHostedServer(model, secrets);
  return tracedProvider(server === undefined ? converseProvider(model) : chatProvider(server));
}
