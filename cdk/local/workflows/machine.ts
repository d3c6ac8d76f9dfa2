import { StateMachine } from 'aws-local-stepfunctions';
import * as z from 'zod/mini';
import type { InvokeResult, Invoker } from '#cdk/local/functions/invoker.ts';
import { branchesOf, checkedDefinition, type Definition } from './fields.ts';

export type Outcome =
  | { readonly status: 'SUCCEEDED'; readonly output: unknown }
  | { readonly status: 'FAILED' | 'TIMED_OUT'; readonly error: string; readonly cause: string }
  | {
      readonly status: 'ABORTED';
      readonly error?: string | undefined;
      readonly cause?: string | undefined;
    };

export interface RunningExecution {
  readonly outcome: Promise<Outcome>;
  abort(): void;
}

export interface Machine {
  run(input: unknown, context: { name: string; startedAt: string }): RunningExecution;
}

/**
 * A state machine of the template, its tasks bound to the functions they name.
 * @param pauseBetweenTries replaces every Retry interval (milliseconds): tests pass 0
 * @throws Error naming what it would not honour
 */
export function machineOf(
  name: string,
  definition: unknown,
  invoker: Invoker,
  pauseBetweenTries?: number,
): Machine {
  const checked = checkedDefinition(name, definition);
  const source: ConstructorParameters<typeof StateMachine>[0] = JSON.parse(
    JSON.stringify(withoutLanguage(checked)),
  );
  const machine = new StateMachine(source, { validationOptions: { checkArn: false } });
  const tasks = taskNames(checked);
  const overridesOf = (call: Task): Overrides => ({
    taskResourceLocalHandlers: Object.fromEntries(tasks.map((task) => [task, call])),
    ...(pauseBetweenTries !== undefined && {
      retryIntervalOverrides: Object.fromEntries(tasks.map((task) => [task, pauseBetweenTries])),
    }),
  });
  return {
    run(input, { name: execution, startedAt }) {
      const aborting = new AbortController();
      const running = machine.run(JSON.parse(JSON.stringify(input)), {
        overrides: overridesOf(taskOf(invoker, aborting.signal)),
        noThrowOnAbort: true,
        context: { Execution: { Name: execution, StartTime: startedAt } },
      });
      return {
        outcome: running.result.then(
          (output) =>
            aborting.signal.aborted ? { status: 'ABORTED' } : { status: 'SUCCEEDED', output },
          outcomeOfError,
        ),
        abort() {
          aborting.abort();
          running.abort();
        },
      };
    },
  };
}

type Task = NonNullable<Overrides['taskResourceLocalHandlers']>[string];

type Overrides = NonNullable<NonNullable<Parameters<StateMachine['run']>[1]>['overrides']>;

/** The interpreter knows JSONPath only and takes the field that says so for a mistake. */
function withoutLanguage(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLanguage);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => field !== 'QueryLanguage')
      .map(([field, inner]) => [field, withoutLanguage(inner)]),
  );
}

/** Tasks are bound by name, so a name may stand only once, branches included. */
function taskNames(definition: Definition): string[] {
  return Object.entries(definition.States).flatMap(([name, state]) => [
    ...(state.Type === 'Task' ? [name] : []),
    ...branchesOf(state).flatMap((branch) => taskNames(checkedDefinition(name, branch))),
  ]);
}

const NOTHING = { Payload: {}, StatusCode: 200 };

const Arguments = z.object({ FunctionName: z.string(), Payload: z.optional(z.unknown()) });

/**
 * `arn:aws:states:::lambda:invoke`: parameters in, Lambda's reply out, failures as Lambda names them.
 * For an aborted execution no function is invoked, and its task succeeds with an empty result: the
 * interpreter would retry an error at once, and a task that never ends would keep a timer running.
 */
function taskOf(invoker: Invoker, aborted: AbortSignal): Task {
  return async (input) => {
    if (aborted.aborted) return NOTHING;
    const { FunctionName, Payload } = Arguments.parse(input);
    const result = await invoker.invoke(FunctionName, Payload ?? {});
    if (aborted.aborted) return NOTHING;
    if (!result.ok) throw taskError(result);
    // The library wants JSON values; the runtime answers nothing else.
    return JSON.parse(JSON.stringify({ Payload: result.payload ?? null, StatusCode: 200 }));
  };
}

function taskError(result: Extract<InvokeResult, { ok: false }>): Error {
  const names = { throttled: 'Lambda.TooManyRequestsException', timeout: 'Sandbox.Timedout' };
  const { reason, error } = result;
  const failure = new Error(JSON.stringify(error));
  failure.name =
    reason === 'error' ? error.errorType : reason === 'crashed' ? 'Lambda.Unknown' : names[reason];
  return failure;
}

function outcomeOfError(error: unknown): Outcome {
  if (!(error instanceof Error)) throw error;
  // The library wraps a state's failure into an error of its own with the cause inside.
  const failure = error.cause instanceof Error ? error.cause : error;
  const timedOut = failure.name === 'States.Timeout' || error.name === 'ExecutionTimeoutError';
  return {
    status: timedOut ? 'TIMED_OUT' : 'FAILED',
    error: timedOut ? 'States.Timeout' : failure.name,
    cause: failure.message,
  };
}
