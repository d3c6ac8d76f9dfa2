import { ENV } from '#shared/env.ts';
import { breakerStates } from '#shared/resilience/breaker.ts';
import type { BreakerStore } from '#shared/resilience/breaker-store.ts';
import { waitMs } from '#shared/waiting/wait-limit.ts';
import type { Probe } from './health.ts';

export interface ModelProbeClients {
  /** The state that instances share: which agents and models are left alone. */
  readonly breakers: BreakerStore;
  modelServerKey(secretId: string): Promise<string>;
}

/**
 * Asks the model server for its list of models, which costs nothing. A question to Bedrock is billed, so
 * of its models only the breakers are looked at: whether the last who asked had to give up.
 * @returns undefined where no model is configured
 */
export function modelsProbe({ breakers, modelServerKey }: ModelProbeClients): Probe {
  const server = process.env[ENV.modelUrl];
  const bedrock = [ENV.smallModels, ENV.largeModels]
    .flatMap((list) => (process.env[list] ?? '').split(','))
    .filter((model) => model.startsWith('bedrock:'))
    .map((model) => `llm/bedrock/${model.slice('bedrock:'.length)}`);
  if (!server && bedrock.length === 0) return undefined;
  return async () => {
    await Promise.all([
      server ? askForModels(server, modelServerKey) : undefined,
      bedrock.length > 0 ? requireClosed(bedrock, breakers) : undefined,
    ]);
    return server ? undefined : 'not asked, for that is billed; no breaker is open';
  };
}

async function askForModels(
  server: string,
  modelServerKey: ModelProbeClients['modelServerKey'],
): Promise<void> {
  const secret = process.env[ENV.modelSecret];
  const answer = await fetch(`${server}/models`, {
    redirect: 'error',
    headers: secret ? { authorization: `Bearer ${await modelServerKey(secret)}` } : {},
    signal: AbortSignal.timeout(waitMs()),
  });
  await answer.body?.cancel();
  // Not every server has the list; one that says so is there.
  if (!answer.ok && answer.status !== 404) throw new Error(`status ${answer.status}`);
}

async function requireClosed(names: readonly string[], store: BreakerStore): Promise<void> {
  const states = await breakerStates(names, store);
  const open = names.filter((_, at) => states[at] !== 'closed');
  if (open.length > 0) throw new Error(`left alone: ${open.join(', ')}`);
}
