import { localCredentials } from './credentials.ts';
import type { DiskSpace } from './disk/disk-space.ts';
import type { Options } from './options.ts';
import type { PartContext, Services } from './parts/part.ts';
import { PARTS, TYPES } from './parts/parts.ts';
import { choosePorts } from './ports.ts';
import { rememberedPorts, rememberPorts } from './remembered-ports.ts';
import type { Place } from './resources/resource-type.ts';
import { ACCOUNT, REGION } from './runtime-environment.ts';
import type { State } from './state/state.ts';
import { readAssembly } from './template/assembly.ts';
import { openStack } from './template/stack.ts';

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
  /** Of the data folder. */
  readonly disk: DiskSpace;
  /** Aborted when the start is no longer wanted before it is over. */
  readonly signal: AbortSignal;
}

/**
 * Runs a synthesized app on this machine: reads what the template holds and starts its parts.
 * @throws when the template holds a type, a property, an intrinsic or a state field that no part
 * honours, and between two parts when `signal` is aborted; then nothing is left running
 */
export async function startTarget(options: TargetOptions): Promise<Target> {
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closing.splice(0)) await end();
  };
  const services: Partial<Services> = {};
  const context = await contextOf(options, services);
  try {
    for (const part of PARTS) {
      const { close: end, ...offered } = await part.start(context);
      if (end !== undefined) closing.unshift(end);
      Object.assign(services, offered);
      options.signal.throwIfAborted();
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    apiUrl: `http://localhost:${context.need('apiPort')}`,
    issuerUrl: context.need('issuer').url,
    endpoints: context.endpoints,
    token: () => context.need('issuer').token(),
    broken: context.need('databaseFailure'),
    close,
  };
}

async function contextOf(
  options: TargetOptions,
  services: Partial<Services>,
): Promise<PartContext> {
  const { state, disk } = options;
  const listening = PARTS.flatMap(({ port, service }) =>
    port === undefined ? [] : [{ port, service }],
  );
  const ports = await choosePorts(
    rememberedPorts(options.data, state),
    listening.map((part) => part.port),
  );
  rememberPorts(options.data, ports);
  const port = (name: string): number => {
    const chosen = ports.get(name);
    if (chosen === undefined) throw new Error(`No part listens as ${name}`);
    return chosen;
  };
  const url = (name: string) => `http://127.0.0.1:${port(name)}`;
  const place: Place = {
    region: REGION,
    accountId: ACCOUNT,
    sqsUrl: url('sqs'),
    issuerUrl: url('issuer'),
    database: databaseAddress(options.databaseUrl, port('database')),
  };
  return {
    options,
    state,
    disk,
    credentials: localCredentials(options.data),
    stack: openStack(readAssembly(options.assembly), place, TYPES),
    region: place.region,
    accountId: place.accountId,
    port,
    url,
    endpoints: Object.fromEntries(
      listening.flatMap((part) =>
        part.service === undefined ? [] : [[part.service, url(part.port)]],
      ),
    ),
    need(name) {
      const service = services[name];
      if (service === undefined) throw new Error(`No earlier part offers ${name}`);
      return service;
    },
  };
}

function databaseAddress(own: URL | undefined, port: number) {
  return own === undefined
    ? { host: '127.0.0.1', port }
    : { host: own.hostname, port: Number(own.port || 5432) };
}
