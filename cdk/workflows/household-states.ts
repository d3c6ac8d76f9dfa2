import { Duration } from 'aws-cdk-lib';
import {
  Chain,
  Choice,
  Condition,
  Fail,
  Succeed,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { recordFailures } from './recorded-failure.ts';
import { untilDone } from './repeated-task.ts';
import { workflowTask } from './workflow-task.ts';

/** The functions that the states of an export and of an erasure invoke. */
type HouseholdSteps = Readonly<
  Record<'steps/export-household' | 'steps/erase-household', FoodSaveFunction>
>;

/** The request that starts an erasure ends its transaction after that. */
const COMMITTED = Duration.seconds(10);
/** Longer than any function runs (15 minutes), a link takes a file, and Redis keeps a counter. */
const LATE = Duration.minutes(65);

/** On the input `{action: 'export', householdId, exportId}` or `{action: 'erase', householdId}`. */
export function householdStates(scope: Construct, steps: HouseholdSteps): Chain {
  const isErasure = Condition.stringEquals('$.action', 'erase');
  return Chain.start(
    new Choice(scope, 'Is it to be erased?')
      .when(isErasure, erasure(scope, steps))
      .otherwise(exporting(scope, steps)),
  );
}

function exporting(scope: Construct, steps: HouseholdSteps): Chain {
  const step = steps['steps/export-household'];
  const write = workflowTask(scope, 'Write the next archive', step);
  const failed = new Fail(scope, 'There is no export', {
    error: 'ExportFailed',
    cause: 'The log of the step says why',
  });
  recordFailures(scope, [write], step, failed, 'It is taken for one that failed half a day later');
  untilDone(scope, write, 'Are all archives written?', new Succeed(scope, 'The export is there'));
  return Chain.start(write);
}

/** What fails is an alarm, and goes on when its execution is redriven. */
function erasure(scope: Construct, steps: HouseholdSteps): Chain {
  const erase = workflowTask(scope, 'Erase the household', steps['steps/erase-household']);
  const sweep = workflowTask(scope, 'Erase what came late', steps['steps/erase-household']);
  const pause = (name: string, duration: Duration) =>
    new Wait(scope, name, { time: WaitTime.duration(duration) });
  const late = pause('Wait until nothing of before runs', LATE);
  untilDone(scope, erase, 'Is all erased?', late.next(sweep));
  untilDone(scope, sweep, 'Is nothing left?', new Succeed(scope, 'The household is erased'));
  return Chain.start(pause('Wait until it is closed', COMMITTED).next(erase));
}
