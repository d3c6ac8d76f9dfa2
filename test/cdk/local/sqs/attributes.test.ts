import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { startQueue } from './queue.ts';

test.each<[Partial<ReceiveMessageCommandInput>, string[], string[]]>([
  [{}, [], []],
  [{ MessageAttributeNames: ['lang'] }, ['lang'], []],
  [{ MessageAttributeNames: ['trace.*'] }, ['trace.id'], []],
  [{ MessageAttributeNames: ['.*'] }, ['lang', 'trace.id'], []],
  [{ MessageSystemAttributeNames: ['SentTimestamp'] }, [], ['SentTimestamp']],
])('a receiver gets the attributes it asks for: %j', async (asked, own, system) => {
  const { sdk, QueueUrl } = await startQueue();
  const text = { DataType: 'String', StringValue: 'x' };
  const MessageAttributes = { lang: text, 'trace.id': text };
  await sdk.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one', MessageAttributes }));
  const { Messages } = await sdk.send(new ReceiveMessageCommand({ QueueUrl, ...asked }));
  const [message] = Messages ?? [];
  expect(Object.keys(message?.MessageAttributes ?? {}).sort()).toEqual(own);
  expect(Object.keys(message?.Attributes ?? {})).toEqual(system);
});

test('a queue answers with the attributes that are asked for', async () => {
  const { sdk, QueueUrl } = await startQueue({ delaySeconds: 5 });
  const { Attributes } = await sdk.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['DelaySeconds'] }),
  );
  expect(Attributes).toEqual({ DelaySeconds: '5' });
});

test('a receiver waits as long as the queue says', async () => {
  const { sdk, QueueUrl } = await startQueue({ receiveWaitSeconds: 20 });
  const waiting = sdk.send(new ReceiveMessageCommand({ QueueUrl }));
  await sdk.send(new SendMessageCommand({ QueueUrl, MessageBody: 'now' }));
  expect((await waiting).Messages).toMatchObject([{ Body: 'now' }]);
});
