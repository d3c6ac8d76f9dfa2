import { Port } from 'aws-cdk-lib/aws-ec2';
import { DatabaseSecret } from 'aws-cdk-lib/aws-rds';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';
import { instanceServer } from './database-instance.ts';
import { DATABASE_NAME, type DatabaseServer } from './database-server.ts';
import { serverlessServer } from './database-serverless.ts';
import type { Network } from './network.ts';

/**
 * The role a function connects as: `app` for one household, `worker` across them, `backup` reads all,
 * `owner` migrates and restores.
 */
type DatabaseRole = 'app' | 'worker' | 'backup' | 'owner';

/** `migrate` is the role `owner`, with the passwords of the roles that the migration creates. */
export type DatabaseAccess = DatabaseRole | 'migrate';

const POSTGRES = Port.tcp(5432);

/** Postgres with one secret per role. */
export class Database extends Construct {
  readonly server: DatabaseServer;
  readonly #network: Network;
  readonly #secrets: Readonly<Record<DatabaseRole, ISecret>>;

  constructor(scope: Construct, stage: Stage, network: Network) {
    super(scope, 'database');
    this.#network = network;
    this.#secrets = {
      owner: roleSecret(this, 'OwnerSecret', 'foodsave_owner'),
      app: roleSecret(this, 'AppSecret', 'foodsave_app'),
      worker: roleSecret(this, 'WorkerSecret', 'foodsave_worker'),
      backup: roleSecret(this, 'BackupSecret', 'foodsave_backup'),
    };
    const build = stage.database === 'serverless' ? serverlessServer : instanceServer;
    this.server = build(this, network, this.#secrets);
    acknowledge(
      this,
      'Reachable from inside the network only, where another port would hide nothing.',
      'AwsSolutions-RDS11',
    );
    acknowledge(
      this,
      'Passwords change with `migrate`: replacing a secret and deploying sets them anew.',
      'AwsSolutions-SMG4',
    );
  }

  grantAccess(fn: FoodSaveFunction, access: DatabaseAccess): void {
    if (access === 'migrate') this.grantMigration(fn);
    else this.#connect(fn, access);
  }

  grantMigration(fn: FoodSaveFunction): void {
    this.#connect(fn, 'owner');
    this.#secrets.app.grantRead(fn);
    this.#secrets.worker.grantRead(fn);
    this.#secrets.backup.grantRead(fn);
    fn.setEnv(ENV.backupRoleSecret, this.#secrets.backup.secretArn);
    fn.setEnv(ENV.appRoleSecret, this.#secrets.app.secretArn);
    fn.setEnv(ENV.workerRoleSecret, this.#secrets.worker.secretArn);
  }

  #connect(fn: FoodSaveFunction, role: DatabaseRole): void {
    // Settings and statements that last for minutes would hold a connection of the pool.
    const isAlone = role === 'owner' || role === 'backup';
    const { host, port, connectable } = isAlone ? this.server.direct : this.server.pooled;
    connectable.connections.allowFrom(this.#network.join(fn), POSTGRES, 'Functions');
    this.#secrets[role].grantRead(fn);
    fn.setEnv(ENV.databaseHost, host);
    fn.setEnv(ENV.databasePort, port);
    fn.setEnv(ENV.databaseName, DATABASE_NAME);
    fn.setEnv(ENV.databaseSecret, this.#secrets[role].secretArn);
    fn.setEnv('PGSSLMODE', 'verify-full');
    // Lambda's image holds the certificates of RDS, but Node reads them only from this variable.
    fn.setEnv('NODE_EXTRA_CA_CERTS', '/var/runtime/ca-cert.pem');
  }
}

/** `{username, password}`; the library is compiled without exactOptionalPropertyTypes, hence the cast. */
function roleSecret(scope: Construct, id: string, username: string): ISecret {
  return new DatabaseSecret(scope, id, { username }) as ISecret;
}
