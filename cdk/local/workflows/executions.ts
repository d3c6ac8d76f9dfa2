import { randomUUID } from 'node:crypto';
import type { Invoker } from '#cdk/local/functions/invoker.ts';
import { ServiceError } from '#cdk/local/http/service-error.ts';
import type { State } from '#cdk/local/state/state.ts';
import { type Execution, ExecutionStore } from './execution-store.ts';
import { type Machine, machineOf, type Outcome, type RunningExecution } from './machine.ts';

export interface MachineConfig {
  readonly name: string;
  readonly arn: string;
  /** Amazon States Language, every intrinsic of the template answered. */
  readonly definition: unknown;
}

/** Starts, follows and stops executions; what a dead process left running begins again. */
export class Executions {
  readonly store: ExecutionStore;
  readonly #machines: ReadonlyMap<string, Machine>;
  readonly #running = new Map<string, RunningExecution & { readonly ended: Promise<void> }>();
  #closing = false;

  constructor(
    state: State,
    machines: readonly MachineConfig[],
    invoker: Invoker,
    pauseBetweenTries?: number,
  ) {
    this.store = new ExecutionStore(state);
    this.#machines = new Map(
      machines.map(({ name, arn, definition }) => [
        arn,
        machineOf(name, definition, invoker, pauseBetweenTries),
      ]),
    );
    for (const { arn } of machines) {
      // From the start, not from the state it had reached: every step may run twice.
      for (const execution of this.store.unfinished(arn)) this.#run(execution);
    }
  }

  /** The same name with the same input answers with the first start; with another input it is refused. */
  start(machineArn: string, name: string = randomUUID(), input = '{}'): Execution {
    this.machine(machineArn);
    checkInput(input);
    if (this.store.begin(machineArn, name, input, Date.now())) {
      const execution = this.find(machineArn, name);
      this.#run(execution);
      return execution;
    }
    const first = this.find(machineArn, name);
    if (first.input !== input || first.status !== 'RUNNING') {
      throw new ServiceError(400, 'ExecutionAlreadyExists', `Execution Already Exists: '${name}'`);
    }
    return first;
  }

  find(machineArn: string, name: string): Execution {
    const execution = this.store.find(machineArn, name);
    if (execution === undefined) {
      throw new ServiceError(400, 'ExecutionDoesNotExist', `Execution Does Not Exist: '${name}'`);
    }
    return execution;
  }

  stop(
    machineArn: string,
    name: string,
    why: { error?: string | undefined; cause?: string | undefined } = {},
  ): void {
    this.#running.get(`${machineArn} ${name}`)?.abort();
    this.store.end(machineArn, name, { status: 'ABORTED', ...why }, Date.now());
  }

  machine(machineArn: string): Machine {
    const machine = this.#machines.get(machineArn);
    if (machine === undefined) {
      throw new ServiceError(400, 'StateMachineDoesNotExist', `No state machine ${machineArn}`);
    }
    return machine;
  }

  /** Resolves when an execution has ended. */
  async ended(machineArn: string, name: string): Promise<Execution> {
    await this.#running.get(`${machineArn} ${name}`)?.ended;
    return this.find(machineArn, name);
  }

  /** Leaves running executions to the next process. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const { abort } of this.#running.values()) abort();
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  #run({ machineArn, name, input, startedAt }: Execution): void {
    const key = `${machineArn} ${name}`;
    const context = { name, startedAt: new Date(startedAt).toISOString() };
    const running = this.machine(machineArn).run(JSON.parse(input), context);
    const ended = running.outcome.then((outcome) => {
      this.#running.delete(key);
      if (!this.#closing) this.#record(machineArn, name, outcome);
    });
    this.#running.set(key, { ...running, ended });
  }

  #record(machineArn: string, name: string, outcome: Outcome): void {
    try {
      this.store.end(machineArn, name, outcome, Date.now());
    } catch (error) {
      // On a full disk it stays unrecorded: the next process begins it again, and its steps may run twice.
      console.error(`The end of ${name} could not be recorded:`, error);
    }
  }
}

/** @throws ServiceError InvalidExecutionInput */
function checkInput(input: string): void {
  try {
    JSON.parse(input);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ServiceError(
      400,
      'InvalidExecutionInput',
      `Invalid State Machine Execution Input: '${why}'`,
    );
  }
}
