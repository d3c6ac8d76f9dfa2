import { md5, md5OfAttributes } from './digest.ts';
import { invalidValue, sqsError } from './errors.ts';
import type { MessageAttributes } from './message.ts';
import type { MessageStore } from './message-store.ts';

const MAX_DELAY_SECONDS = 900;

export interface SendInput {
  readonly MessageBody: string;
  readonly DelaySeconds?: number | undefined;
  readonly MessageAttributes?: MessageAttributes | undefined;
}

/** @throws ServiceError when SQS would not take the message */
export function send(store: MessageStore, queueUrl: string, message: SendInput) {
  const { MessageBody: body, MessageAttributes: attributes = {}, DelaySeconds } = message;
  const { maxMessageBytes } = store.queue(queueUrl);
  if (body === '') {
    throw sqsError('MissingParameter', 'The request must contain the parameter MessageBody.');
  }
  if (messageBytes(message) > maxMessageBytes) {
    throw sqsError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${maxMessageBytes} bytes.`,
    );
  }
  if (DelaySeconds !== undefined && !(DelaySeconds >= 0 && DelaySeconds <= MAX_DELAY_SECONDS)) {
    const reason = `DelaySeconds must be >= 0 and <= ${MAX_DELAY_SECONDS}.`;
    throw invalidValue('DelaySeconds', DelaySeconds, reason);
  }
  const MessageId = store.send(
    queueUrl,
    { body, attributes, delaySeconds: DelaySeconds },
    Date.now(),
  );
  return {
    MessageId,
    MD5OfMessageBody: md5(body),
    MD5OfMessageAttributes: md5OfAttributes(attributes),
  };
}

/** What counts against the limit: the body, and name, type and value of every attribute. */
export function messageBytes({ MessageBody, MessageAttributes = {} }: SendInput): number {
  const attributes = Object.entries(MessageAttributes).map(([name, attribute]) => {
    const { DataType, StringValue = '', BinaryValue = '' } = attribute;
    const binary = Buffer.byteLength(BinaryValue, 'base64');
    return Buffer.byteLength(name + DataType + StringValue) + binary;
  });
  return attributes.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(MessageBody));
}
