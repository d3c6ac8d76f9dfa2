import type { MetricStore } from '#cdk/local/cloudwatch/metric-store.ts';
import type { Credentials } from '#cdk/local/credentials.ts';
import type { DiskSpace } from '#cdk/local/disk/disk-space.ts';
import type { Functions } from '#cdk/local/functions/functions.ts';
import type { Issuer } from '#cdk/local/issuer/issuer.ts';
import type { Options } from '#cdk/local/options.ts';
import type { ResourceType } from '#cdk/local/resources/resource-type.ts';
import type { SecretStore } from '#cdk/local/secrets/secret-store.ts';
import type { MessageStore } from '#cdk/local/sqs/message-store.ts';
import type { State } from '#cdk/local/state/state.ts';
import type { Stack } from '#cdk/local/template/stack.ts';
import type { Executions } from '#cdk/local/workflows/executions.ts';

/** What parts that have started offer to those after them in the list. */
export interface Services {
  /** The metrics that alarms watch. */
  readonly metrics: MetricStore;
  readonly secrets: SecretStore;
  /** Resolves with a reason when the database ended by itself. */
  readonly databaseFailure: Promise<string>;
  readonly issuer: Issuer;
  readonly queues: MessageStore;
  readonly functions: Functions;
  readonly executions: Executions;
  readonly apiPort: number;
}

/** What a part is started with. */
export interface PartContext {
  readonly options: Options;
  readonly state: State;
  /** Nothing may be added while it is full. */
  readonly disk: DiskSpace;
  readonly credentials: Credentials;
  readonly stack: Stack;
  readonly region: string;
  readonly accountId: string;
  /** The port of a part, by the name under which it listens. */
  port(name: string): number;
  /** `http://127.0.0.1:<port>` */
  url(name: string): string;
  /** Addresses of the imitated AWS services, by the name SDKs give them. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** What an earlier part offers. @throws when none has offered it yet */
  need<Name extends keyof Services>(name: Name): Services[Name];
}

export interface StartedPart extends Partial<Services> {
  /** Finishes what is under way. */
  close?(): Promise<void>;
}

/** One piece of the system: what it takes from the template, where it listens, and how it starts. */
export interface Part {
  /** Types of the template that this part runs. A type belongs to one part. */
  readonly types: readonly ResourceType[];
  /** Under this name the part keeps its port from run to run; without one it does not listen. */
  readonly port?: string;
  /** `SQS`: SDKs find this part by `AWS_ENDPOINT_URL_SQS`. */
  readonly service?: string;
  start(context: PartContext): Promise<StartedPart> | StartedPart;
}
