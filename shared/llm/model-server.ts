import { ENV } from '#shared/env.ts';
import type { ServerKey } from './post-json.ts';

/** One model of a server that speaks OpenAI's API. */
export interface ModelServer {
  /** `http://localhost:11434/v1`: everything before `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  /** For a server that asks for one. */
  readonly key?: ServerKey;
}

/** Where the key of a model server is kept. */
export interface KeySecrets {
  modelServerKey(secretId: string): Promise<string>;
  forgetSecret(secretId: string): void;
}

/** A model of the server that the environment names; nothing where it names none. */
export function ownServer(model: string, secrets: KeySecrets): ModelServer | undefined {
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
