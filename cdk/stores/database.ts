import { Port, type SecurityGroup } from 'aws-cdk-lib/aws-ec2';
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

/** The role a function connects as: `app` for one household, `worker` across them, `owner` migrates. */
type DatabaseRole = 'app' | 'worker' | 'owner';

/** `migrate` is the role `owner`, with the passwords of the roles that the migration creates. */
export type DatabaseAccess = 'app' | 'worker' | 'migrate';

const POSTGRES = Port.tcp(5432);

/** Postgres with one secret per role. */
export class Database extends Construct {
  readonly server: DatabaseServer;
  readonly #network: Network;
  /** Of the functions that migrate, and of all others. */
  readonly #owners: SecurityGroup;
  readonly #clients: SecurityGroup;
  readonly #secrets: Readonly<Record<DatabaseRole, ISecret>>;

  constructor(scope: Construct, stage: Stage, network: Network) {
    super(scope, 'database');
    this.#network = network;
    this.#secrets = {
      owner: roleSecret(this, 'OwnerSecret', 'foodsave_owner'),
      app: roleSecret(this, 'AppSecret', 'foodsave_app'),
      worker: roleSecret(this, 'WorkerSecret', 'foodsave_worker'),
    };
    const build = stage.database === 'serverless' ? serverlessServer : instanceServer;
    this.server = build(this, network, this.#secrets);
    this.#owners = network.addGroup('DatabaseOwners', 'functions that migrate the database');
    this.#clients = network.addGroup('DatabaseClients', 'functions that use the database');
    const { direct, pooled } = this.server;
    direct.connectable.connections.allowFrom(this.#owners, POSTGRES, 'migration');
    pooled.connectable.connections.allowFrom(this.#clients, POSTGRES, 'functions');
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
    fn.setEnv(ENV.appRoleSecret, this.#secrets.app.secretArn);
    fn.setEnv(ENV.workerRoleSecret, this.#secrets.worker.secretArn);
  }

  #connect(fn: FoodSaveFunction, role: DatabaseRole): void {
    const { host, port } = role === 'owner' ? this.server.direct : this.server.pooled;
    this.#network.join(fn, role === 'owner' ? this.#owners : this.#clients);
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
