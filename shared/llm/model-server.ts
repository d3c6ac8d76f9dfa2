import type { ServerKey } from '#shared/clients/model-server.ts';
import { forgetSecret, modelServerKey } from '#shared/clients/secrets.ts';
import { ENV } from '#shared/env.ts';

/** One model of a server that speaks OpenAI's API. */
export interface ModelServer {
  /** `http://localhost:11434/v1`: everything before `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  /** For a server that asks for one. */
  readonly key?: ServerKey;
}

/** A model of the server that the environment names; nothing where it names none. */
export function ownServer(model: string): ModelServer | undefined {
  const url = process.env[ENV.modelUrl];
  if (!url) return undefined;
  const secret = process.env[ENV.modelSecret];
  if (!secret) return { url, model };
  const key = { read: () => modelServerKey(secret), forget: () => forgetSecret(secret) };
  return { url, model, key };
}
