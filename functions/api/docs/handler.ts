import { docsRoutes } from '#shared/docs/docs-routes.ts';
import { CONTENT_SECURITY_POLICY, PAGE, viewerFile } from '#shared/docs/viewer.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { bytes, reply } from '#shared/entry/reply.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { openApiDocument } from '#shared/openapi/document.ts';

/** The build copies the viewer's files beside the bundle. */
const FILES = new URL('./swagger-ui/', import.meta.url);

// But for its address it never changes while the function lives.
const document = openApiDocument(allRoutes, requireEnv(ENV.version), '/');

export const handler = endpoint(docsRoutes, {
  readDocument: async ({ baseUrl }) => reply(200, { ...document, servers: [{ url: baseUrl }] }),
  readViewer: async () =>
    bytes(200, PAGE, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_SECURITY_POLICY,
    }),
  readViewerFile: async ({ params, headers }) => {
    const { type, body, gzipped } = await viewerFile(FILES, params.file);
    const common = {
      'content-type': type,
      vary: 'accept-encoding',
      'cache-control': 'max-age=3600',
    };
    return (headers['accept-encoding'] ?? '').includes('gzip')
      ? bytes(200, gzipped, { ...common, 'content-encoding': 'gzip' })
      : bytes(200, body, common);
  },
});
