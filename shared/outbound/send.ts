import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { ENV } from '#shared/env.ts';
import type { Network } from './network.ts';

export interface SentRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One request to an address that was checked; its answer's body is not read yet. */
export function send(
  url: URL,
  { method, headers, body }: SentRequest,
  network: Network,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const options = {
    method,
    agent: secure ? network.https : network.http,
    signal,
    headers: {
      ...headers,
      'user-agent': `FoodSave-AI/${process.env[ENV.version] ?? 'development'}`,
    },
  };
  return new Promise((resolve, reject) => {
    const sent = secure ? requestHttps(url, options, resolve) : requestHttp(url, options, resolve);
    sent.on('error', reject).end(body);
  });
}
