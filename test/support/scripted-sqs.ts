import { afterAll, beforeAll, beforeEach } from 'vitest';
import * as z from 'zod/mini';
import { ENV } from '#shared/env.ts';
import { type JsonService, startJsonService } from './json-service.ts';

const Request = z.object({
  QueueUrl: z.string(),
  Entries: z.array(
    z.object({
      Id: z.string(),
      MessageBody: z.string(),
      MessageAttributes: z.optional(
        z.record(z.string(), z.object({ DataType: z.string(), StringValue: z.string() })),
      ),
    }),
  ),
});
export type BatchRequest = z.infer<typeof Request>;

/** How SQS answers one request: what each entry gets, or what the whole request gets. */
export type Script = (request: BatchRequest) => Reply | Promise<Reply>;
type Reply = { readonly status: number; readonly body?: unknown };

/** Every entry is taken, but those that `failure` says something about. */
export function takes(
  { Entries }: BatchRequest,
  failure: (body: string) => { Code: string; SenderFault: boolean } | undefined = () => undefined,
): Reply {
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const { Id, MessageBody } of Entries) {
    const failed = failure(MessageBody);
    if (failed === undefined) Successful.push({ Id });
    else Failed.push({ Id, ...failed, Message: `about ${MessageBody.length} letters` });
  }
  return { status: 200, body: { Successful, Failed } };
}

/** A refusal as the JSON protocol of SQS writes it. */
export function refuses(code: string, status = 400): Reply {
  return { status, body: { __type: `com.amazonaws.sqs#${code}`, message: 'no' } };
}

/**
 * An SQS that fails on demand, which the local one cannot: call it once at the top of the file, and
 * give it a script in each test. It refuses to do anything but `SendMessageBatch`.
 */
export function scriptedSqs() {
  let service: JsonService;
  let script: Script | undefined;
  const requests: BatchRequest[] = [];
  beforeAll(async () => {
    service = await startJsonService(async ({ target, body }) => {
      if (target !== 'AmazonSQS.SendMessageBatch' || script === undefined) {
        throw new Error(`No scripted answer to ${target}`);
      }
      const request = Request.parse(JSON.parse(body));
      requests.push(request);
      return await script(request);
    });
    Object.assign(process.env, {
      [ENV.sqsEndpoint]: service.url,
      [ENV.receiptsQueueUrl]: `${service.url}/000000000000/receipts`,
      [ENV.region]: 'eu-central-1',
      [ENV.accessKeyId]: 'test',
      [ENV.secretAccessKey]: 'test',
    });
  });
  beforeEach(() => {
    requests.length = 0;
    script = undefined;
  });
  afterAll(() => service.close());
  return {
    requests,
    /** The bodies of each request, in the order in which they came. */
    bodies: () => requests.map(({ Entries }) => Entries.map(({ MessageBody }) => MessageBody)),
    answer(next: Script): void {
      script = next;
    },
  };
}
