import { startApi } from '#cdk/local/api/server.ts';
import { countedRequests } from '#cdk/local/cloudwatch/service-metrics.ts';
import { apiOf } from '#cdk/local/resources/api.ts';
import { API_DEPLOYMENT, API_STAGE, REST_API } from '#cdk/local/resources/api-types.ts';
import type { Stack } from '#cdk/local/template/stack.ts';
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
    const metrics = need('metrics');
    const server = await startApi({
      api: config,
      port: options.port,
      region,
      accountId,
      disk,
      functions: countedRequests(need('functions'), nameOf(stack), (point) => metrics.add(point)),
    });
    return { apiPort: server.port, close: () => server.close() };
  },
};

/** The one API's name, which its metrics have for a dimension. */
function nameOf({ assembly }: Stack): string {
  const resources = Object.values(assembly.template.Resources);
  return String(resources.find(({ Type }) => Type === REST_API.name)?.Properties.Name);
}
