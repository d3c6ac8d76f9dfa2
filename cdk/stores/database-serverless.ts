import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import {
  AuroraPostgresEngineVersion,
  ClusterInstance,
  Credentials,
  DatabaseCluster,
  DatabaseClusterEngine,
} from 'aws-cdk-lib/aws-rds';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { DATABASE_NAME, type DatabaseServer } from './database-server.ts';
import type { Network } from './network.ts';

/** Aurora Serverless v2: up to 2 capacity units (4 GB), none after five quiet minutes. */
export function serverlessServer(
  scope: Construct,
  network: Network,
  secrets: { readonly owner: ISecret },
): DatabaseServer {
  const cluster = new DatabaseCluster(scope, 'Cluster', {
    engine: DatabaseClusterEngine.auroraPostgres({ version: AuroraPostgresEngineVersion.VER_17_7 }),
    writer: ClusterInstance.serverlessV2('Writer'),
    serverlessV2MinCapacity: 0,
    serverlessV2MaxCapacity: 2,
    serverlessV2AutoPauseDuration: Duration.minutes(5),
    credentials: Credentials.fromSecret(secrets.owner, 'foodsave_owner'),
    defaultDatabaseName: DATABASE_NAME,
    vpc: network.vpc,
    vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
    iamAuthentication: true,
    storageEncrypted: true,
    backup: { retention: Duration.days(7) },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.SNAPSHOT,
  });
  const address = {
    host: cluster.clusterEndpoint.hostname,
    port: `${cluster.clusterEndpoint.port}`,
    connectable: cluster,
  };
  return {
    construct: cluster,
    direct: address,
    pooled: address,
    metrics: { dimension: 'DBClusterIdentifier', value: cluster.clusterIdentifier },
  };
}
