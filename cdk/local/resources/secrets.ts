import * as z from 'zod/mini';
import type { SecretConfig } from '#cdk/local/secrets/secret-config.ts';
import type { Stack } from '#cdk/local/template/stack.ts';
import { whole } from './property-schemas.ts';
import { DESCRIPTION, ENCRYPTION, TAGS } from './reasons.ts';
import { arnOf, nameOf, type Resource, resourceType } from './resource-type.ts';

const excluded = z._default(z.boolean(), false);

const Properties = z.strictObject({
  Name: z.optional(z.string()),
  SecretString: z.optional(z.string()),
  GenerateSecretString: z.optional(
    z.strictObject({
      SecretStringTemplate: z.optional(z.string()),
      GenerateStringKey: z.optional(z.string()),
      PasswordLength: z._default(whole(1, 4096), 32),
      ExcludeCharacters: z._default(z.string(), ''),
      ExcludeLowercase: excluded,
      ExcludeUppercase: excluded,
      ExcludeNumbers: excluded,
      ExcludePunctuation: excluded,
      IncludeSpace: z._default(z.boolean(), false),
      RequireEachIncludedType: z._default(z.boolean(), true),
    }),
  ),
});

export const SECRET = resourceType({
  name: 'AWS::SecretsManager::Secret',
  identify({ logicalId, Properties: { Name } }, place, resolve) {
    const ref = arnOf(place, 'secretsmanager', `secret:${nameOf(Name, resolve, logicalId)}`);
    return { ref, attributes: { Id: ref } };
  },
  honoured: Properties,
  ignored: { Description: DESCRIPTION, KmsKeyId: ENCRYPTION, Tags: TAGS },
});

const ADDRESS = 'functions get host and port in their environment, not by the secret';

export const SECRET_ATTACHMENT = resourceType({
  name: 'AWS::SecretsManager::SecretTargetAttachment',
  identify: ({ Properties }, _place, resolve) => ({ ref: String(resolve(Properties.SecretId)) }),
  honoured: z.strictObject({ SecretId: z.string() }),
  ignored: {
    TargetId: ADDRESS,
    TargetType: ADDRESS,
  },
});

/** The template's secrets; with an external database, the owner is the user in DATABASE_URL. */
export function secretsOf(stack: Stack, databaseUrl: URL | undefined): SecretConfig[] {
  const secrets = stack.all(SECRET).map(secretOf);
  if (databaseUrl === undefined) return secrets;
  const owner = ownerSecretOf(stack);
  const value = JSON.stringify({
    username: decodeURIComponent(databaseUrl.username),
    password: decodeURIComponent(databaseUrl.password),
  });
  return secrets.map((secret) => (secret.arn === owner ? { ...secret, value } : secret));
}

export function secretOf(resource: Resource<z.infer<typeof Properties>>): SecretConfig {
  const { SecretString, GenerateSecretString: generate } = resource.properties;
  return {
    arn: resource.ref,
    value: SecretString,
    generate: generate && {
      template: generate.SecretStringTemplate,
      key: generate.GenerateStringKey,
      password: {
        length: generate.PasswordLength,
        excludedCharacters: generate.ExcludeCharacters,
        lowercase: !generate.ExcludeLowercase,
        uppercase: !generate.ExcludeUppercase,
        numbers: !generate.ExcludeNumbers,
        punctuation: !generate.ExcludePunctuation,
        space: generate.IncludeSpace,
        oneOfEach: generate.RequireEachIncludedType,
      },
    },
  };
}

/** The secret that the template attaches to its database: that of the owner. */
export function ownerSecretOf(stack: Stack): string {
  const [attachment] = stack.all(SECRET_ATTACHMENT);
  if (attachment === undefined) throw new Error('No secret is attached to the database');
  return attachment.properties.SecretId;
}
