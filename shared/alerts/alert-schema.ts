import * as z from 'zod/mini';
import { pageSchema } from '#shared/paging/page.ts';
import { Instant } from '#shared/schemas/instant.ts';

export const AlertStatus = z.enum(['open', 'acknowledged', 'resolved']);

/** An alarm that fired. */
export const Alert = z.object({
  id: z.uuid(),
  /** Its heading in the runbook. */
  alarm: z.string(),
  /** What the alarm means, in the language of the request. */
  title: z.string(),
  status: AlertStatus,
  /** As CloudWatch words it: the last values and the threshold. */
  reason: z.string(),
  firedAt: Instant,
  acknowledgedAt: z.nullable(Instant),
  resolvedAt: z.nullable(Instant),
  resolvedBy: z.nullable(z.enum(['recovery', 'person'])),
});
export type Alert = z.infer<typeof Alert>;

export const AlertList = z.object({ items: z.array(Alert), next: z.null() });

/** Something that happened to an alert. */
export const AlertChange = z.object({
  id: z.uuid(),
  alertId: z.uuid(),
  alarm: z.string(),
  title: z.string(),
  change: z.enum(['fired', 'recovered', 'acknowledged', 'resolved']),
  reason: z.nullable(z.string()),
  at: Instant,
  /** Whether somebody was told; within five minutes of the last time nobody is told again. */
  notified: z.boolean(),
});
export type AlertChange = z.infer<typeof AlertChange>;

export const AlertHistory = pageSchema(AlertChange);
