import { endpoint } from '#shared/entry/endpoint.ts';
import { bytes } from '#shared/entry/reply.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { openApiDocument } from '#shared/openapi/document.ts';
import { openapiRoutes } from '#shared/openapi/openapi-routes.ts';

// It never changes while the function lives.
const document = JSON.stringify(openApiDocument(allRoutes, requireEnv(ENV.version)));

export const handler = endpoint(openapiRoutes, {
  readDocument: async () => bytes(200, document, { 'content-type': 'application/json' }),
});
