import { ENV } from '#shared/env.ts';
import type { ServerKey } from './post-json.ts';

/** A model on an OpenAI-compatible server. */
export interface ModelServer {
  /** `http://localhost:11434/v1`: everything before `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  /** For a server that requires one. */
  readonly key?: ServerKey;
}

/** Reads the key of a model server from the secrets. */
export interface KeySecrets {
  modelServerKey(secretId: string): Promise<string>;
  forgetSecret(secretId: string): void;
}

/** A model on the OpenAI-compatible server named in the environment; undefined if none is named. */
export function selfHostedServer(model: string, secrets: KeySecrets): ModelServer | undefined {
  const url = process.env[ENV.modelUrl];
  if (!url) return undefined;
  const secret = process.env[ENV.modelSecret];
  if (!secret) return { url, model };
  const key = {
    read: () => secrets.modelServerKey(secret),
    forget: () => secrets.forgetSecret(secret),
  };
  return { url, model, key };
}
