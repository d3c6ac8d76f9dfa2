import { startIssuer } from '#cdk/local/issuer/issuer.ts';
import { audienceOf, USER_POOL, USER_POOL_CLIENT } from '#cdk/local/resources/sign-in.ts';
import type { Part } from './part.ts';

export const issuer: Part = {
  types: [USER_POOL, USER_POOL_CLIENT],
  port: 'issuer',
  async start({ options, stack, port }) {
    const audience = audienceOf(stack);
    const started = await startIssuer({ port: port('issuer'), directory: options.data, audience });
    return { issuer: started, close: () => started.close() };
  },
};
