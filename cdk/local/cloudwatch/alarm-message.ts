import type { AlarmConfig, AlarmState } from './alarm-config.ts';
import type { Verdict } from './evaluate.ts';

/** A change of an alarm's state, as CloudWatch publishes it. */
export interface StateChange {
  readonly alarm: AlarmConfig;
  readonly from: AlarmState;
  readonly to: Verdict;
  /** Epoch milliseconds. */
  readonly at: number;
}

const LONGEST_SUBJECT = 100;

export function subjectOf({ alarm, to }: StateChange): string {
  return `${to.state}: "${alarm.name}"`.slice(0, LONGEST_SUBJECT);
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html */
export function alarmMessage({ alarm, from, to, at }: StateChange): string {
  const [, , , region, account] = alarm.arn.split(':');
  const { actions } = alarm;
  return JSON.stringify({
    AlarmName: alarm.name,
    AlarmDescription: alarm.description,
    AWSAccountId: account,
    NewStateValue: to.state,
    NewStateReason: to.reason,
    // CloudWatch writes the offset without a colon.
    StateChangeTime: new Date(at).toISOString().replace('Z', '+0000'),
    Region: region,
    AlarmArn: alarm.arn,
    OldStateValue: from,
    OKActions: actions.OK,
    AlarmActions: actions.ALARM,
    InsufficientDataActions: actions.INSUFFICIENT_DATA,
    Trigger: {
      Period: alarm.periodMs / 1000,
      EvaluationPeriods: alarm.periods,
      DatapointsToAlarm: alarm.datapoints,
      ComparisonOperator: alarm.comparison,
      Threshold: alarm.threshold,
      TreatMissingData: alarm.missingData,
    },
  });
}
