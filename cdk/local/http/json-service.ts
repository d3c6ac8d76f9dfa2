import { createHash } from 'node:crypto';
import type { Credentials } from '#cdk/local/credentials.ts';
import { verifySignature } from '#cdk/local/signature/verify.ts';
import { invalidInput } from './invalid-input.ts';
import { type Listener, listen, readBody } from './listen.ts';
import { replyJson } from './reply-json.ts';
import { ServiceError } from './service-error.ts';

const MAX_REQUEST_BYTES = 2 * 1024 * 1024;

/** Serves an AWS service that speaks JSON with the action in `x-amz-target`. */
export function startJsonService(options: {
  name: string;
  port: number;
  credentials: Credentials;
  actions: Readonly<Record<string, (input: unknown) => object | Promise<object>>>;
}): Promise<Listener> {
  return listen(options.port, async (request, response) => {
    try {
      const body = await readBody(request, MAX_REQUEST_BYTES);
      const hash = createHash('sha256').update(body).digest('hex');
      const { method = 'GET', url: target = '/', headers } = request;
      verifySignature({ method, target, headers }, options.credentials, Date.now(), hash);
      const name = String(headers['x-amz-target']).split('.').at(-1) ?? '';
      const action = options.actions[name];
      if (action === undefined) {
        throw new ServiceError(
          400,
          'UnknownOperationException',
          `The local ${options.name} does not do ${name}.`,
        );
      }
      replyJson(response, 200, await action(JSON.parse(body.toString() || '{}')));
    } catch (error) {
      const { status, code, message } = refusal(error);
      replyJson(response, status, { __type: code, message }, { 'x-amzn-errortype': code });
    }
  });
}

function refusal(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof ServiceError) return error;
  if (error instanceof RangeError) {
    return { status: 413, code: 'RequestEntityTooLargeException', message: error.message };
  }
  const message = invalidInput(error);
  if (message === undefined) throw error;
  return { status: 400, code: 'ValidationException', message };
}
