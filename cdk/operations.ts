import type { Construct } from 'constructs';
import { FoodSaveFunction } from './compute/foodsave-function.ts';
import { migrateOnDeploy } from './compute/migration.ts';
import { runOnSchedule } from './compute/schedule.ts';
import type { Stage } from './stage.ts';
import type { Database } from './stores/database.ts';
import type { Network } from './stores/network.ts';

/** What keeps the system going: the schema, and the mending of what a crash left behind. */
export function addOperations(
  scope: Construct,
  stage: Stage,
  work: { readonly network: Network; readonly database: Database },
): void {
  const migrate = new FoodSaveFunction(scope, 'operations/migrate', { stage });
  const sweepUploads = new FoodSaveFunction(scope, 'operations/sweep-uploads', { stage });
  const relayOutbox = new FoodSaveFunction(scope, 'operations/relay-outbox', { stage });

  work.database.grantMigration(migrate);
  for (const fn of [sweepUploads, relayOutbox]) work.database.grantAccess(fn, 'worker');
  runOnSchedule(sweepUploads, stage.schedules.sweepUploads);
  runOnSchedule(relayOutbox, stage.schedules.relayOutbox);

  const others = scope.node
    .findAll()
    .filter((each) => each instanceof FoodSaveFunction)
    .filter((fn) => fn !== migrate);
  migrateOnDeploy(migrate, { after: [work.database, work.network], before: others });
}
