import { requestedOperation } from '#shared/entry/operation.ts';
import { operateOutbox } from './operate-outbox.ts';
import { RelayRequest } from './request.ts';

/** Sends what a crash or a busy queue left in the outbox, and parks what cannot be sent. */
export const handler = requestedOperation(RelayRequest, (request) => operateOutbox(request));
