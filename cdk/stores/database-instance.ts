import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { InstanceClass, InstanceSize, InstanceType, SubnetType } from 'aws-cdk-lib/aws-ec2';
import {
  ClientPasswordAuthType,
  Credentials,
  DatabaseInstance,
  DatabaseInstanceEngine,
  PostgresEngineVersion,
  StorageType,
} from 'aws-cdk-lib/aws-rds';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { DATABASE_NAME, type DatabaseServer } from './database-server.ts';
import type { Network } from './network.ts';

/** An instance in two zones; a proxy in front keeps Lambda's many connections few. */
export function instanceServer(
  scope: Construct,
  network: Network,
  secrets: { readonly owner: ISecret; readonly app: ISecret; readonly worker: ISecret },
): DatabaseServer {
  const vpcSubnets = { subnetType: SubnetType.PRIVATE_ISOLATED };
  const instance = new DatabaseInstance(scope, 'Instance', {
    engine: DatabaseInstanceEngine.postgres({ version: PostgresEngineVersion.VER_17 }),
    instanceType: InstanceType.of(InstanceClass.T4G, InstanceSize.MEDIUM),
    multiAz: true,
    allocatedStorage: 20,
    maxAllocatedStorage: 200,
    storageType: StorageType.GP3,
    storageEncrypted: true,
    credentials: Credentials.fromSecret(secrets.owner, 'foodsave_owner'),
    databaseName: DATABASE_NAME,
    vpc: network.vpc,
    vpcSubnets,
    iamAuthentication: true,
    autoMinorVersionUpgrade: true,
    backupRetention: Duration.days(14),
    deletionProtection: true,
    removalPolicy: RemovalPolicy.SNAPSHOT,
  });
  const proxy = instance.addProxy('Proxy', {
    secrets: [secrets.app, secrets.worker],
    clientPasswordAuthType: ClientPasswordAuthType.POSTGRES_SCRAM_SHA_256,
    requireTLS: true,
    vpc: network.vpc,
    vpcSubnets,
  });
  const port = instance.dbInstanceEndpointPort;
  return {
    construct: instance,
    direct: { host: instance.dbInstanceEndpointAddress, port, connectable: instance },
    pooled: { host: proxy.endpoint, port, connectable: proxy },
    metrics: { dimension: 'DBInstanceIdentifier', value: instance.instanceIdentifier },
  };
}
