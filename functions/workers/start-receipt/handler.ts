import { readObject } from '#shared/clients/s3.ts';
import { startWorkflow } from '#shared/clients/states.ts';
import { consumer } from '#shared/entry/consumer.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { giveTurns } from '#shared/uploads/give-turns.ts';
import { lineUp } from '#shared/uploads/line-up.ts';
import { StartMessage, toCommands } from '#shared/uploads/start-message.ts';
import { recheckUploads } from '#shared/uploads/sweep-uploads.ts';

/**
 * What can be read takes its place in the line of its household, stuck uploads are looked after, and
 * then, whatever the message was, those begin whose turn it is.
 */
export const handler = consumer(StartMessage, async (message) => {
  for (const command of toCommands(message)) {
    if (command.kind === 'stuck-check') await recheckUploads(command.ids);
    else if (command.kind === 'plan') await startWorkflow('plan', command.run.planId, command.run);
    else await lineUp(command, { readObject });
  }
  await giveTurns(Number(requireEnv(ENV.readingPlaces)), { startWorkflow });
});
