import { Aws } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Route } from '#shared/entry/routes.ts';
import type { FoodSaveFunction } from './foodsave-function.ts';
import { gatewayProblems } from './gateway-problems.ts';

/** The name under which paths of the body refer to the authorizer. */
const AUTHORIZER = 'authorizer';

export interface ApiBodyProps {
  readonly title: string;
  readonly authorizer: FoodSaveFunction;
  readonly endpoints: readonly Endpoint[];
  /** In which the gateway invokes the authorizer and the endpoints. */
  readonly role: IRole;
}

/** A function with the routes it answers. */
export interface Endpoint {
  readonly fn: FoodSaveFunction;
  readonly routes: readonly Route[];
}

/**
 * The whole API as the one OpenAPI document that API Gateway imports. As resources of their own its
 * paths, methods and permissions would take 200 of the 500 resources that a stack may have.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export function apiBody({ title, authorizer, endpoints, role }: ApiBodyProps): object {
  return {
    openapi: '3.0.1',
    info: { title, version: '2' },
    // Uploads are binary, so every body reaches the function as base64 of its bytes.
    'x-amazon-apigateway-binary-media-types': ['*/*'],
    'x-amazon-apigateway-gateway-responses': gatewayProblems(),
    paths: Object.fromEntries(endpoints.flatMap((endpoint) => pathsOf(endpoint, role))),
    components: { securitySchemes: { [AUTHORIZER]: schemeOf(authorizer, role) } },
  };
}

/**
 * Sends every method of these addresses to the function: it answers a wrong one with 405 and `Allow`,
 * and HEAD as GET, which the gateway alone would both call unknown.
 */
function pathsOf({ fn, routes }: Endpoint, role: IRole) {
  const integration = {
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: invocationOf(fn.lambda, '2021-11-15', 'response-streaming-invocations'),
    responseTransferMode: 'STREAM',
    timeoutInMillis: fn.timeout.toMilliseconds(),
    credentials: role.roleArn,
  };
  return [...Map.groupBy(routes, (route) => route.path)].map(([path, sharing]) => {
    const isOpen = sharing.some(({ scope }) => scope === 'open');
    if (isOpen && sharing.some(({ scope }) => scope !== 'open')) {
      throw new Error(`${path} is open for some methods only; one method of the gateway has all`);
    }
    const operation = {
      ...(!isOpen && { security: [{ [AUTHORIZER]: [] }] }),
      responses: {},
      'x-amazon-apigateway-integration': integration,
    };
    return [path, { 'x-amazon-apigateway-any-method': operation }] as const;
  });
}

function schemeOf(authorizer: FoodSaveFunction, role: IRole) {
  return {
    type: 'apiKey',
    // OpenAPI wants a header; which one it is changes nothing here.
    name: 'Authorization',
    in: 'header',
    'x-amazon-apigateway-authtype': 'custom',
    'x-amazon-apigateway-authorizer': {
      type: 'request',
      authorizerUri: invocationOf(authorizer.lambda, '2015-03-31', 'invocations'),
      authorizerCredentials: role.roleArn,
      // A token or a device key: there is no one header to cache by, so nothing is cached.
      authorizerResultTtlInSeconds: 0,
    },
  };
}

/** The address by which API Gateway calls an action of Lambda's API. */
function invocationOf({ functionArn }: LambdaFunction, version: string, action: string): string {
  const path = `${version}/functions/${functionArn}/${action}`;
  return `arn:${Aws.PARTITION}:apigateway:${Aws.REGION}:lambda:path/${path}`;
}
