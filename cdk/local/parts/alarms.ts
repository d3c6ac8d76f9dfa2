import { alarmWatch } from '#cdk/local/cloudwatch/alarm-watch.ts';
import { repeatEvery } from '#cdk/local/cloudwatch/repeat-every.ts';
import { ALARM, alarmOf } from '#cdk/local/resources/alarms.ts';
import { STATE_MACHINE } from '#cdk/local/resources/machines.ts';
import { SUBSCRIPTION, subscriptionsOf, TOPIC } from '#cdk/local/resources/topics.ts';
import type { Part } from './part.ts';

/** As often as CloudWatch looks at an alarm. */
const EVERY_MS = 60_000;

/** Last of all, so that everything it measures has started. */
export const alarms: Part = {
  types: [ALARM, TOPIC, SUBSCRIPTION],
  start({ state, stack, disk, need }) {
    const subscriptions = subscriptionsOf(stack);
    for (const { functionArn } of subscriptions) need('functions').require(functionArn);
    const watch = alarmWatch({
      alarms: stack.all(ALARM).map(alarmOf),
      subscriptions,
      metrics: need('metrics'),
      state,
      queues: need('queues'),
      executions: need('executions').store,
      machineArns: stack.all(STATE_MACHINE).map(({ ref }) => ref),
      invoker: need('functions'),
      since: Date.now(),
    });
    return repeatEvery(EVERY_MS, 'alarms', async () => {
      // A change could not be noted: it is found when there is room again.
      if (!disk.isFull()) await watch.look(Date.now());
    });
  },
};
