import * as z from 'zod/mini';
import type { Stack } from '#cdk/local/template/stack.ts';
import { DEPLOYMENT, ENCRYPTION, LOGS, NETWORK, SERVER_SIZE, TAGS } from './reasons.ts';
import { type ResourceType, resourceType } from './resource-type.ts';

const PROXY = 'functions reach the server itself, with the password of their secret';
const OWNER = 'the secret that is attached to the database names its owner';

const server = {
  Engine: z.optional(z.enum(['postgres', 'aurora-postgresql'])),
  // The version of the embedded server.
  EngineVersion: z.optional(z.string().check(z.regex(/^17(\.|$)/))),
};
// Custom settings would have to be applied to the embedded server.
const defaultGroup = z.optional(z.string().check(z.regex(/^default\./)));

const ignored = {
  Port: 'the server has a port of its own, which Endpoint.Port answers',
  MasterUsername: OWNER,
  MasterUserPassword: OWNER,
  EnableIAMDatabaseAuthentication: PROXY,
  DBSubnetGroupName: NETWORK,
  BackupRetentionPeriod: SERVER_SIZE,
  CopyTagsToSnapshot: SERVER_SIZE,
  DeletionProtection: DEPLOYMENT,
  StorageEncrypted: ENCRYPTION,
  Tags: TAGS,
};

const identify: NonNullable<ResourceType['identify']> = ({ logicalId }, { database }) => ({
  ref: logicalId.toLowerCase(),
  attributes: {
    'Endpoint.Address': database.host,
    'Endpoint.Port': String(database.port),
    Endpoint: database.host,
  },
});

export const DATABASE_CLUSTER = resourceType({
  name: 'AWS::RDS::DBCluster',
  identify,
  honoured: z.strictObject({
    ...server,
    DatabaseName: z.optional(z.string()),
    DBClusterParameterGroupName: defaultGroup,
  }),
  ignored: {
    ...ignored,
    ServerlessV2ScalingConfiguration: SERVER_SIZE,
    VpcSecurityGroupIds: NETWORK,
  },
});

export const DATABASE_INSTANCE = resourceType({
  name: 'AWS::RDS::DBInstance',
  identify,
  honoured: z.strictObject({
    ...server,
    DBName: z.optional(z.string()),
    DBParameterGroupName: defaultGroup,
  }),
  ignored: {
    ...ignored,
    AllocatedStorage: SERVER_SIZE,
    AutoMinorVersionUpgrade: DEPLOYMENT,
    DBClusterIdentifier: 'cluster and instance are the same server',
    DBInstanceClass: SERVER_SIZE,
    EnableCloudwatchLogsExports: LOGS,
    MaxAllocatedStorage: SERVER_SIZE,
    MultiAZ: SERVER_SIZE,
    PromotionTier: SERVER_SIZE,
    PubliclyAccessible: NETWORK,
    StorageType: SERVER_SIZE,
    VPCSecurityGroups: NETWORK,
  },
});

export const DATABASE_PROXY = resourceType({
  name: 'AWS::RDS::DBProxy',
  identify,
  honoured: z.strictObject({ EngineFamily: z.literal('POSTGRESQL') }),
  ignored: {
    Auth: PROXY,
    DBProxyName: PROXY,
    RequireTLS: 'connections stay on this machine',
    RoleArn: PROXY,
    VpcSecurityGroupIds: NETWORK,
    VpcSubnetIds: NETWORK,
    Tags: TAGS,
  },
});

export const DATABASE_PROXY_TARGETS = resourceType({
  name: 'AWS::RDS::DBProxyTargetGroup',
  // There is no proxy to run statements on every new connection: `InitQuery` is refused.
  honoured: z.strictObject({ ConnectionPoolConfigurationInfo: z.optional(z.strictObject({})) }),
  ignored: {
    'ConnectionPoolConfigurationInfo.ConnectionBorrowTimeout': PROXY,
    'ConnectionPoolConfigurationInfo.MaxConnectionsPercent': PROXY,
    'ConnectionPoolConfigurationInfo.MaxIdleConnectionsPercent': PROXY,
    DBClusterIdentifiers: PROXY,
    DBInstanceIdentifiers: PROXY,
    DBProxyName: PROXY,
    TargetGroupName: PROXY,
  },
});

export function databaseNameOf(stack: Stack): string {
  const names = [
    ...stack.all(DATABASE_CLUSTER).map(({ properties }) => properties.DatabaseName),
    ...stack.all(DATABASE_INSTANCE).map(({ properties }) => properties.DBName),
  ];
  const name = names.find((one) => one !== undefined);
  if (name === undefined) throw new Error('The template names no database');
  return name;
}
