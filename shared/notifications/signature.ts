import { createHmac } from 'node:crypto';

/** So that one key of the installation makes one for every target, which is stored nowhere. */
export function signingKey(masterKey: string, targetId: string): Buffer {
  return createHmac('sha256', masterKey).update(`webhook ${targetId}`).digest();
}

/** The key as whoever receives is given it. */
export function shownKey(key: Buffer): string {
  return `whsec_${key.toString('base64')}`;
}

/**
 * Headers by which the receiver knows who sent a body and when: the signature covers both and the id, so an
 * old request that is sent again is known by its time or its id.
 * @param timestamp seconds since the epoch
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signatureHeaders(
  key: Buffer,
  {
    id,
    timestamp,
    body,
  }: { readonly id: string; readonly timestamp: number; readonly body: string },
): Record<string, string> {
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}
