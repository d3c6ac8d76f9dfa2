import * as z from 'zod/mini';
import type { Credentials } from '#cdk/local/credentials.ts';
import { startJsonService } from '#cdk/local/http/json-service.ts';
import type { Listener } from '#cdk/local/http/listen.ts';
import { ServiceError } from '#cdk/local/http/service-error.ts';
import type { SecretStore } from './secret-store.ts';

const CURRENT = 'AWSCURRENT';

const Get = z.strictObject({
  SecretId: z.string(),
  VersionStage: z.optional(z.string()),
  VersionId: z.optional(z.string()),
});

/** Serves GetSecretValue and ListSecrets of Secrets Manager. */
export function startSecrets(options: {
  port: number;
  credentials: Credentials;
  store: SecretStore;
}): Promise<Listener> {
  return startJsonService({
    name: 'Secrets Manager',
    port: options.port,
    credentials: options.credentials,
    actions: {
      GetSecretValue(input) {
        const { SecretId, VersionStage = CURRENT, VersionId } = Get.parse(input);
        const secret = options.store.find(SecretId);
        if (secret === undefined) throw notFound('.');
        if (VersionStage !== CURRENT) throw notFound(` value for staging label: ${VersionStage}`);
        if (VersionId !== undefined && VersionId !== secret.versionId) {
          throw notFound(` value for VersionId: ${VersionId}`);
        }
        return {
          ...namesOf(secret.arn),
          SecretString: secret.value,
          VersionId: secret.versionId,
          VersionStages: [CURRENT],
        };
      },
      ListSecrets: () => ({ SecretList: options.store.arns().map(namesOf) }),
    },
  });
}

function notFound(what: string): ServiceError {
  const message = `Secrets Manager can't find the specified secret${what}`;
  return new ServiceError(400, 'ResourceNotFoundException', message);
}

function namesOf(arn: string) {
  return { ARN: arn, Name: arn.split(':').at(-1) };
}
