import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startApi } from './api/server.ts';
import { MODEL_SECRET } from './context.ts';
import { localCredentials } from './credentials.ts';
import { startDatabase } from './database.ts';
import { startFunctions } from './functions/functions.ts';
import { startIssuer } from './issuer/issuer.ts';
import { startLambdaEndpoint } from './lambda-endpoint/server.ts';
import { openLog } from './log.ts';
import type { Options } from './options.ts';
import { startPoller } from './pollers/poller.ts';
import { choosePorts } from './ports.ts';
import { startRedis } from './redis/server.ts';
import { ACCOUNT, environmentOf, localOverrides, REGION } from './runtime-environment.ts';
import { startS3 } from './s3/server.ts';
import { startSchedules } from './schedules/schedules.ts';
import { SecretStore } from './secrets/secret-store.ts';
import { startSecrets } from './secrets/server.ts';
import { startSqs } from './sqs/server.ts';
import type { State } from './state/state.ts';
import { readAssembly } from './template/assembly.ts';
import { openStack } from './template/stack.ts';
import { apiOf } from './wiring/api.ts';
import { bucketOf } from './wiring/buckets.ts';
import { functionsOf, triggersOf } from './wiring/functions.ts';
import { machineConfigOf } from './wiring/machines.ts';
import { pollersOf } from './wiring/pollers.ts';
import { queueOf } from './wiring/queues.ts';
import { schedulesOf } from './wiring/schedules.ts';
import { audienceOf, secretsOf } from './wiring/secrets.ts';
import { startWorkflows } from './workflows/server.ts';

/** The whole system, running on this machine. */
export interface Target {
  readonly apiUrl: string;
  readonly issuerUrl: string;
  /** Addresses of the imitated AWS services, by the service's name. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** A token of this machine's owner. */
  token(): Promise<string>;
  /** Resolves with a reason when something that cannot be restarted ended by itself. */
  readonly broken: Promise<string>;
  /** Finishes what is under way, then stops every part in the reverse order of its start. */
  close(): Promise<void>;
}

export interface TargetOptions extends Options {
  /** Directory of the cloud assembly (`cdk.out`). */
  readonly assembly: string;
  readonly state: State;
  /** Aborted when somebody wants the end before the start is over. */
  readonly signal: AbortSignal;
}

/**
 * Runs a synthesized app on this machine: reads what the template holds and starts a part for each.
 * @throws when the template holds a type, an intrinsic or a state field that no part honours, and
 * between two parts when `signal` is aborted; then nothing is left running
 */
export async function startTarget(options: TargetOptions): Promise<Target> {
  const { state, data } = options;
  const closing: (() => Promise<void>)[] = [];
  const started = <Part extends { close(): Promise<void> }>(part: Part): Part => {
    closing.unshift(() => part.close());
    options.signal.throwIfAborted();
    return part;
  };
  const close = async () => {
    for (const end of closing.splice(0)) await end();
  };
  try {
    const credentials = localCredentials(data);
    const ports = await choosePorts(state, options);
    const url = (part: keyof typeof ports) => `http://127.0.0.1:${ports[part]}`;
    const database = databaseAddress(options.databaseUrl, ports.database);
    const stack = openStack(readAssembly(options.assembly), {
      region: REGION,
      accountId: ACCOUNT,
      sqsUrl: url('sqs'),
      issuerUrl: url('issuer'),
      database,
    });

    const redisToken = randomBytes(24).toString('base64url');
    const secrets = new SecretStore(state, secretsOf(stack, options.databaseUrl));
    secrets.put('foodsave/upstash', JSON.stringify({ url: url('redis'), token: redisToken }));
    if (options.modelKey !== undefined) {
      secrets.put(MODEL_SECRET, JSON.stringify({ key: options.modelKey }));
    }
    const postgres = started(await startDatabase(options, ports.database, secrets, stack));
    started(await startRedis({ port: ports.redis, token: redisToken, redisUrl: options.redisUrl }));
    started(await startSecrets({ port: ports.secrets, credentials, store: secrets }));
    const issuer = started(
      await startIssuer({ port: ports.issuer, directory: data, audience: audienceOf(stack) }),
    );

    const queues = stack.ofType('AWS::SQS::Queue').map(queueOf);
    const common = { state, credentials };
    const sqs = started(await startSqs({ ...common, port: ports.sqs, account: ACCOUNT, queues }));
    started(
      await startS3({
        ...common,
        port: ports.s3,
        directory: join(data, 's3'),
        region: REGION,
        buckets: stack.ofType('AWS::S3::Bucket').map(bucketOf),
        deliver: (queueArn, body) => void sqs.store.send(queueArn, { body }, Date.now()),
      }),
    );

    const log = openLog(join(data, 'functions.log'), options.logLevel);
    closing.unshift(async () => log.close());
    const endpoints = {
      S3: url('s3'),
      SQS: url('sqs'),
      LAMBDA: url('lambda'),
      SFN: url('workflows'),
      SECRETS_MANAGER: url('secrets'),
    };
    const configs = functionsOf(stack);
    const environment = environmentOf({ credentials, endpoints, ...options });
    const overrides = localOverrides(options.databaseUrl);
    const functions = started(
      startFunctions({ functions: configs, environment, overrides, onLine: log.line }),
    );
    started(
      await startLambdaEndpoint({
        credentials,
        port: ports.lambda,
        invoker: functions,
        functions: configs,
      }),
    );

    for (const trigger of triggersOf(stack)) {
      const result = await functions.invoke(trigger, {});
      if (!result.ok) {
        throw new Error(
          `${trigger} failed: ${result.error.errorType}: ${result.error.errorMessage}`,
        );
      }
    }

    const machines = stack.ofType('AWS::StepFunctions::StateMachine').map(machineConfigOf);
    started(
      await startWorkflows({ ...common, port: ports.workflows, machines, invoker: functions }),
    );
    for (const mapping of stack.ofType('AWS::Lambda::EventSourceMapping').flatMap(pollersOf)) {
      started(startPoller(mapping, sqs.store, functions));
    }
    const schedules = stack.ofType('AWS::Events::Rule').flatMap(schedulesOf);
    started(startSchedules(schedules, functions));
    const place = { region: REGION, accountId: ACCOUNT };
    const api = started(
      await startApi({ ...place, api: apiOf(stack), port: ports.api, functions }),
    );
    return {
      apiUrl: `http://localhost:${api.port}`,
      issuerUrl: issuer.url,
      endpoints,
      token: () => issuer.token(),
      broken: postgres.broken,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function databaseAddress(own: URL | undefined, port: number) {
  return own === undefined
    ? { host: '127.0.0.1', port }
    : { host: own.hostname, port: Number(own.port || 5432) };
}
