import { RULE, schedulesOf } from '#cdk/local/resources/rules.ts';
import { startSchedules } from '#cdk/local/schedules/schedules.ts';
import type { Part } from './part.ts';

export const schedules: Part = {
  types: [RULE],
  start({ stack, disk, need }) {
    const [invoker, executions] = [need('functions'), need('executions')];
    const configs = stack.all(RULE).flatMap(schedulesOf);
    for (const { target } of configs) {
      if (target.kind === 'function') invoker.require(target.name);
      else executions.machine(target.arn);
    }
    return startSchedules(configs, { invoker, executions }, disk);
  },
};
