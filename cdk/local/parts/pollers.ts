import { startPoller } from '#cdk/local/pollers/poller.ts';
import { EVENT_SOURCE_MAPPING, pollersOf } from '#cdk/local/resources/event-source-mappings.ts';
import type { Part } from './part.ts';

export const pollers: Part = {
  types: [EVENT_SOURCE_MAPPING],
  start({ stack, disk, need }) {
    const started = stack
      .all(EVENT_SOURCE_MAPPING)
      .flatMap(pollersOf)
      .map((config) => {
        need('queues').queue(config.queueArn);
        need('functions').require(config.functionName);
        return startPoller(config, need('queues'), need('functions'), disk);
      });
    return {
      async close() {
        await Promise.all(started.map((poller) => poller.close()));
      },
    };
  },
};
