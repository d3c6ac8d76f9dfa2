import { CfnOutput, type Stack } from 'aws-cdk-lib';
import type { HttpApi } from './compute/http-api.ts';
import type { SignIn } from './compute/sign-in.ts';
import type { Backups, Index } from './stores/derived.ts';
import type { Uploads } from './stores/uploads.ts';

/** What the person who deploys needs to know afterwards. */
export function addOutputs(
  stack: Stack,
  resources: {
    readonly api: HttpApi;
    readonly signIn: SignIn;
    readonly uploads: Uploads;
    readonly index: Index;
    readonly backups: Backups;
  },
): void {
  const outputs = {
    ApiUrl: resources.api.restApi.url,
    SignInUrl: resources.signIn.domain.baseUrl(),
    UserPoolId: resources.signIn.pool.userPoolId,
    ClientId: resources.signIn.client.userPoolClientId,
    UploadsBucket: resources.uploads.bucket.bucketName,
    IndexBucket: resources.index.bucket.bucketName,
    BackupsBucket: resources.backups.bucket.bucketName,
  };
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value });
}
