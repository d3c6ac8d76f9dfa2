import * as z from 'zod/mini';
import type { Stack } from '#cdk/local/template/stack.ts';
import { DEPLOYMENT, SIGN_IN, TAGS } from './reasons.ts';
import { arnOf, resourceType } from './resource-type.ts';

export const USER_POOL = resourceType({
  name: 'AWS::Cognito::UserPool',
  identify: ({ logicalId }, place) => ({
    ref: logicalId,
    attributes: {
      ProviderURL: place.issuerUrl,
      Arn: arnOf(place, 'cognito-idp', `userpool/${logicalId}`),
    },
  }),
  // Triggers and claims of its own would change tokens: `LambdaConfig` and `Schema` are refused.
  honoured: z.strictObject({}),
  ignored: {
    AccountRecoverySetting: SIGN_IN,
    AdminCreateUserConfig: SIGN_IN,
    AutoVerifiedAttributes: SIGN_IN,
    DeletionProtection: DEPLOYMENT,
    EmailConfiguration: SIGN_IN,
    EmailVerificationMessage: SIGN_IN,
    EmailVerificationSubject: SIGN_IN,
    EnabledMfas: SIGN_IN,
    MfaConfiguration: SIGN_IN,
    Policies: SIGN_IN,
    SmsVerificationMessage: SIGN_IN,
    UsernameAttributes: SIGN_IN,
    UsernameConfiguration: SIGN_IN,
    UserPoolAddOns: SIGN_IN,
    UserPoolName: SIGN_IN,
    UserPoolTags: TAGS,
    UserPoolTier: SIGN_IN,
    VerificationMessageTemplate: SIGN_IN,
  },
});

export const USER_POOL_CLIENT = resourceType({
  name: 'AWS::Cognito::UserPoolClient',
  // How long tokens are valid is not taken from the template: `AccessTokenValidity` is refused.
  honoured: z.strictObject({}),
  ignored: {
    AllowedOAuthFlows: SIGN_IN,
    AllowedOAuthFlowsUserPoolClient: SIGN_IN,
    AllowedOAuthScopes: SIGN_IN,
    CallbackURLs: SIGN_IN,
    ClientName: SIGN_IN,
    ExplicitAuthFlows: SIGN_IN,
    GenerateSecret: SIGN_IN,
    LogoutURLs: SIGN_IN,
    PreventUserExistenceErrors: SIGN_IN,
    SupportedIdentityProviders: SIGN_IN,
    UserPoolId: SIGN_IN,
  },
});

/** Whom local tokens are for: the client of the user pool. */
export function audienceOf(stack: Stack): string {
  const [client] = stack.all(USER_POOL_CLIENT);
  if (client === undefined) throw new Error('The template has no user pool client');
  return client.ref;
}
