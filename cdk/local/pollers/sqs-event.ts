import { md5 } from '#cdk/local/sqs/digest.ts';
import type { ReceivedMessage } from '#cdk/local/sqs/message.ts';
import { systemAttributes } from '#cdk/local/sqs/select-attributes.ts';

/** The event a function gets for a batch. @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export function sqsEvent(queueArn: string, batch: readonly ReceivedMessage[]) {
  return {
    Records: batch.map((message) => ({
      messageId: message.messageId,
      receiptHandle: message.receiptHandle,
      body: message.body,
      attributes: systemAttributes(message),
      messageAttributes: Object.fromEntries(
        Object.entries(message.attributes).map(([name, attribute]) => [
          name,
          {
            dataType: attribute.DataType,
            stringValue: attribute.StringValue,
            binaryValue: attribute.BinaryValue,
          },
        ]),
      ),
      md5OfBody: md5(message.body),
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: queueArn.split(':')[3],
    })),
  };
}
