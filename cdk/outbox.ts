import type { Construct } from 'constructs';
import { type OutboxQueue, queuesOfSender } from '#shared/database/outbox-topics.ts';
import { FoodSaveFunction } from './compute/foodsave-function.ts';
import type { WorkQueue } from './compute/work-queue.ts';

/**
 * Lets each function send to the queues of the topics it relays, as the table of topics says. Call it
 * once all functions are there.
 */
export function grantOutbox(
  scope: Construct,
  queues: Readonly<Record<OutboxQueue, WorkQueue>>,
): void {
  for (const fn of scope.node.findAll().filter((each) => each instanceof FoodSaveFunction)) {
    for (const queue of queuesOfSender(fn.path)) queues[queue].grantSend(fn);
  }
}
