import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Credentials } from '#cdk/local/credentials.ts';
import { invalidInput } from '#cdk/local/http/invalid-input.ts';
import { type Listener, listen, readBody } from '#cdk/local/http/listen.ts';
import { replyJson } from '#cdk/local/http/reply-json.ts';
import { ServiceError } from '#cdk/local/http/service-error.ts';
import { verifySignature } from '#cdk/local/signature/verify.ts';
import type { State } from '#cdk/local/state/state.ts';
import { actions } from './actions.ts';
import { sqsError } from './errors.ts';
import { MessageStore } from './message-store.ts';
import { inputOf, xmlOf, xmlOfError } from './query-protocol.ts';
import type { QueueConfig } from './queue-config.ts';

/** A batch of 1 MiB, of which JSON may write every byte in six, and what is only a little too long. */
const MAX_REQUEST_BYTES = 16 * 1024 * 1024;

export interface Sqs extends Listener {
  readonly store: MessageStore;
}

/** Serves the template's queues in both of SQS's protocols. */
export async function startSqs(options: {
  state: State;
  port: number;
  account: string;
  credentials: Credentials;
  queues: readonly QueueConfig[];
}): Promise<Sqs> {
  const store = new MessageStore(options.state, options.queues);
  const stopping = new AbortController();
  const listener = await listen(options.port, (request, response) =>
    answer(request, response, async (action, input) => {
      const perform = actions[action];
      if (perform === undefined) {
        throw sqsError('UnsupportedOperation', `The local SQS does not do ${action}.`);
      }
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      const urlOf = (name: string) => `${listener.url}/${options.account}/${name}`;
      const signal = AbortSignal.any([stopping.signal, gone.signal]);
      return perform(input, { store, urlOf, signal });
    }),
  );

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    perform: (action: string, input: unknown) => Promise<object>,
  ): Promise<void> {
    const target = request.headers['x-amz-target'];
    const reply = typeof target === 'string' ? jsonReply(response) : queryReply(response);
    try {
      const body = await readBody(request, MAX_REQUEST_BYTES);
      const hash = createHash('sha256').update(body).digest('hex');
      const { method = 'GET', url = '/', headers } = request;
      verifySignature({ method, target: url, headers }, options.credentials, Date.now(), hash);
      if (typeof target === 'string') {
        const action = target.split('.').at(-1) ?? '';
        reply.result(action, await perform(action, JSON.parse(body.toString() || '{}')));
      } else {
        const form = new URLSearchParams(method === 'GET' ? url.split('?')[1] : body.toString());
        const action = form.get('Action') ?? '';
        reply.result(action, await perform(action, inputOf(form)));
      }
    } catch (error) {
      const { code, message, status } = refusal(error);
      reply.error(code, message, status);
    }
  }

  return {
    ...listener,
    store,
    async close() {
      stopping.abort();
      await listener.close();
    },
  };
}

function refusal(error: unknown): { code: string; message: string; status: number } {
  if (error instanceof ServiceError) return error;
  if (error instanceof RangeError) {
    return { code: 'RequestEntityTooLarge', message: error.message, status: 413 };
  }
  const message = invalidInput(error);
  if (message === undefined) throw error;
  return { code: 'InvalidParameterValue', message, status: 400 };
}

interface Reply {
  result(action: string, result: object): void;
  error(code: string, message: string, status: number): void;
}

function jsonReply(response: ServerResponse): Reply {
  return {
    result: (_action, result) => replyJson(response, 200, result),
    error: (code, message, status) =>
      replyJson(
        response,
        status,
        { __type: `com.amazonaws.sqs#${code.split('.').at(-1)}`, message },
        // What clients that grew up with the Query protocol look for.
        { 'x-amzn-query-error': `${code};Sender` },
      ),
  };
}

function queryReply(response: ServerResponse): Reply {
  const requestId = randomUUID();
  const end = (status: number, xml: string) =>
    response
      .writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': requestId })
      .end(xml);
  return {
    result: (action, result) => end(200, xmlOf(action, result, requestId)),
    error: (code, message, status) => end(status, xmlOfError(code, message, requestId)),
  };
}
