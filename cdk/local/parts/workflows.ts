import { machineOf, STATE_MACHINE } from '#cdk/local/resources/machines.ts';
import { startWorkflows } from '#cdk/local/workflows/server.ts';
import type { Part } from './part.ts';

export const workflows: Part = {
  types: [STATE_MACHINE],
  port: 'workflows',
  service: 'SFN',
  start: ({ state, credentials, stack, port, need }) =>
    startWorkflows({
      state,
      credentials,
      port: port('workflows'),
      machines: stack.all(STATE_MACHINE).map(machineOf),
      invoker: need('functions'),
    }),
};
