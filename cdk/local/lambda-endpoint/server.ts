import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Credentials } from '#cdk/local/credentials.ts';
import type { FunctionConfig } from '#cdk/local/functions/function-config.ts';
import type { Functions } from '#cdk/local/functions/functions.ts';
import type { Sink } from '#cdk/local/functions/instance.ts';
import type { InvokeResult } from '#cdk/local/functions/invoker.ts';
import { type Listener, listen, readBody } from '#cdk/local/http/listen.ts';
import { ServiceError } from '#cdk/local/http/service-error.ts';
import { verifySignature } from '#cdk/local/signature/verify.ts';
import { streamInvocation } from './stream.ts';

/** Lambda's own limits (AWS, Lambda quotas). */
const MAX_SYNC_BYTES = 6 * 1024 * 1024;

/** The fields of a function that ListFunctions returns. */
type Listed = Pick<FunctionConfig, 'name' | 'arn' | 'handler' | 'memoryMb' | 'timeoutSeconds'>;

/** Serves Lambda's Invoke (RequestResponse, Event and DryRun), InvokeWithResponseStream and ListFunctions. */
export async function startLambdaEndpoint(options: {
  port: number;
  credentials: Credentials;
  invoker: Pick<Functions, 'invoke' | 'stream'>;
  functions: readonly Listed[];
}): Promise<Listener> {
  const names = new Set(options.functions.map(({ name }) => name));
  const background = new Set<Promise<unknown>>();
  const listener = await listen(options.port, async (request, response) => {
    const { method = 'GET', url: target = '/', headers } = request;
    const match =
      /^\/2015-03-31\/functions\/([^/]+)\/invocations(\?|$)/.exec(target) ??
      /^\/2021-11-15\/functions\/([^/]+)\/response-streaming-invocations(\?|$)/.exec(target);
    try {
      const body = await readBody(request, MAX_SYNC_BYTES);
      const hash = createHash('sha256').update(body).digest('hex');
      verifySignature({ method, target, headers }, options.credentials, Date.now(), hash);
      if (method === 'GET' && /^\/2015-03-31\/functions\/?(\?|$)/.test(target)) {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ Functions: options.functions.map(configurationOf) }));
        return;
      }
      const name =
        decodeURIComponent(match?.[1] ?? '')
          .split(':')
          .at(-1) ?? '';
      if (match === null || !names.has(name)) {
        refuse(response, 404, 'ResourceNotFoundException', `Function not found: ${name || target}`);
        return;
      }
      const event: unknown = body.length === 0 ? {} : JSON.parse(body.toString());
      if (target.startsWith('/2021-11-15/')) {
        const run = (sink: Sink) => options.invoker.stream(name, event, sink);
        const refused = await streamInvocation(run, response);
        if (refused !== undefined) answer(response, refused);
      } else if (headers['x-amz-invocation-type'] === 'DryRun') {
        response.writeHead(204).end();
      } else if (headers['x-amz-invocation-type'] === 'Event') {
        const run = options.invoker.invoke(name, event).finally(() => background.delete(run));
        background.add(run);
        response.writeHead(202).end();
      } else {
        answer(response, await options.invoker.invoke(name, event));
      }
    } catch (error) {
      if (error instanceof ServiceError) refuse(response, error.status, error.code, error.message);
      else if (error instanceof SyntaxError) {
        refuse(response, 400, 'InvalidRequestContentException', error.message);
      } else if (error instanceof RangeError) {
        refuse(response, 413, 'RequestTooLargeException', error.message);
      } else throw error;
    }
  });
  return {
    ...listener,
    async close() {
      await listener.close();
      await Promise.all(background);
    },
  };
}

function configurationOf({ name, arn, handler, memoryMb, timeoutSeconds }: Listed) {
  return {
    FunctionName: name,
    FunctionArn: arn,
    Handler: handler,
    Runtime: 'nodejs22.x',
    MemorySize: memoryMb,
    Timeout: timeoutSeconds,
  };
}

function answer(response: ServerResponse, result: InvokeResult): void {
  if (result.ok) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(result.payload ?? null));
  } else if (result.reason === 'throttled') {
    refuse(response, 429, 'TooManyRequestsException', result.error.errorMessage);
  } else {
    response.writeHead(200, {
      'content-type': 'application/json',
      'x-amz-function-error': 'Unhandled',
    });
    response.end(JSON.stringify(result.error));
  }
}

function refuse(response: ServerResponse, status: number, code: string, Message: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': code });
  response.end(JSON.stringify({ Type: 'User', Message }));
}
