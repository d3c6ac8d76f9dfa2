import * as z from 'zod/mini';
import { awsJson } from './aws-json.ts';

const Answer = z.object({ SecretString: z.string() });
const DatabaseSecret = z.object({ username: z.string(), password: z.string() });
const RedisSecret = z.object({ url: z.string(), token: z.string() });
const KeySecret = z.object({ key: z.string() });

export type DatabaseSecret = z.infer<typeof DatabaseSecret>;
export type RedisSecret = z.infer<typeof RedisSecret>;

const fetched = new Map<string, Promise<string>>();

/** The text of a secret, by ARN or name; fetched once per function instance. */
function secretText(id: string): Promise<string> {
  const known = fetched.get(id);
  if (known !== undefined) return known;
  const request = awsJson('secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: id }).then(
    (answer) => Answer.parse(answer).SecretString,
  );
  fetched.set(id, request);
  request.catch(() => fetched.delete(id)); // the next request fetches again; the caller gets the error
  return request;
}

/** Forgets a secret, so that the next use fetches it again (after it was rotated). */
export function forgetSecret(id: string): void {
  fetched.delete(id);
}

export async function databaseSecret(id: string): Promise<DatabaseSecret> {
  return DatabaseSecret.parse(JSON.parse(await secretText(id)));
}

export async function redisSecret(id: string): Promise<RedisSecret> {
  return RedisSecret.parse(JSON.parse(await secretText(id)));
}

export async function modelServerKey(id: string): Promise<string> {
  return KeySecret.parse(JSON.parse(await secretText(id))).key.trim();
}

/** The key of a search engine. */
export async function searchKey(id: string): Promise<string> {
  return KeySecret.parse(JSON.parse(await secretText(id))).key.trim();
}

/** The key that the signing keys of webhooks are made of. */
export async function webhookKey(id: string): Promise<string> {
  return KeySecret.parse(JSON.parse(await secretText(id))).key;
}
