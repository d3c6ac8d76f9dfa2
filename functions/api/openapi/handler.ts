import { openapiRoutes } from '#shared/docs/openapi-routes.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { openApiDocument } from '#shared/openapi/document.ts';

// But for its address it never changes while the function lives.
const document = openApiDocument(allRoutes, requireEnv(ENV.version), '/');

export const handler = endpoint(openapiRoutes, {
  readDocument: async ({ baseUrl }) => reply(200, { ...document, servers: [{ url: baseUrl }] }),
});
