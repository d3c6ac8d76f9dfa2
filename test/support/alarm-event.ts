/** What a subscribed function gets of an alarm. */
export interface AlarmSignal {
  readonly alarm: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  readonly at: string;
  readonly messageId: string;
  readonly reason?: string;
}

/** The event of SNS, with what of CloudWatch's message the product reads. */
export function alarmEvent({ alarm, state, at, messageId, reason = 'because' }: AlarmSignal) {
  const message = {
    AlarmName: `FoodSave-household-${alarm}1A2B3C4D`,
    AlarmDescription: `Words. What to do: docs/runbook.md#${alarm}`,
    NewStateValue: state,
    NewStateReason: reason,
    StateChangeTime: at.replace('Z', '+0000'),
  };
  const Sns = { MessageId: messageId, Message: JSON.stringify(message) };
  return { Records: [{ EventSource: 'aws:sns', Sns }] };
}
