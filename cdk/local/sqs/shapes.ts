import * as z from 'zod/mini';

/**
 * The inputs of SQS's actions, as the JSON protocol writes them; the Query protocol is turned into
 * them. A field that is not named here is refused: it would ask for something that is not done.
 */
const Attributes = z.optional(
  z.record(
    z.string(),
    z.strictObject({
      DataType: z.string(),
      StringValue: z.optional(z.string()),
      BinaryValue: z.optional(z.string()),
    }),
  ),
);
const number = z.optional(z.coerce.number());
const names = z._default(z.array(z.string()), []);

const queue = { QueueUrl: z.string() };
const sent = { MessageBody: z.string(), DelaySeconds: number, MessageAttributes: Attributes };
const held = { ReceiptHandle: z.string() };
const hidden = { ...held, VisibilityTimeout: z.coerce.number() };
const entries = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z._default(z.array(z.strictObject({ Id: z.string(), ...shape })), []);

export const SendMessage = z.strictObject({ ...queue, ...sent });
export const SendMessageBatch = z.strictObject({ ...queue, Entries: entries(sent) });
export const ReceiveMessage = z.strictObject({
  ...queue,
  MaxNumberOfMessages: z._default(z.coerce.number().check(z.minimum(1), z.maximum(10)), 1),
  WaitTimeSeconds: z.optional(z.coerce.number().check(z.minimum(0), z.maximum(20))),
  VisibilityTimeout: z.optional(z.coerce.number().check(z.minimum(0), z.maximum(43_200))),
  AttributeNames: names,
  MessageSystemAttributeNames: names,
  MessageAttributeNames: names,
});
export const DeleteMessage = z.strictObject({ ...queue, ...held });
export const DeleteMessageBatch = z.strictObject({ ...queue, Entries: entries(held) });
export const ChangeMessageVisibility = z.strictObject({ ...queue, ...hidden });
export const ChangeMessageVisibilityBatch = z.strictObject({ ...queue, Entries: entries(hidden) });
export const PurgeQueue = z.strictObject(queue);
export const GetQueueUrl = z.strictObject({ QueueName: z.string() });
export const GetQueueAttributes = z.strictObject({ ...queue, AttributeNames: names });
export const ListQueues = z.strictObject({ QueueNamePrefix: z.optional(z.string()) });
