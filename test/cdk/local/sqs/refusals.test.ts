import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { startQueue } from './queue.ts';

const MEBIBYTE = 1_048_576;

/** Sends a message and receives it. @returns its receipt handle */
async function received(sdk: SQSClient, QueueUrl: string): Promise<string> {
  await sdk.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
  const { Messages = [] } = await sdk.send(new ReceiveMessageCommand({ QueueUrl }));
  return Messages[0]?.ReceiptHandle ?? '';
}

test('a delay of more than 15 minutes is refused, in a batch for its own entry alone', async () => {
  const { sdk, QueueUrl } = await startQueue();
  const send = (DelaySeconds: number) =>
    sdk.send(new SendMessageCommand({ QueueUrl, MessageBody: 'later', DelaySeconds }));
  await send(900);
  for (const seconds of [901, -1]) {
    await expect(send(seconds)).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: `Value ${seconds} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.`,
    });
  }
  const { Successful, Failed } = await sdk.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: [
        { Id: 'soon', MessageBody: 'a', DelaySeconds: 900 },
        { Id: 'late', MessageBody: 'b', DelaySeconds: 901 },
      ],
    }),
  );
  expect(Successful?.map(({ Id }) => Id)).toEqual(['soon']);
  expect(Failed).toMatchObject([{ Id: 'late', Code: 'InvalidParameterValue', SenderFault: true }]);
});

test('a receipt handle that this queue did not issue is refused', async () => {
  const { sdk, QueueUrl } = await startQueue();
  const own = await received(sdk, QueueUrl);
  const foreign = await received(sdk, QueueUrl.replace(/work$/, 'other'));
  const invalid = { name: 'ReceiptHandleIsInvalid' };
  const forged = own.replace(/^./, (letter) => (letter === '0' ? '1' : '0'));
  for (const ReceiptHandle of ['guess', foreign, forged]) {
    const one = { QueueUrl, ReceiptHandle };
    await expect(sdk.send(new DeleteMessageCommand(one))).rejects.toMatchObject(invalid);
    const hide = new ChangeMessageVisibilityCommand({ ...one, VisibilityTimeout: 1 });
    await expect(sdk.send(hide)).rejects.toMatchObject(invalid);
  }
  const { Failed, Successful } = await sdk.send(
    new DeleteMessageBatchCommand({
      QueueUrl,
      Entries: [
        { Id: 'guess', ReceiptHandle: 'guess' },
        { Id: 'own', ReceiptHandle: own },
      ],
    }),
  );
  expect(Failed).toMatchObject([{ Id: 'guess', Code: 'ReceiptHandleIsInvalid' }]);
  expect(Successful).toMatchObject([{ Id: 'own' }]);
});

test('a message that is gone can be deleted again, and hidden no more', async () => {
  const { sdk, QueueUrl } = await startQueue();
  const ReceiptHandle = await received(sdk, QueueUrl);
  const hide = (VisibilityTimeout: number) =>
    sdk.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
  await expect(hide(43_201)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  await hide(0);
  await expect(hide(1)).rejects.toMatchObject({ name: 'MessageNotInflight' });
  const { Messages = [] } = await sdk.send(new ReceiveMessageCommand({ QueueUrl }));
  const last = { QueueUrl, ReceiptHandle: Messages[0]?.ReceiptHandle ?? '' };
  await sdk.send(new DeleteMessageCommand(last));
  await sdk.send(new DeleteMessageCommand(last));
  const again = new ChangeMessageVisibilityCommand({ ...last, VisibilityTimeout: 1 });
  await expect(sdk.send(again)).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: expect.stringContaining('Message does not exist'),
  });
});

test('a batch that SQS would not take is refused as a whole', async () => {
  const { sdk, QueueUrl } = await startQueue();
  const send = (...ids: string[]) => {
    const Entries = ids.map((Id) => ({ Id, MessageBody: Id }));
    return sdk.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  };
  await expect(send('a', 'b', 'a')).rejects.toMatchObject({
    name: 'BatchEntryIdsNotDistinct',
    message: 'Id a repeated.',
  });
  await expect(send()).rejects.toMatchObject({ name: 'EmptyBatchRequest' });
  await expect(send('not an id')).rejects.toMatchObject({ name: 'InvalidBatchEntryId' });
  const eleven = Array.from({ length: 11 }, (_, at) => `id-${at}`);
  await expect(send(...eleven)).rejects.toMatchObject({ name: 'TooManyEntriesInBatchRequest' });
  expect((await sdk.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
});

test('a message takes 1 MiB with its attributes, and so does a batch', async () => {
  const { sdk, QueueUrl } = await startQueue();
  const attribute = { a: { DataType: 'String', StringValue: 'v' } }; // 8 bytes with name and type
  const send = (MessageBody: string, MessageAttributes = {}) =>
    sdk.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageAttributes }));
  await send('x'.repeat(MEBIBYTE - 8), attribute);
  const tooLong = {
    name: 'InvalidParameterValue',
    message: `One or more parameters are invalid. Reason: Message must be shorter than ${MEBIBYTE} bytes.`,
  };
  await expect(send('x'.repeat(MEBIBYTE - 7), attribute)).rejects.toMatchObject(tooLong);
  await expect(send('ż'.repeat(MEBIBYTE / 2 + 1))).rejects.toMatchObject(tooLong);
  // Control characters are written in six bytes each.
  await send('\n\t'.repeat(MEBIBYTE / 2));

  const half = 'x'.repeat(MEBIBYTE / 2);
  const batch = (second: string) => {
    const Entries = [
      { Id: 'a', MessageBody: half },
      { Id: 'b', MessageBody: second },
    ];
    return sdk.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  };
  expect((await batch(half)).Successful).toHaveLength(2);
  await expect(batch(`${half}x`)).rejects.toMatchObject({
    name: 'BatchRequestTooLong',
    message: `Batch requests cannot be longer than ${MEBIBYTE} bytes. You have sent ${MEBIBYTE + 1} bytes.`,
  });
});

test('a queue with a smaller limit of its own keeps it', async () => {
  const { sdk, QueueUrl } = await startQueue({ maxMessageBytes: 1024 });
  const send = (length: number) =>
    sdk.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(length) }));
  await send(1024);
  await expect(send(1025)).rejects.toThrow('shorter than 1024 bytes');
});

test('what would ask for more than a standard queue is refused by name', async () => {
  const { sdk, QueueUrl } = await startQueue();
  const send = new SendMessageCommand({ QueueUrl, MessageBody: 'a', MessageGroupId: 'g' });
  await expect(sdk.send(send)).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: 'MessageGroupId is not known here',
  });
});
