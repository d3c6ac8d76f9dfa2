import { startApi } from '#cdk/local/api/server.ts';
import { apiOf } from '#cdk/local/resources/api.ts';
import { API_DEPLOYMENT, API_STAGE, REST_API } from '#cdk/local/resources/api-types.ts';
import type { Part } from './part.ts';

/** The API listens on the port of the options; it keeps none from run to run. */
export const api: Part = {
  types: [REST_API, API_DEPLOYMENT, API_STAGE],
  async start({ options, stack, region, accountId, disk, need }) {
    const config = apiOf(stack);
    for (const { functionName, authorizer = functionName } of config.routes) {
      need('functions').require(functionName);
      need('functions').require(authorizer);
    }
    const server = await startApi({
      api: config,
      port: options.port,
      region,
      accountId,
      disk,
      functions: need('functions'),
    });
    return { apiPort: server.port, close: () => server.close() };
  },
};
