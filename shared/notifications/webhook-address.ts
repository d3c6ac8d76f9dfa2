import { ENV } from '#shared/env.ts';
import type { FieldError, Message } from '#shared/errors/user-error.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { configuredServer, type Network, publicInternet } from '#shared/outbound/network.ts';
import { targetOf } from '#shared/outbound/target.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** How a webhook's server is reached. */
export interface WebhookRoute {
  readonly network: Network;
  readonly allowHttp: boolean;
}

/**
 * Https over the public internet; on one machine also a server of the same machine, over plain HTTP and on
 * any port.
 */
export function webhookRoute(address: string): WebhookRoute {
  const url = URL.parse(address);
  const isOwn = url !== null && LOOPBACK.has(url.hostname) && process.env[ENV.stage] === 'local';
  if (isOwn) return { network: configuredServer(url), allowHttp: true };
  return { network: publicInternet(), allowHttp: false };
}

const TEXT: Message = {
  pl: 'Podaj adres https serwera w internecie, bez hasła i na zwykłym porcie.',
  en: 'Give the https address of a server on the internet, without a password and on the usual port.',
};

/** @throws UserError 422 for an address that nothing would be sent to */
export function requireWebhookAddress(address: string): void {
  const { network, allowHttp } = webhookRoute(address);
  const target = targetOf(address, undefined, allowHttp, network);
  if (target.ok) return;
  const fields: FieldError[] = [{ pointer: '/url', detail: TEXT }];
  throw new UserError('unprocessable', 'webhook-address', TEXT, { fields });
}
