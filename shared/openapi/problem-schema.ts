/** Schema of every failure (RFC 9457). */
export const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string', description: 'In the language of Accept-Language (pl, en).' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'In the language of Accept-Language (pl, en).' },
    instance: { type: 'string' },
    code: { type: 'string', description: 'Stable, never translated.' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: {
            type: 'string',
            description: 'A JSON pointer into the body, or ?name for a query parameter.',
          },
          detail: { type: 'string' },
        },
      },
    },
  },
} as const;
