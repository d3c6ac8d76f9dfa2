import type { IncomingMessage } from 'node:http';
import type { RouteMatch } from './match-route.ts';

/** The parts of a request that both the authorizer and the function get. */
export interface GatewayRequest {
  readonly request: IncomingMessage;
  readonly match: RouteMatch;
  readonly requestId: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html */
export function proxyEvent(
  gateway: GatewayRequest,
  body: Buffer,
  authorizer: Readonly<Record<string, unknown>> | undefined,
) {
  return {
    ...common(gateway),
    body: body.length === 0 ? null : body.toString('base64'),
    // `binaryMediaTypes: */*`: every body is base64.
    isBase64Encoded: body.length > 0,
    requestContext: { ...requestContext(gateway), ...(authorizer && { authorizer }) },
  };
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html */
export function authorizerEvent(gateway: GatewayRequest, region: string, accountId: string) {
  const { method } = gateway.request;
  return {
    type: 'REQUEST',
    methodArn: `arn:aws:execute-api:${region}:${accountId}:local/v/${method}${gateway.path}`,
    ...common(gateway),
    requestContext: requestContext(gateway),
  };
}

function common({ request, match, path, query }: GatewayRequest) {
  // A map: a client may call a header `constructor`.
  const headers = new Map<string, string[]>();
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    const name = request.rawHeaders[at] ?? '';
    headers.set(name, [...(headers.get(name) ?? []), request.rawHeaders[at + 1] ?? '']);
  }
  const names = [...new Set(query.keys())];
  return {
    resource: match.route.path,
    path,
    httpMethod: request.method,
    headers: Object.fromEntries([...headers].map(([name, values]) => [name, values.at(-1)])),
    multiValueHeaders: Object.fromEntries(headers),
    queryStringParameters:
      names.length === 0
        ? null
        : Object.fromEntries(names.map((name) => [name, query.getAll(name).at(-1)])),
    multiValueQueryStringParameters:
      names.length === 0
        ? null
        : Object.fromEntries(names.map((name) => [name, query.getAll(name)])),
    pathParameters: Object.keys(match.pathParameters).length === 0 ? null : match.pathParameters,
    stageVariables: null,
  };
}

function requestContext({ request, match, requestId, path }: GatewayRequest) {
  return {
    requestId,
    extendedRequestId: requestId,
    apiId: 'local',
    stage: 'v',
    httpMethod: request.method,
    path,
    resourcePath: match.route.path,
    protocol: `HTTP/${request.httpVersion}`,
    requestTimeEpoch: Date.now(),
    domainName: request.headers.host,
    identity: {
      sourceIp: request.socket.remoteAddress ?? '',
      userAgent: request.headers['user-agent'],
    },
  };
}
