import type { Credentials } from './credentials.ts';
import { ownDatabaseName } from './database.ts';

export const REGION = 'eu-central-1';
export const ACCOUNT = '000000000000';

/**
 * What every function's environment holds besides the template's own variables: what Lambda's
 * runtime sets, and where the services are. The SDKs read these names; the code never does.
 */
export function environmentOf(options: {
  credentials: Credentials;
  endpoints: Readonly<Record<string, string>>;
  logLevel: string;
}): Record<string, string> {
  const endpoints = Object.entries(options.endpoints).map(([service, url]) => [
    `AWS_ENDPOINT_URL_${service}`,
    url,
  ]);
  return {
    ...Object.fromEntries(endpoints),
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: options.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: options.credentials.secretAccessKey,
    LOG_LEVEL: options.logLevel,
  };
}

/** Replaces what the template says for AWS only: the embedded server has no TLS, an own one as it asks. */
export function localOverrides(databaseUrl: URL | undefined): Record<string, string> {
  const PGSSLMODE = databaseUrl?.searchParams.get('sslmode') ?? 'disable';
  const name = databaseUrl && ownDatabaseName(databaseUrl);
  return { PGSSLMODE, ...(name !== undefined && { DATABASE_NAME: name }) };
}
