import * as z from 'zod/mini';
import { PermanentError } from '#shared/errors/permanent-error.ts';
import { BUDGET } from './alarm-text.ts';

/** What SNS invokes a subscribed function with. */
export const SnsEvent = z.looseObject({
  Records: z.array(
    z.looseObject({
      EventSource: z.literal('aws:sns'),
      Sns: z.looseObject({
        MessageId: z.string(),
        Message: z.string(),
        Subject: z.nullish(z.string()),
        Timestamp: z.optional(z.string()),
      }),
    }),
  ),
});
export type SnsEvent = z.infer<typeof SnsEvent>;

/** Of what CloudWatch tells, what is used. */
const AlarmMessage = z.looseObject({
  AlarmName: z.string().check(z.minLength(1), z.maxLength(255)),
  AlarmDescription: z.nullish(z.string()),
  NewStateValue: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']),
  NewStateReason: z.string(),
  StateChangeTime: z.string(),
});

/** A change of an alarm's state. */
export interface AlarmChange {
  readonly messageId: string;
  /** The heading in the runbook that the alarm's description links to, else the alarm's own name. */
  readonly alarm: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  readonly reason: string;
  readonly at: Date;
}

const RUNBOOK_LINK = 'docs/runbook.md#';
/** CloudWatch's own limit is 1,023. */
const LONGEST_REASON = 1_000;

/** AWS Budgets writes to the same topic, in words. */
const BUDGETS = 'AWS Budgets';

/** @throws PermanentError for what neither CloudWatch nor AWS Budgets sends: trying again would not help */
export function alarmChangesOf({ Records }: SnsEvent): AlarmChange[] {
  return Records.map(({ Sns }) => {
    const { MessageId, Message, Subject, Timestamp = '' } = Sns;
    if (Subject?.startsWith(BUDGETS)) {
      const at = timeOf(Timestamp);
      const reason = Message.trim().slice(0, LONGEST_REASON);
      return { messageId: MessageId, alarm: BUDGET, state: 'ALARM', reason, at };
    }
    const message = z.safeParse(AlarmMessage, jsonOf(Message));
    if (!message.success) throw new PermanentError('bad-message', z.prettifyError(message.error));
    const { AlarmName, AlarmDescription, NewStateValue, NewStateReason, StateChangeTime } =
      message.data;
    const heading = AlarmDescription?.split(RUNBOOK_LINK)[1];
    return {
      messageId: MessageId,
      alarm: heading || AlarmName,
      state: NewStateValue,
      reason: NewStateReason.slice(0, LONGEST_REASON),
      at: timeOf(StateChangeTime),
    };
  });
}

function timeOf(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new PermanentError('bad-message', 'It has no time');
  return at;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema says what is wrong
  }
}
