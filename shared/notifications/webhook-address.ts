import { ENV } from '#shared/env.ts';
import type { FieldError, Message } from '#shared/errors/user-error.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { configuredServer, type Network, publicInternet } from '#shared/outbound/network.ts';
import { targetOf } from '#shared/outbound/target.ts';

/** How a webhook's server is reached. */
export interface WebhookRoute {
  readonly network: Network;
  readonly allowHttp: boolean;
}

/**
 * Https over the public internet; also plain HTTP, on any port, to hosts that whoever operates the system
 * named (`WEBHOOK_HOSTS`).
 */
export function webhookRoute(address: string): WebhookRoute {
  const url = URL.parse(address);
  const named = (process.env[ENV.webhookHosts] ?? '').split(',');
  if (url !== null && named.includes(url.hostname))
    return { network: configuredServer(url), allowHttp: true };
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
