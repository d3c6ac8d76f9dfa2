import * as z from 'zod/mini';
import { awsJson, isAwsRefusal } from './aws-json.ts';
import { refusalKind } from './sqs-refusal.ts';

export interface OutgoingMessage {
  /** Unique among the messages sent together: letters, digits, `-` and `_`, at most 80. */
  readonly id: string;
  readonly body: string;
  /** Texts that travel beside the body. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly delaySeconds?: number | undefined;
}

export type SendOutcome =
  | { readonly kind: 'sent' }
  /** SQS will never accept this message as it is. */
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }
  /** The queue accepts no message of this function until its configuration is changed. */
  | { readonly kind: 'queue-refused'; readonly code: string; readonly detail: string }
  /** SQS could not accept this message now, but accepts others. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** SQS cannot be reached, or accepts nothing now. */
  | { readonly kind: 'unreachable'; readonly error: unknown };

/** Outcomes by the message's id. */
export type SendOutcomes = Map<string, SendOutcome>;

const Answer = z.object({
  Successful: z._default(z.array(z.object({ Id: z.string() })), []),
  Failed: z._default(
    z.array(
      z.object({
        Id: z.string(),
        Code: z.string(),
        Message: z._default(z.string(), ''),
        SenderFault: z.boolean(),
      }),
    ),
    [],
  ),
});

/** One attempt of one `SendMessageBatch`. @param messages within its limits of count and size */
export async function sendMessageBatch(
  queueUrl: string,
  messages: readonly OutgoingMessage[],
): Promise<SendOutcomes> {
  const Entries = messages.map(({ id, body, attributes, delaySeconds }) => ({
    Id: id,
    MessageBody: body,
    ...(attributes !== undefined && { MessageAttributes: textAttributes(attributes) }),
    ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
  }));
  try {
    const input = { QueueUrl: queueUrl, Entries };
    // One attempt: callers hold a transaction open meanwhile.
    const answer = await awsJson('sqs', 'AmazonSQS.SendMessageBatch', input, { attempts: 1 });
    return outcomesOf(messages, Answer.parse(answer));
  } catch (error) {
    const outcome = outcomeOfRequest(error);
    return new Map(messages.map(({ id }) => [id, outcome]));
  }
}

function textAttributes(attributes: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, StringValue]) => [
      name,
      { DataType: 'String', StringValue },
    ]),
  );
}

/** What counts against the limits of SQS: the body, and name, type and value of every attribute. */
export function messageBytes({ body, attributes = {} }: OutgoingMessage): number {
  return Object.entries(attributes).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(`${name}String${value}`),
    Buffer.byteLength(body),
  );
}

function outcomeOfRequest(error: unknown): SendOutcome {
  if (!isAwsRefusal(error)) return { kind: 'unreachable', error };
  const { code, message } = error;
  const kind = refusalKind(code);
  if (kind === 'transient') return { kind: 'unreachable', error };
  return { kind: kind === 'queue' ? 'queue-refused' : 'refused', code, detail: message };
}

function outcomesOf(
  messages: readonly OutgoingMessage[],
  { Successful, Failed }: z.infer<typeof Answer>,
): SendOutcomes {
  const unanswered = new Error('SQS answered nothing about a message');
  const outcomes: SendOutcomes = new Map(
    messages.map(({ id }) => [id, { kind: 'failed', error: unanswered }]),
  );
  for (const { Id } of Successful) outcomes.set(Id, { kind: 'sent' });
  for (const { Id, Code, Message, SenderFault } of Failed) {
    const kind = SenderFault ? refusalKind(Code) : 'transient';
    outcomes.set(
      Id,
      kind === 'transient'
        ? { kind: 'failed', error: new Error(`SQS did not take a message: ${Code} ${Message}`) }
        : { kind: kind === 'queue' ? 'queue-refused' : 'refused', code: Code, detail: Message },
    );
  }
  return outcomes;
}
