import type { ServerResponse } from 'node:http';
import type { ApiConfig } from './api-config.ts';

/** Status codes of refusals that the template leaves as they are. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHORIZED: 401,
  ACCESS_DENIED: 403,
  MISSING_AUTHENTICATION_TOKEN: 403,
  REQUEST_TOO_LARGE: 413,
  THROTTLED: 429,
  INTEGRATION_TIMEOUT: 504,
  INTEGRATION_FAILURE: 502,
  AUTHORIZER_FAILURE: 500,
  AUTHORIZER_CONFIGURATION_ERROR: 500,
  BAD_REQUEST_BODY: 400,
};

/** Answers with the gateway's own words for a refusal, as the template shapes them. */
export function refuse(
  response: ServerResponse,
  { gatewayResponses }: ApiConfig,
  type: string,
  requestId: string,
): void {
  const usual = STATUS[type] ?? 500;
  const shape =
    gatewayResponses.get(type) ?? gatewayResponses.get(usual < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
  const fill = (text: string) =>
    text
      .replaceAll('$context.requestId', requestId)
      .replaceAll('$context.error.messageString', JSON.stringify(type))
      .replaceAll('$context.error.responseType', type);
  response.setHeader('content-type', 'application/json');
  response.setHeader('x-amzn-requestid', requestId);
  for (const [parameter, value] of Object.entries(shape?.headers ?? {})) {
    const name = parameter.replace('gatewayresponse.header.', '');
    const literal = /^'(.*)'$/.exec(value)?.[1];
    response.setHeader(name, literal ?? fill(`$${value}`));
  }
  response.statusCode = shape?.status ?? usual;
  response.end(fill(shape?.body ?? '{"message":$context.error.messageString}'));
}
