import { ENV } from '#shared/env.ts';
import type { VectorStoreLocation } from './vector-store.ts';

/** Where the datasets lie in the bucket. */
export const DATASETS = 'chunks';

/**
 * The index's bucket, reached with what the function's environment holds. LanceDB would read the
 * environment of the process, which is not that of a function that shares its process with others.
 */
export function indexLocation(environment: NodeJS.ProcessEnv = process.env): VectorStoreLocation {
  const endpoint = environment[ENV.s3Endpoint];
  const options = {
    region: environment[ENV.region],
    aws_access_key_id: environment[ENV.accessKeyId],
    aws_secret_access_key: environment[ENV.secretAccessKey],
    aws_session_token: environment[ENV.sessionToken],
    ...(endpoint === undefined
      ? {}
      : {
          aws_endpoint: endpoint,
          // Storage beside the functions speaks plain HTTP and names its buckets in paths.
          allow_http: String(endpoint.startsWith('http:')),
          aws_virtual_hosted_style_request: 'false',
        }),
  };
  return {
    uri: `s3://${environment[ENV.indexBucket]}/${DATASETS}`,
    storageOptions: Object.fromEntries(
      Object.entries(options).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    ),
  };
}
