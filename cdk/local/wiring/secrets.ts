import * as z from 'zod/mini';
import type { ResolvedResource } from './resolved-resource.ts';

const Properties = z.object({
  Name: z.optional(z.string()),
  SecretString: z.optional(z.string()),
  GenerateSecretString: z.optional(
    z.object({
      SecretStringTemplate: z.optional(z.string()),
      GenerateStringKey: z.optional(z.string()),
      PasswordLength: z._default(z.coerce.number(), 32),
    }),
  ),
});

/** `AWS::SecretsManager::Secret` → its value, or what to generate (once, then kept). */
export function secretOf(resource: ResolvedResource) {
  const { SecretString, GenerateSecretString } = Properties.parse(resource.properties ?? {});
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
