import { relayOutbox } from '#shared/database/relay-outbox.ts';
import { operation } from '#shared/entry/operation.ts';

/** Sends what a crash or a busy queue left in the outbox. */
export const handler = operation(relayOutbox);
