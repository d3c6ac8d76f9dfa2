import * as z from 'zod/mini';
import type { ApiConfig } from '#cdk/local/api/api-config.ts';
import type { Stack } from '#cdk/local/template/stack.ts';

const Part = z.object({ ParentId: z.string(), PathPart: z.string() });
const Method = z.object({
  HttpMethod: z.string(),
  ResourceId: z.string(),
  AuthorizationType: z.enum(['NONE', 'CUSTOM']),
  AuthorizerId: z.optional(z.string()),
  Integration: z.object({
    Type: z.literal('AWS_PROXY'),
    Uri: z.string(),
    ResponseTransferMode: z._default(z.enum(['BUFFERED', 'STREAM']), 'BUFFERED'),
    TimeoutInMillis: z._default(z.number(), 29_000),
  }),
});
const Authorizer = z.object({
  Type: z.literal('REQUEST'),
  AuthorizerUri: z.string(),
  IdentitySource: z.literal(''),
  AuthorizerResultTtlInSeconds: z.literal(0),
});
const GatewayResponse = z.object({
  ResponseType: z.string(),
  StatusCode: z.optional(z.string()),
  ResponseParameters: z._default(z.record(z.string(), z.string()), {}),
  ResponseTemplates: z._default(z.record(z.string(), z.string()), {}),
});

/** The REST API of the template. What it would do differently here (another authorizer, a cache) is refused. */
export function apiOf(stack: Stack): ApiConfig {
  const parts = new Map(
    stack
      .ofType('AWS::ApiGateway::Resource')
      .map(({ ref, properties }) => [ref, Part.parse(properties)]),
  );
  const pathOf = (resourceId: string): string => {
    const part = parts.get(resourceId);
    return part === undefined ? '' : `${pathOf(part.ParentId)}/${part.PathPart}`;
  };
  const authorizers = new Map(
    stack.ofType('AWS::ApiGateway::Authorizer').map(({ ref, properties }) => {
      return [ref, functionIn(Authorizer.parse(properties).AuthorizerUri)];
    }),
  );
  return {
    routes: stack.ofType('AWS::ApiGateway::Method').map(({ properties }) => {
      const { HttpMethod, ResourceId, AuthorizationType, AuthorizerId, Integration } =
        Method.parse(properties);
      return {
        method: HttpMethod,
        path: pathOf(ResourceId) || '/',
        functionName: functionIn(Integration.Uri),
        authorizer: AuthorizationType === 'NONE' ? undefined : authorizers.get(AuthorizerId ?? ''),
        streaming: Integration.ResponseTransferMode === 'STREAM',
        timeoutMs: Integration.TimeoutInMillis,
      };
    }),
    gatewayResponses: new Map(
      stack.ofType('AWS::ApiGateway::GatewayResponse').map(({ properties }) => {
        const { ResponseType, StatusCode, ResponseParameters, ResponseTemplates } =
          GatewayResponse.parse(properties);
        return [
          ResponseType,
          {
            status: StatusCode === undefined ? undefined : Number(StatusCode),
            headers: ResponseParameters,
            body: ResponseTemplates['application/json'],
          },
        ];
      }),
    ),
  };
}

function functionIn(uri: string): string {
  const name = /:function:([^:/]+)/.exec(uri)?.[1];
  if (name === undefined) throw new Error(`No function in ${uri}`);
  return name;
}
