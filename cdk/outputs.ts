import { CfnOutput, type Stack } from 'aws-cdk-lib';
import type { FrontDoor } from './compute/front-door.ts';
import type { SignIn } from './compute/sign-in.ts';
import type { Backups, Index } from './stores/derived.ts';
import type { Uploads } from './stores/uploads.ts';

/** What a person needs after `cdk deploy`. */
export function tellOutputs(
  stack: Stack,
  made: {
    readonly door: FrontDoor;
    readonly signIn: SignIn;
    readonly uploads: Uploads;
    readonly index: Index;
    readonly backups: Backups;
  },
): void {
  const outputs = {
    ApiUrl: made.door.api.url,
    SignInUrl: made.signIn.domain.baseUrl(),
    UserPoolId: made.signIn.pool.userPoolId,
    ClientId: made.signIn.client.userPoolClientId,
    UploadsBucket: made.uploads.bucket.bucketName,
    IndexBucket: made.index.bucket.bucketName,
    BackupsBucket: made.backups.bucket.bucketName,
  };
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value });
}
