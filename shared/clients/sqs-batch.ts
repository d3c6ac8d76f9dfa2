import * as z from 'zod/mini';
import { awsJson, isAwsRefusal } from './aws-json.ts';
import { refusalKind } from './sqs-refusal.ts';

/** What one try may take: callers hold a transaction open meanwhile. */
const TIMEOUT_MS = 4_000;

export interface OutgoingMessage {
  /** Unique among the messages sent together: letters, digits, `-` and `_`, at most 80. */
  readonly id: string;
  readonly body: string;
  readonly delaySeconds?: number | undefined;
}

export type SendOutcome =
  | { readonly kind: 'sent' }
  /** This message is never taken as it is. */
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }
  /** The queue takes no message from here until its set-up is changed. */
  | { readonly kind: 'queue-refused'; readonly code: string; readonly detail: string }
  /** SQS could not take this message now, but takes others. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** SQS cannot be reached, or takes nothing now. */
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

/** One try of one `SendMessageBatch`; the messages are few and small enough for it. */
export async function sendMessageBatch(
  queueUrl: string,
  messages: readonly OutgoingMessage[],
): Promise<SendOutcomes> {
  const Entries = messages.map(({ id, body, delaySeconds }) => ({
    Id: id,
    MessageBody: body,
    ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
  }));
  try {
    const input = { QueueUrl: queueUrl, Entries };
    const options = { attempts: 1, timeoutMs: TIMEOUT_MS };
    const answer = await awsJson('sqs', 'AmazonSQS.SendMessageBatch', input, options);
    return outcomesOf(messages, Answer.parse(answer));
  } catch (error) {
    const outcome = outcomeOfRequest(error);
    return new Map(messages.map(({ id }) => [id, outcome]));
  }
}

function outcomeOfRequest(error: unknown): SendOutcome {
  if (!isAwsRefusal(error)) return { kind: 'unreachable', error };
  const { code, message } = error;
  const kind = refusalKind(code);
  if (kind === 'passing') return { kind: 'unreachable', error };
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
    const kind = SenderFault ? refusalKind(Code) : 'passing';
    outcomes.set(
      Id,
      kind === 'passing'
        ? { kind: 'failed', error: new Error(`SQS did not take a message: ${Code} ${Message}`) }
        : { kind: kind === 'queue' ? 'queue-refused' : 'refused', code: Code, detail: Message },
    );
  }
  return outcomes;
}
