import type { ApiConfig } from '#cdk/local/api/api-config.ts';
import type { Stack } from '#cdk/local/template/stack.ts';
import {
  API_AUTHORIZER,
  API_METHOD,
  API_RESOURCE,
  GATEWAY_RESPONSE,
  REST_API,
} from './api-types.ts';

/** The REST API of the template. @throws when there are several */
export function apiOf(stack: Stack): ApiConfig {
  const apis = stack.all(REST_API);
  if (apis.length !== 1) {
    const names = apis.map(({ logicalId }) => logicalId).join(', ');
    throw new Error(`The local target serves one ${REST_API.name}, not ${apis.length}: ${names}`);
  }
  const parts = new Map(stack.all(API_RESOURCE).map(({ ref, properties }) => [ref, properties]));
  const pathOf = (resourceId: string): string => {
    const part = parts.get(resourceId);
    return part === undefined ? '' : `${pathOf(part.ParentId)}/${part.PathPart}`;
  };
  const authorizers = new Map(
    stack
      .all(API_AUTHORIZER)
      .map(({ ref, properties }) => [ref, functionIn(properties.AuthorizerUri)]),
  );
  const authorizerOf = (id: string | undefined): string => {
    const authorizer = authorizers.get(id ?? '');
    if (authorizer === undefined) throw new Error(`The template has no authorizer ${id}`);
    return authorizer;
  };
  return {
    routes: stack.all(API_METHOD).map(({ properties }) => {
      const { HttpMethod, ResourceId, AuthorizationType, AuthorizerId, Integration } = properties;
      return {
        method: HttpMethod,
        path: pathOf(ResourceId) || '/',
        functionName: functionIn(Integration.Uri),
        authorizer: AuthorizationType === 'NONE' ? undefined : authorizerOf(AuthorizerId),
        streaming: Integration.ResponseTransferMode === 'STREAM',
        timeoutMs: Integration.TimeoutInMillis,
      };
    }),
    gatewayResponses: new Map(
      stack.all(GATEWAY_RESPONSE).map(({ properties }) => [
        properties.ResponseType,
        {
          status: properties.StatusCode,
          headers: properties.ResponseParameters,
          body: properties.ResponseTemplates['application/json'],
        },
      ]),
    ),
  };
}

function functionIn(uri: string): string {
  const name = /:function:([^:/]+)/.exec(uri)?.[1];
  if (name === undefined) throw new Error(`No function in ${uri}`);
  return name;
}
