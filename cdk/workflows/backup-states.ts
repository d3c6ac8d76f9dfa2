import { Chain, Choice, Condition, Fail, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { recordFailures } from './recorded-failure.ts';
import { untilDone } from './repeated-task.ts';
import { workflowTask } from './workflow-task.ts';

type Steps<Name extends string> = Readonly<Record<`steps/${Name}`, FoodSaveFunction>>;

const UNRECORDED = 'The next hourly look finds no verified backup';

/** The functions that the states of a backup invoke. */
type BackupSteps = Steps<'copy-tables' | 'copy-objects' | 'verify-backup' | 'fail-backup'>;

/** From the live data to a backup that was read back, on the input `{backupId, action: 'backup'}`. */
export function backupStates(scope: Construct, steps: BackupSteps): Chain {
  const failed = new Fail(scope, 'There is no backup', {
    error: 'BackupFailed',
    cause: 'The catalogue says why',
  });
  const tables = workflowTask(scope, 'Copy the tables', steps['steps/copy-tables']);
  const objects = workflowTask(scope, 'Copy the files', steps['steps/copy-objects']);
  const verify = workflowTask(scope, 'Read it back', steps['steps/verify-backup']);
  recordFailures(scope, [tables, objects, verify], steps['steps/fail-backup'], failed, UNRECORDED);
  const verified = new Succeed(scope, 'The backup is verified');
  untilDone(scope, verify, 'Is all of it read?', verified);
  untilDone(scope, objects, 'Are all files copied?', verify);
  return tables.next(objects);
}

/** The functions that the states of a restore invoke. */
type RestoreSteps = Steps<
  'verify-backup' | 'load-backup' | 'restore-objects' | 'switch-backup' | 'fail-backup'
>;

/**
 * On the input `{backupId, action}`: checks a backup and loads it beside the live data, and for `restore`
 * puts it in their place; or, for `confirm` and `undo`, decides about what was kept of before.
 */
export function restoreStates(scope: Construct, steps: RestoreSteps): Chain {
  const failed = new Fail(scope, 'The live data are as they were', {
    error: 'RestoreFailed',
    cause: 'The catalogue says why',
  });
  const verify = workflowTask(scope, 'Read every byte', steps['steps/verify-backup']);
  const load = workflowTask(scope, 'Load it beside the live data', steps['steps/load-backup']);
  const objects = workflowTask(scope, 'Put lost files back', steps['steps/restore-objects']);
  const change = workflowTask(scope, 'Switch the schemas', steps['steps/switch-backup']);
  recordFailures(
    scope,
    [verify, load, objects, change],
    steps['steps/fail-backup'],
    failed,
    'The catalogue does not say so; the live data are as they were',
  );
  const checked = new Succeed(scope, 'The backup is whole');
  change.next(new Succeed(scope, 'The schemas are switched'));
  untilDone(scope, objects, 'Are all files back?', change);
  load.next(
    new Choice(scope, 'Is it only a check?')
      .when(Condition.stringEquals('$.action', 'check'), checked)
      .otherwise(objects),
  );
  untilDone(scope, verify, 'Is every byte read?', load);
  const decided = Condition.or(
    Condition.stringEquals('$.action', 'confirm'),
    Condition.stringEquals('$.action', 'undo'),
  );
  return Chain.start(
    new Choice(scope, 'Was it restored before?').when(decided, change).otherwise(verify),
  );
}
