import * as z from 'zod/mini';
import type { Credentials } from '#cdk/local/credentials.ts';
import { ServiceError, startJsonService } from '#cdk/local/http/json-service.ts';
import type { Listener } from '#cdk/local/http/listen.ts';
import type { SecretStore } from './secret-store.ts';

const Get = z.object({ SecretId: z.string() });

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
        const { SecretId } = Get.parse(input);
        const secret = options.store.find(SecretId);
        if (secret === undefined) {
          throw new ServiceError(
            400,
            'ResourceNotFoundException',
            "Secrets Manager can't find the specified secret.",
          );
        }
        return {
          ...namesOf(secret.arn),
          SecretString: secret.value,
          VersionStages: ['AWSCURRENT'],
        };
      },
      ListSecrets: () => ({ SecretList: options.store.arns().map(namesOf) }),
    },
  });
}

function namesOf(arn: string) {
  return { ARN: arn, Name: arn.split(':').at(-1) };
}
