import { createHash, createHmac } from 'node:crypto';
import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { SignatureV4 } from '@smithy/signature-v4';
import { expect, test } from 'vitest';
import { client, credentials } from '#test/cdk/local/support/state.ts';
import { startQueue } from './queue.ts';

test('the SDK sends, receives with attributes, and deletes', async () => {
  const { sdk, QueueUrl } = await startQueue();
  expect((await sdk.send(new GetQueueUrlCommand({ QueueName: 'work' }))).QueueUrl).toBe(QueueUrl);
  const MessageAttributes = {
    lang: { DataType: 'String', StringValue: 'pl' },
    raw: { DataType: 'Binary', BinaryValue: Buffer.from([1, 2, 3]) },
  };
  await sdk.send(new SendMessageCommand({ QueueUrl, MessageBody: 'żółw', MessageAttributes }));
  const { Messages = [] } = await sdk.send(
    new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ['All'] }),
  );
  expect(Messages).toMatchObject([
    { Body: 'żółw', MessageAttributes: { lang: { StringValue: 'pl' } } },
  ]);
  const Entries = Messages.map(({ ReceiptHandle }) => ({
    Id: 'a',
    ReceiptHandle: ReceiptHandle ?? '',
  }));
  await sdk.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  const { Attributes } = await sdk.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  expect(Attributes).toMatchObject({
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesNotVisible: '0',
  });
});

test('a waiting receiver gets a message the moment it is sent', async () => {
  const { sdk, QueueUrl } = await startQueue();
  const waiting = sdk.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
  const Entries = [{ Id: 'a', MessageBody: 'now' }];
  await sdk.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  expect((await waiting).Messages).toMatchObject([{ Body: 'now' }]);
});

test('an unknown queue and a wrong secret have the names clients expect', async () => {
  const { sqs, sdk } = await startQueue();
  const missing = sdk.send(new GetQueueUrlCommand({ QueueName: 'nothing' }));
  await expect(missing).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  const thief = new SQSClient({
    ...client,
    endpoint: sqs.url,
    credentials: { ...credentials, secretAccessKey: 'guess' },
  });
  await expect(thief.send(new GetQueueUrlCommand({ QueueName: 'work' }))).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
  });
});

test('clients of the older Query protocol are served too', async () => {
  const { sqs, QueueUrl } = await startQueue();
  const call = async (fields: Record<string, string>) => {
    const body = new URLSearchParams({ QueueUrl, ...fields }).toString();
    const { hostname, port } = new URL(sqs.url);
    const signed = await new SignatureV4({ ...client, service: 'sqs', sha256: Sha256 }).sign({
      method: 'POST',
      protocol: 'http:',
      hostname,
      port: Number(port),
      path: '/',
      headers: { host: `${hostname}:${port}`, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    return (await fetch(sqs.url, { method: 'POST', headers: signed.headers, body })).text();
  };
  await call({
    Action: 'SendMessageBatch',
    'SendMessageBatchRequestEntry.1.Id': 'a',
    'SendMessageBatchRequestEntry.1.MessageBody': 'a < b',
  });
  const received = await call({
    Action: 'ReceiveMessage',
    Version: '2012-11-05',
    MaxNumberOfMessages: '10',
    'AttributeName.1': 'All',
  });
  expect(received).toMatch(
    /<Message>.*<Body>a &#60; b<\/Body>.*<Name>ApproximateReceiveCount<\/Name><Value>1</,
  );
  expect(await call({ Action: 'CreateQueue' })).toMatch(/<Code>UnsupportedOperation</);
});

/** The hash the SDK's signer wants injected. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash =
      secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#hash.digest());
  }
  reset(): void {}
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    : Buffer.from(data);
}
