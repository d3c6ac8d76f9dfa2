import type { ApiConfig } from '#cdk/local/api/api-config.ts';
import type { Stack } from '#cdk/local/template/stack.ts';
import type { ApiBody } from './api-body.ts';
import { ANY, REST_API } from './api-types.ts';

/** The REST API of the template. @throws when there are several, or a path names no authorizer of it */
export function apiOf(stack: Stack): ApiConfig {
  const apis = stack.all(REST_API);
  const [api] = apis;
  if (api === undefined || apis.length > 1) {
    const names = apis.map(({ logicalId }) => logicalId).join(', ');
    throw new Error(`The local target serves one ${REST_API.name}, not ${apis.length}: ${names}`);
  }
  const { Body } = api.properties;
  const responses = Object.entries(Body['x-amazon-apigateway-gateway-responses']);
  return {
    routes: Object.entries(Body.paths).map(([path, { [ANY]: operation }]) => ({
      path,
      ...integrationOf(operation),
      authorizer: authorizerOf(Body, operation),
    })),
    gatewayResponses: new Map(
      responses.map(([type, { statusCode, responseParameters, responseTemplates }]) => [
        type,
        {
          status: statusCode,
          headers: responseParameters,
          body: responseTemplates['application/json'],
        },
      ]),
    ),
  };
}

type Operation = ApiBody['paths'][string][typeof ANY];

function integrationOf({ 'x-amazon-apigateway-integration': integration }: Operation) {
  return {
    functionName: functionIn(integration.uri),
    streaming: integration.responseTransferMode === 'STREAM',
    timeoutMs: integration.timeoutInMillis,
  };
}

/** The function that must allow the operation first. */
function authorizerOf(body: ApiBody, { security }: Operation): string | undefined {
  if (security === undefined) return undefined;
  const [name, ...more] = Object.keys(security[0]);
  const scheme = body.components.securitySchemes[name ?? ''];
  if (scheme === undefined || more.length > 0) {
    throw new Error(`The API has no one authorizer ${JSON.stringify(security)}`);
  }
  return functionIn(scheme['x-amazon-apigateway-authorizer'].authorizerUri);
}

function functionIn(uri: string): string {
  const name = /:function:([^:/]+)/.exec(uri)?.[1];
  if (name === undefined) throw new Error(`No function in ${uri}`);
  return name;
}
