import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** Answers as the services of AWS that speak JSON do, each with a new request id. */
export function replyJson(
  response: ServerResponse,
  status: number,
  value: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': randomUUID(),
      ...headers,
    })
    .end(JSON.stringify(value));
}
