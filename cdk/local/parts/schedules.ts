import { RULE, schedulesOf } from '#cdk/local/resources/rules.ts';
import { startSchedules } from '#cdk/local/schedules/schedules.ts';
import type { Part } from './part.ts';

export const schedules: Part = {
  types: [RULE],
  start: ({ stack, need }) =>
    startSchedules(stack.all(RULE).flatMap(schedulesOf), {
      invoker: need('functions'),
      executions: need('executions'),
    }),
};
