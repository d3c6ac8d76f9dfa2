import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ApiRoute, GatewayResponse } from '#cdk/local/api/api-config.ts';
import { startApi } from '#cdk/local/api/server.ts';
import { startFunctions } from '#cdk/local/functions/functions.ts';
import { temporaryFolder } from '#test/cdk/local/support/state.ts';

/** A streamed reply made by `body`, which sees `event` and `stream`. */
export const streamed = (body: string, metadata = '{ statusCode: 200 }') =>
  `exports.handler = awslambda.streamifyResponse(async (event, stream) => {
    stream = awslambda.HttpResponseStream.from(stream, ${metadata});
    ${body}
  });`;

/** Answers with the event it was given. */
export const echo = streamed('stream.end(JSON.stringify(event));');

const problem = (status: number): GatewayResponse => ({
  status,
  headers: {
    'gatewayresponse.header.Content-Type': "'application/problem+json'",
    'gatewayresponse.header.x-request-id': 'context.requestId',
  },
  body: `{"status":${status},"instance":"$context.path","requestId":"$context.requestId"}`,
});

/** The gateway's words for refusals, as short as the template's are. */
const gatewayResponses = new Map([
  ['UNAUTHORIZED', problem(401)],
  ['ACCESS_DENIED', problem(403)],
  ['MISSING_AUTHENTICATION_TOKEN', problem(404)],
  ['REQUEST_TOO_LARGE', problem(413)],
  ['INTEGRATION_TIMEOUT', problem(504)],
  ['INTEGRATION_FAILURE', problem(502)],
  ['DEFAULT_4XX', problem(400)],
  ['DEFAULT_5XX', problem(500)],
]);

/** A gateway in front of real functions whose bundles are the given texts, one route for each. */
export async function gateway(
  bundles: Readonly<Record<string, string>>,
  routes: readonly (Partial<ApiRoute> & { readonly functionName: string })[],
) {
  const functions = startFunctions({
    functions: Object.entries(bundles).map(([name, bundle]) => {
      const directory = temporaryFolder();
      writeFileSync(join(directory, 'index.cjs'), bundle);
      return {
        name,
        arn: `arn:aws:lambda:eu-central-1:000000000000:function:${name}`,
        directory,
        layers: [],
        handler: 'index.handler',
        environment: {},
        memoryMb: 128,
        timeoutSeconds: 120,
        concurrency: 5,
      };
    }),
    environment: {},
    onLine: () => undefined,
  });
  const api = await startApi({
    port: 0,
    region: 'eu-central-1',
    accountId: '000000000000',
    functions,
    api: {
      gatewayResponses,
      routes: routes.map((route) => ({
        path: '/',
        authorizer: undefined,
        streaming: true,
        timeoutMs: 120_000,
        ...route,
      })),
    },
  });
  onTestFinished(async () => {
    await api.close();
    await functions.close();
  });
  return api;
}

/** Sends bytes as they are and answers with all that comes back until the connection ends. */
export async function raw(port: number, ...parts: (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let reply = '';
  socket.on('data', (bytes) => {
    reply += bytes.toString();
  });
  for (const part of parts) socket.write(part);
  await once(socket, 'close');
  return reply;
}
