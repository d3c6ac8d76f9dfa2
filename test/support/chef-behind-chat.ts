import { afterAll, beforeAll } from 'vitest';
import { handler as chef } from '#functions/agents/chef/handler.ts';
import { ENV } from '#shared/env.ts';
import { type JsonService, startJsonService } from './json-service.ts';

/** The real chef where the chat invokes it, for the tests of one file. */
export function chefBehindChat(): void {
  let lambda: JsonService;
  beforeAll(async () => {
    lambda = await startJsonService(async ({ url, body }) => {
      if (!url.endsWith('/functions/chef/invocations')) throw new Error(url);
      return { status: 200, body: await chef(JSON.parse(body)) };
    });
    Object.assign(process.env, { [ENV.lambdaEndpoint]: lambda.url, [ENV.chefFunction]: 'chef' });
  });
  afterAll(() => lambda.close());
}
