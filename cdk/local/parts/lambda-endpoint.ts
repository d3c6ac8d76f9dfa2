import { startLambdaEndpoint } from '#cdk/local/lambda-endpoint/server.ts';
import { functionsOf } from '#cdk/local/resources/functions.ts';
import type { Part } from './part.ts';

/** Lambda's own API, by which functions call one another. */
export const lambdaEndpoint: Part = {
  types: [],
  port: 'lambda',
  service: 'LAMBDA',
  start: ({ credentials, stack, port, need }) =>
    startLambdaEndpoint({
      credentials,
      port: port('lambda'),
      invoker: need('functions'),
      functions: functionsOf(stack),
    }),
};
