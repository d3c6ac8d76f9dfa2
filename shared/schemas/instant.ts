import * as z from 'zod/mini';

/** A moment in a reply: RFC 3339, in UTC or with its offset. */
export const Instant = z.iso.datetime({ offset: true });
