import { randomUUID } from 'node:crypto';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
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
  DEFAULT_4XX: 400,
};

/** The gateway's own error response, as the template shapes it. */
function refusalOf(
  { gatewayResponses }: ApiConfig,
  type: string,
  { requestId, path }: { readonly requestId: string; readonly path: string },
) {
  const usual = STATUS[type] ?? 500;
  const shape =
    gatewayResponses.get(type) ?? gatewayResponses.get(usual < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
  const fill = (text: string) =>
    text
      .replaceAll('$context.requestId', requestId)
      .replaceAll('$context.path', path)
      .replaceAll('$context.error.messageString', JSON.stringify(type))
      .replaceAll('$context.error.responseType', type);
  const shaped = Object.entries(shape?.headers ?? {}).map(([parameter, value]) => {
    const literal = /^'(.*)'$/.exec(value)?.[1];
    const name = parameter.replace('gatewayresponse.header.', '').toLowerCase();
    return [name, literal ?? fill(`$${value}`)] as const;
  });
  const usualHeaders = { 'content-type': 'application/json', 'x-amzn-requestid': requestId };
  return {
    status: shape?.status ?? usual,
    headers: new Map([...Object.entries(usualHeaders), ...shaped]),
    body: fill(shape?.body ?? '{"message":$context.error.messageString}'),
  };
}

/**
 * Answers with the gateway's own error. A reply that has begun can only be cut off.
 */
export function refuse(
  response: ServerResponse,
  api: ApiConfig,
  type: string,
  requestId: string,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const path = pathOf(response.req.url ?? '/');
  const { status, headers, body } = refusalOf(api, type, { requestId, path });
  // Of a reply that could not be sent some headers may be there already.
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.setHeaders(headers);
  response.statusCode = status;
  response.end(body);
}

/** The path as an address may be written: nothing in it ends the text of the template it is put into. */
function pathOf(url: string): string {
  const [path = '/'] = url.split('?', 1);
  return path.replaceAll(/[^\w./~!$&'()*+,;=:@%-]/g, encodeURIComponent);
}

/** Answers what is no HTTP, on the bare connection: there is no request to answer to. */
export function refuseMalformed(socket: Duplex, api: ApiConfig): void {
  const { status, headers, body } = refusalOf(api, 'DEFAULT_4XX', {
    requestId: randomUUID(),
    path: '/', // which one was meant cannot be read
  });
  const head = [...headers]
    .concat([
      ['content-length', String(Buffer.byteLength(body))],
      ['connection', 'close'],
    ])
    .map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body}`);
}
