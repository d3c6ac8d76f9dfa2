import { postOutbound } from '#shared/outbound/post.ts';
import type { Send } from './deliver.ts';
import { signatureHeaders, signingKey } from './signature.ts';
import { webhookRoute } from './webhook-address.ts';

export interface WebhookDeps {
  /** The key that those of all targets are made of. */
  readonly masterKey: () => Promise<string>;
  readonly now: () => Date;
}

/**
 * Posts `{id, type, createdAt, data}` to the target's server, signed. A status below 300 is taken for
 * received. The id is that of the delivery, the same at every attempt.
 */
export function sendWebhook({ masterKey, now }: WebhookDeps): Send {
  return async (target, { id, type, createdAt, data }) => {
    const body = JSON.stringify({ id, type, createdAt: createdAt.toISOString(), data });
    const timestamp = Math.floor(now().getTime() / 1000);
    const key = signingKey(await masterKey(), target.id);
    const { network, allowHttp } = webhookRoute(target.address);
    const headers = signatureHeaders(key, { id, timestamp, body });
    const answer = await postOutbound({ url: target.address, headers, body, allowHttp }, network);
    if (!answer.ok) return answer.reason;
    return answer.status >= 200 && answer.status < 300 ? undefined : `status-${answer.status}`;
  };
}
