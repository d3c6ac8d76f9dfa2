import * as z from 'zod/mini';
import type { SecretConfig } from '#cdk/local/secrets/secret-store.ts';
import type { Stack } from '#cdk/local/template/stack.ts';
import type { ResolvedResource } from './resolved-resource.ts';

const Properties = z.object({
  SecretString: z.optional(z.string()),
  GenerateSecretString: z.optional(
    z.object({
      SecretStringTemplate: z.optional(z.string()),
      GenerateStringKey: z.optional(z.string()),
      PasswordLength: z._default(z.coerce.number(), 32),
    }),
  ),
});

/** The template's secrets; with a database of one's own, its owner is who DATABASE_URL names. */
export function secretsOf(stack: Stack, databaseUrl: URL | undefined): SecretConfig[] {
  const secrets = stack.ofType('AWS::SecretsManager::Secret').map(secretOf);
  if (databaseUrl === undefined) return secrets;
  const owner = ownerSecretOf(stack);
  const value = JSON.stringify({
    username: decodeURIComponent(databaseUrl.username),
    password: decodeURIComponent(databaseUrl.password),
  });
  return secrets.map((secret) => (secret.arn === owner ? { ...secret, value } : secret));
}

function secretOf(resource: ResolvedResource): SecretConfig {
  const { SecretString, GenerateSecretString } = Properties.parse(resource.properties);
  return {
    arn: resource.ref,
    value: SecretString,
    generate: GenerateSecretString && {
      template: GenerateSecretString.SecretStringTemplate,
      key: GenerateSecretString.GenerateStringKey,
      length: GenerateSecretString.PasswordLength,
    },
  };
}

const Attachment = z.object({ SecretId: z.string() });

/** The secret that the template attaches to its database: that of the owner. */
export function ownerSecretOf(stack: Stack): string {
  const [attachment] = stack.ofType('AWS::SecretsManager::SecretTargetAttachment');
  if (attachment === undefined) throw new Error('No secret is attached to the database');
  return Attachment.parse(attachment.properties).SecretId;
}

const Cluster = z.object({ DatabaseName: z.optional(z.string()), DBName: z.optional(z.string()) });

export function databaseNameOf(stack: Stack): string {
  const databases = ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance'].flatMap((type) =>
    stack.ofType(type).map(({ properties }) => Cluster.parse(properties)),
  );
  const name = databases.map(({ DatabaseName, DBName }) => DatabaseName ?? DBName).find(Boolean);
  if (name === undefined) throw new Error('The template names no database');
  return name;
}

/** Who local tokens are for: the client of the user pool. */
export function audienceOf(stack: Stack): string {
  const [client] = stack.ofType('AWS::Cognito::UserPoolClient');
  if (client === undefined) throw new Error('The template has no user pool client');
  return client.ref;
}
