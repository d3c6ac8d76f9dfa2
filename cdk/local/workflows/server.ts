import type { Credentials } from '#cdk/local/credentials.ts';
import type { Invoker } from '#cdk/local/functions/invoker.ts';
import { startJsonService } from '#cdk/local/http/json-service.ts';
import type { Listener } from '#cdk/local/http/listen.ts';
import type { State } from '#cdk/local/state/state.ts';
import type { Execution } from './execution-store.ts';
import { Executions, type MachineConfig } from './executions.ts';
import { readToken, writeToken } from './page-token.ts';
import * as requests from './requests.ts';

/** Serves the template's state machines and goes on with what was running when the last process died. */
export async function startWorkflows(options: {
  state: State;
  port: number;
  credentials: Credentials;
  machines: readonly MachineConfig[];
  invoker: Invoker;
}): Promise<Listener & { readonly executions: Executions }> {
  const executions = new Executions(options.state, options.machines, options.invoker);
  const listener = await startJsonService({
    name: 'Step Functions',
    port: options.port,
    credentials: options.credentials,
    actions: {
      StartExecution(input) {
        const { stateMachineArn, name, input: text } = requests.StartExecution.parse(input);
        const execution = executions.start(stateMachineArn, name, text);
        return { executionArn: arnOf(execution), startDate: execution.startedAt / 1000 };
      },
      ListStateMachines(input) {
        const request = requests.ListStateMachines.parse(input);
        const [from = 0] = request.nextToken === undefined ? [] : readToken(request.nextToken, 1);
        const to = from + requests.pageSize(request);
        return {
          stateMachines: options.machines.slice(from, to).map(({ name, arn }) => ({
            name,
            stateMachineArn: arn,
            type: 'STANDARD',
            creationDate: 0,
          })),
          nextToken: to < options.machines.length ? writeToken([to]) : undefined,
        };
      },
      DescribeExecution(input) {
        const { machineArn, name } = partsOf(requests.DescribeExecution.parse(input).executionArn);
        const execution = executions.find(machineArn, name);
        const { error, cause, output } = execution;
        return { ...summaryOf(execution), input: execution.input, output, error, cause };
      },
      ListExecutions(input) {
        const request = requests.ListExecutions.parse(input);
        const { stateMachineArn, statusFilter: status, nextToken } = request;
        executions.machine(stateMachineArn);
        const page = executions.store.page(stateMachineArn, {
          status,
          limit: requests.pageSize(request),
          after: nextToken === undefined ? undefined : readToken(nextToken, 2),
        });
        return {
          executions: page.executions.map(summaryOf),
          nextToken: page.last && writeToken(page.last),
        };
      },
      StopExecution(input) {
        const { executionArn, error, cause } = requests.StopExecution.parse(input);
        const { machineArn, name } = partsOf(executionArn);
        executions.find(machineArn, name);
        executions.stop(machineArn, name, { error, cause });
        return { stopDate: Date.now() / 1000 };
      },
    },
  });
  return {
    ...listener,
    executions,
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
