import { operation } from '#shared/entry/operation.ts';
import { remindExpiring } from '#shared/notifications/remind-expiring.ts';

/** Reminds households of food that expires soon. */
export const handler = operation(() => remindExpiring(new Date()));
