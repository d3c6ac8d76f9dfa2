import type { IConnectable } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

/** Where to connect to. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: string;
  readonly connectable: IConnectable;
}

/** A running Postgres: `direct` for the owner, `pooled` for functions with many connections. */
export interface DatabaseServer {
  readonly construct: Construct;
  readonly direct: DatabaseAddress;
  readonly pooled: DatabaseAddress;
  readonly metrics: { readonly dimension: string; readonly value: string };
}

export const DATABASE_NAME = 'foodsave';
