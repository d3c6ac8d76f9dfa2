import type { Json } from './components.ts';

/** Headers of replies, by the name that the document gives them. */
export const HEADERS = {
  RequestId: {
    description:
      'Name it when you report a problem. Of the request, where its X-Request-Id is 8 to 64 letters, digits, - and _.',
    required: true,
    schema: { type: 'string' },
  },
  ContentLanguage: {
    description: 'The language of title and detail.',
    schema: { type: 'string', enum: ['pl', 'en'] },
  },
  ETag: {
    description: 'The version of what is shown, for If-Match.',
    required: true,
    schema: { type: 'string', pattern: '^"[^"]*"$' },
    example: '"3"',
  },
  Location: {
    description: 'The path of what was made.',
    required: true,
    schema: { type: 'string', format: 'uri-reference' },
  },
  ExistingLocation: {
    description: 'The path of what is there already.',
    schema: { type: 'string', format: 'uri-reference' },
  },
  IdempotencyReplayed: {
    description: 'This is the stored reply of an earlier request with the same Idempotency-Key.',
    schema: { type: 'string', enum: ['true'] },
  },
  RetryAfter: {
    description: 'Seconds to wait before it is tried again.',
    schema: { type: 'integer', minimum: 0 },
    example: 60,
  },
  RateLimitLimit: { description: 'So many are allowed.', schema: { type: 'integer' } },
  RateLimitRemaining: { description: 'So many are left.', schema: { type: 'integer' } },
  RateLimitReset: { description: 'Seconds until all are again.', schema: { type: 'integer' } },
  WwwAuthenticate: { description: 'How to sign in.', schema: { type: 'string' } },
} as const satisfies Readonly<Record<string, Json>>;

/** Headers of a reply as the document refers to them: `{ ETag: 'ETag', 'x-request-id': 'RequestId' }`. */
export function headersOf(
  names: Readonly<Record<string, keyof typeof HEADERS>>,
): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries({ 'x-request-id': 'RequestId', ...names }).map(([header, name]) => [
      header,
      { $ref: `#/components/headers/${name}` },
    ]),
  );
}
