import * as z from 'zod/mini';

/** The inputs of SQS's actions, as the JSON protocol writes them; the Query protocol is turned into them. */
const Attributes = z.optional(
  z.record(
    z.string(),
    z.object({
      DataType: z.string(),
      StringValue: z.optional(z.string()),
      BinaryValue: z.optional(z.string()),
    }),
  ),
);
const number = z.optional(z.coerce.number());

const queue = { QueueUrl: z.string() };
const sent = { MessageBody: z.string(), DelaySeconds: number, MessageAttributes: Attributes };
const held = { ReceiptHandle: z.string() };
const hidden = {
  ...held,
  VisibilityTimeout: z.coerce.number().check(z.minimum(0), z.maximum(43_200)),
};
const entries = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.array(z.object({ Id: z.string(), ...shape })).check(z.minLength(1), z.maxLength(10));

export const SendMessage = z.object({ ...queue, ...sent });
export const SendMessageBatch = z.object({ ...queue, Entries: entries(sent) });
export const ReceiveMessage = z.object({
  ...queue,
  MaxNumberOfMessages: z._default(z.coerce.number().check(z.minimum(1), z.maximum(10)), 1),
  WaitTimeSeconds: z._default(z.coerce.number().check(z.minimum(0), z.maximum(20)), 0),
  VisibilityTimeout: number,
});
export const DeleteMessage = z.object({ ...queue, ...held });
export const DeleteMessageBatch = z.object({ ...queue, Entries: entries(held) });
export const ChangeMessageVisibility = z.object({ ...queue, ...hidden });
export const ChangeMessageVisibilityBatch = z.object({ ...queue, Entries: entries(hidden) });
export const OnQueue = z.object(queue);
export const GetQueueUrl = z.object({ QueueName: z.string() });
export const ListQueues = z.object({ QueueNamePrefix: z.optional(z.string()) });
