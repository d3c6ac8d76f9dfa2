import { ServiceError } from '#cdk/local/http/service-error.ts';

export const noSuchKey = () =>
  new ServiceError(404, 'NoSuchKey', 'The specified key does not exist.');
export const noSuchUpload = () =>
  new ServiceError(404, 'NoSuchUpload', 'The specified multipart upload does not exist.');
export const preconditionFailed = () =>
  new ServiceError(412, 'PreconditionFailed', 'At least one of the pre-conditions did not hold.');

/** What S3 can do and this imitation cannot. */
export const notImplemented = (what: string) =>
  new ServiceError(501, 'NotImplemented', `The local S3 does not do ${what}.`);
