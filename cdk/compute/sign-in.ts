import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolUser,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';
import type { FoodSaveFunction } from './foodsave-function.ts';

const SCOPES = {
  read: 'See what the household has',
  write: 'Change what the household has',
  admin: 'Operate: backups, alerts, rebuilds',
};

/** The OIDC issuer of users. Any would do; this one comes with the account. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly domain: UserPoolDomain;

  constructor(scope: Construct, stage: Stage) {
    super(scope, 'sign-in');
    this.pool = new UserPool(this, 'UserPool', {
      // Every user gets a household and costs money, so only an administrator creates accounts.
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const scopes = Object.entries(SCOPES).map(
      ([scopeName, scopeDescription]) => new ResourceServerScope({ scopeName, scopeDescription }),
    );
    const server = this.pool.addResourceServer('Api', { identifier: 'foodsave', scopes });
    this.client = this.pool.addClient('Client', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [
          OAuthScope.OPENID,
          ...scopes.map((each) => OAuthScope.resourceServer(server, each)),
        ],
        callbackUrls: [...stage.callbackUrls],
      },
    });
    this.domain = this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `foodsave-${stage.name}-${Aws.ACCOUNT_ID}` },
    });
    if (stage.ownerEmail) inviteOwner(this.pool, stage.ownerEmail);
    acknowledge(
      this.pool,
      'A second factor is offered, not forced on a household; threat protection costs per user and month.',
      'AwsSolutions-COG2',
      'AwsSolutions-COG3',
      'AwsSolutions-COG8',
    );
  }

  /** Sets the issuer and the audience by which the function verifies tokens. */
  grantTokenVerification(fn: FoodSaveFunction): void {
    fn.setEnv(ENV.oidcIssuer, this.pool.userPoolProviderUrl);
    fn.setEnv(ENV.oidcAudience, this.client.userPoolClientId);
  }
}

function inviteOwner(pool: UserPool, email: string): void {
  new CfnUserPoolUser(pool, 'Owner', {
    userPoolId: pool.userPoolId,
    username: email,
    desiredDeliveryMediums: ['EMAIL'],
    userAttributes: [
      { name: 'email', value: email },
      { name: 'email_verified', value: 'true' },
    ],
  });
}
