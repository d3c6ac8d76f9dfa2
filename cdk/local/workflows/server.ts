import * as z from 'zod/mini';
import type { Credentials } from '#cdk/local/credentials.ts';
import type { Invoker } from '#cdk/local/functions/invoker.ts';
import { startJsonService } from '#cdk/local/http/json-service.ts';
import type { Listener } from '#cdk/local/http/listen.ts';
import type { State } from '#cdk/local/state/state.ts';
import type { Execution } from './execution-store.ts';
import { Executions, type MachineConfig } from './executions.ts';

const Start = z.object({
  stateMachineArn: z.string(),
  name: z.optional(z.string().check(z.regex(/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/))),
  input: z.optional(z.string()),
});
const OnExecution = z.object({ executionArn: z.string() });
const List = z.object({ stateMachineArn: z.string(), statusFilter: z.optional(z.string()) });

/** Serves the template's state machines and goes on with what was running when the last process died. */
export async function startWorkflows(options: {
  state: State;
  port: number;
  credentials: Credentials;
  machines: readonly MachineConfig[];
  invoker: Invoker;
}): Promise<Listener> {
  const executions = new Executions(options.state, options.machines, options.invoker);
  const listener = await startJsonService({
    name: 'Step Functions',
    port: options.port,
    credentials: options.credentials,
    actions: {
      StartExecution(input) {
        const { stateMachineArn, name, input: text } = Start.parse(input);
        const execution = executions.start(stateMachineArn, name, text);
        return { executionArn: arnOf(execution), startDate: execution.startedAt / 1000 };
      },
      ListStateMachines() {
        const stateMachines = options.machines.map(({ name, arn }) => ({
          name,
          stateMachineArn: arn,
          type: 'STANDARD',
          creationDate: 0,
        }));
        return { stateMachines };
      },
      DescribeExecution(input) {
        const { machineArn, name } = partsOf(OnExecution.parse(input).executionArn);
        const execution = executions.find(machineArn, name);
        const { error, cause, output } = execution;
        return { ...summaryOf(execution), input: execution.input, output, error, cause };
      },
      ListExecutions(input) {
        const { stateMachineArn, statusFilter } = List.parse(input);
        executions.machine(stateMachineArn);
        return { executions: executions.store.list(stateMachineArn, statusFilter).map(summaryOf) };
      },
      StopExecution(input) {
        const { machineArn, name } = partsOf(OnExecution.parse(input).executionArn);
        executions.find(machineArn, name);
        executions.stop(machineArn, name);
        return { stopDate: Date.now() / 1000 };
      },
    },
  });
  return {
    ...listener,
    async close() {
      await listener.close();
      await executions.close();
    },
  };
}

function summaryOf(execution: Execution) {
  return {
    executionArn: arnOf(execution),
    stateMachineArn: execution.machineArn,
    name: execution.name,
    status: execution.status,
    startDate: execution.startedAt / 1000,
    stopDate: execution.stoppedAt && execution.stoppedAt / 1000,
  };
}

/** `…:stateMachine:receipt` + `x-1` → `…:execution:receipt:x-1` */
function arnOf({ machineArn, name }: Execution): string {
  return `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}

function partsOf(executionArn: string): { machineArn: string; name: string } {
  const end = executionArn.lastIndexOf(':');
  const machineArn = executionArn.slice(0, end).replace(':execution:', ':stateMachine:');
  return { machineArn, name: executionArn.slice(end + 1) };
}
